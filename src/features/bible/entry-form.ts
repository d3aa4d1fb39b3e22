import type { DraftBlock, FormField } from "../../chat/reply.ts";
import { fieldLabel, inOrder } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { fieldShape } from "../../domain/bible/field-check.ts";
import { type BuiltInKind, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";

/** What a form always asks for, beside what is known: what tells most about an entry of the kind. */
const CORE_FIELDS: Readonly<Record<BuiltInKind, readonly string[]>> = {
  character: ["name", "age", "occupation", "motivation", "traits"],
  scene: ["name", "location", "time_of_day", "characters", "summary"],
  location: ["name", "int_ext", "description", "atmosphere"],
  relationship: ["type", "description", "since"],
  prop: ["name", "owner", "description"],
};

const NAME_LABELS: Partial<Record<EntryKind, string>> = { scene: "Heading, for example INT. DINER - NIGHT" };

const coreFields = (kind: EntryKind): readonly string[] =>
  isBuiltIn(kind) ? CORE_FIELDS[kind] : ["name", "description"];

type AskForm = DraftBlock & { type: "ask_form" };

/** A form for what a new entry of the kind should be. */
export const createForm = (kind: EntryKind): AskForm => ({
  type: "ask_form",
  title: `New ${kind}`,
  fields: coreFields(kind).map((field) => formField(kind, field, undefined)),
  action: { type: "command", command: kind, options: { action: "create" } },
});

/** A form with what is known of an entry filled in. Emptied fields are cleared. */
export function editForm(entry: Entry): AskForm {
  const ends = entry.kind === "relationship" ? ["name", "from", "to"] : [];
  const known = Object.keys(entry.facts).filter((field) => !ends.includes(field) && field !== "name");
  const core = coreFields(entry.kind);
  const rest = inOrder(entry.kind, known).filter((field) => !core.includes(field));
  return {
    type: "ask_form",
    title: `Edit ${entry.name}`,
    fields: [...core, ...rest].map((field) => formField(entry.kind, field, shownValue(entry, field))),
    action: { type: "command", command: entry.kind, options: { action: "edit", id: entry.id } },
  };
}

/** A field's value as its form shows it; empty when there is none. */
export function shownValue(entry: Entry, field: string): string {
  const value = field === "name" ? entry.name : entry.facts[field]?.value;
  return value === undefined ? "" : valueText(value);
}

function formField(kind: EntryKind, field: string, value: string | undefined): FormField {
  const shape = fieldShape(kind, field);
  const label = field === "name" ? (NAME_LABELS[kind] ?? "Name") : fieldLabel(field);
  return {
    name: field,
    label: shape?.type === "list" ? `${label}, with commas between` : label,
    input: INPUTS[shape?.type ?? "line"],
    ...(value === undefined || value === "" ? {} : { value }),
    ...(shape?.type === "select" ? { options: [...shape.options] } : {}),
    ...(shape?.type === "boolean" ? { options: ["yes", "no"] } : {}),
    ...(field === "name" ? { required: true } : {}),
  };
}

const INPUTS = {
  line: "text",
  list: "text",
  paragraph: "paragraph",
  number: "number",
  select: "select",
  boolean: "select",
} as const;
