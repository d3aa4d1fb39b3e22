import type { FactValue } from "../domain/bible/fact.ts";
import { type FieldShape, fieldShape } from "../domain/bible/field-check.ts";
import { fieldLabel } from "../domain/bible/kind-words.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import { valueText } from "../domain/bible/value-text.ts";
import type { FormField } from "./reply.ts";

/** What a field is filled in with, as its type in the project asks for; `value` is what stands there already. */
export function fieldInput(
  kind: EntryKind,
  field: string,
  own: ProjectSchema,
  value?: FactValue | undefined,
): FormField {
  const shape = fieldShape(kind, field, own);
  return {
    name: field,
    label: fieldLabel(field, kind, own),
    input: INPUTS[shape?.type ?? "line"],
    ...(value === undefined ? {} : { value: valueText(value) }),
    ...optionsOf(shape),
  };
}

const optionsOf = (shape: FieldShape | undefined): { options?: string[] } =>
  shape?.type === "select"
    ? { options: [...shape.options] }
    : shape?.type === "boolean"
      ? { options: ["yes", "no"] }
      : {};

const INPUTS = {
  line: "text",
  list: "text",
  paragraph: "paragraph",
  number: "number",
  select: "select",
  boolean: "select",
} as const satisfies Record<FieldShape["type"], FormField["input"]>;
