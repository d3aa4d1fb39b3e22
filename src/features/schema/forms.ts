import type { DraftBlock, FormField } from "../../chat/reply.ts";
import { kindLabel } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { CustomField, CustomKind, ProjectSchema } from "../../domain/bible/project-schema.ts";
import { kindsOf } from "../../domain/bible/schema-words.ts";
import { TYPE_WORDS } from "./field-types.ts";

type AskForm = DraftBlock & { type: "ask_form" };

/** Discord shows five inputs at a time, and each part is sent by itself: so no form here has more. */
export function addFieldForm(own: ProjectSchema, kind: EntryKind | undefined): AskForm {
  const name: FormField = { name: "name", label: "What is it called?", input: "text", required: true };
  return {
    type: "ask_form",
    title: kind === undefined ? "New field" : `New field for ${kindLabel(kind, own)}`,
    fields:
      kind === undefined
        ? [kindField(own), name, typeField(), OPTIONS, requiredField(false)]
        : [name, typeField(), OPTIONS, requiredField(false), ALIASES],
    action: schemaCommand("field", "add", kind ?? ""),
  };
}

export const changeFieldForm = (field: CustomField, own: ProjectSchema): AskForm => ({
  type: "ask_form",
  title: `Change ${field.label} of ${kindLabel(field.kind, own)}`,
  fields: [
    { name: "label", label: "What is it called?", input: "text", required: true, value: field.label },
    typeField(field),
    filled(OPTIONS, field.options ?? []),
    requiredField(field.required),
    filled(ALIASES, field.aliases),
  ],
  action: schemaCommand("field", "change", `${field.kind} ${field.name}`),
});

/** For a new kind, or with what one is now. */
export const kindForm = (kind: CustomKind | undefined): AskForm => ({
  type: "ask_form",
  title: kind === undefined ? "New kind of entry" : `Change ${kind.label}`,
  fields: [
    {
      name: kind === undefined ? "name" : "label",
      label: "One of them is called",
      input: "text",
      required: true,
      ...(kind === undefined ? {} : { value: kind.label }),
    },
    {
      name: "plural",
      label: "Several of them are called",
      input: "text",
      ...(kind === undefined ? {} : { value: kind.plural }),
    },
    filled(ALIASES, kind?.aliases ?? []),
  ],
  action: schemaCommand("kind", kind === undefined ? "add" : "change", kind?.name ?? ""),
});

const OPTIONS: FormField = {
  name: "options",
  label: "Choices, with | between (for a choice)",
  input: "text",
};
const ALIASES: FormField = { name: "aliases", label: "Other words for it, with | between", input: "text" };

const kindField = (own: ProjectSchema): FormField => ({
  name: "kind",
  label: "Of which kind?",
  input: "select",
  required: true,
  options: kindsOf(own).map((kind) => kindLabel(kind, own)),
});

const typeField = (field?: CustomField): FormField => ({
  name: "type",
  label: "What does it hold?",
  input: "select",
  options: Object.values(TYPE_WORDS),
  value: TYPE_WORDS[field?.type ?? "line"],
});

const requiredField = (required: boolean): FormField => ({
  name: "required",
  label: "Must it be filled in?",
  input: "select",
  options: ["no", "yes"],
  value: required ? "yes" : "no",
});

const filled = (field: FormField, words: readonly string[]): FormField =>
  words.length > 0 ? { ...field, value: words.join(" | ") } : field;

const schemaCommand = (part: "field" | "kind", action: "add" | "change", text: string) => ({
  type: "command" as const,
  command: "schema",
  options: { part, action, ...(text === "" ? {} : { text }) },
});
