import { entryAction } from "../../chat/entry-offers.ts";
import { fieldInput } from "../../chat/field-input.ts";
import type { DraftBlock, FormField } from "../../chat/reply.ts";
import { inOrder } from "../../domain/bible/describe.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { FactValue } from "../../domain/bible/fact.ts";
import { checkField, fieldNames, fieldShape } from "../../domain/bible/field-check.ts";
import { kindLabel } from "../../domain/bible/kind-words.ts";
import { type BuiltInKind, type EntryKind, isBuiltIn } from "../../domain/bible/kinds.ts";
import { eitherOf, type ProjectSchema, requiredFields } from "../../domain/bible/project-schema.ts";
import { valueText } from "../../domain/bible/value-text.ts";

/** What a form always asks for, beside what is known: what tells most about an entry of the kind. */
const CORE_FIELDS: Readonly<Record<BuiltInKind, readonly string[]>> = {
  character: ["age", "occupation", "motivation", "traits"],
  scene: ["location", "time_of_day", "characters", "summary"],
  location: ["int_ext", "description", "atmosphere"],
  relationship: ["type", "secret", "since", "description"],
  prop: ["owner", "description"],
};

/** A relationship is named by its ends, which it keeps. */
const ENDS: readonly string[] = ["from", "to"];

const NAME_LABELS: Partial<Record<EntryKind, string>> = { scene: "Heading, for example INT. DINER - NIGHT" };

/** Slack's views hold a hundred inputs; what is known comes before what is not. */
const MAX_FIELDS = 90;

type AskForm = DraftBlock & { type: "ask_form" };

/** A form for what a new entry of the kind should be: what is required first, then what tells most, then what the project adds. */
export const createForm = (kind: EntryKind, own: ProjectSchema): AskForm => ({
  type: "ask_form",
  title: `New ${kindLabel(kind, own)}`,
  fields: [...(kind === "relationship" ? ["from", "type", "to"] : ["name"]), ...asked(kind, own)]
    .filter(once)
    .slice(0, MAX_FIELDS)
    .map((field) => ({
      ...formField(kind, field, undefined, own),
      ...(isNeeded(kind, field, own) ? { required: true } : {}),
    })),
  action: entryAction(kind, { action: "create" }),
});

/**
 * A form with what is known of an entry filled in. Emptied fields are cleared. What the project no longer has a field
 * for is left out, and so cannot be changed; a required field that is empty says so and may stay empty for now.
 */
export function editForm(entry: Entry, own: ProjectSchema): AskForm {
  const { kind } = entry;
  const named = kind === "relationship" ? [] : ["name"];
  const kept = kind === "relationship" ? [...ENDS, "name"] : ["name"];
  const held = inOrder(kind, Object.keys(entry.facts), own).filter((field) =>
    fieldNames(kind, own).includes(field),
  );
  const core = [...requiredFields(own, kind), ...coreFields(kind)];
  const fields = [...core, ...held, ...asked(kind, own)].filter((field) => !kept.includes(field));
  return {
    type: "ask_form",
    title: `Edit ${entry.name}`,
    fields: [...named, ...fields]
      .filter(once)
      .slice(0, MAX_FIELDS)
      .map((field) => editField(entry, field, own)),
    action: entryAction(kind, { action: "edit", id: entry.id }),
  };
}

/** A field's value as its form shows it; empty when there is none. */
export function shownValue(entry: Entry, field: string): string {
  const value = known(entry, field);
  return value === undefined ? "" : valueText(value);
}

function editField(entry: Entry, field: string, own: ProjectSchema): FormField {
  const { kind } = entry;
  const made = formField(kind, field, known(entry, field), own);
  const missing =
    requiredFields(own, kind).includes(field) &&
    eitherOf(kind, field).every((way) => entry.facts[way] === undefined);
  return missing ? { ...made, label: `${made.label} (still missing)` } : made;
}

const coreFields = (kind: EntryKind): readonly string[] =>
  isBuiltIn(kind) ? CORE_FIELDS[kind] : ["description"];

/** Fields that are asked for even where nothing is known. */
const asked = (kind: EntryKind, own: ProjectSchema): string[] => [
  ...requiredFields(own, kind),
  ...coreFields(kind),
  ...own.fields.filter((field) => field.kind === kind).map((field) => field.name),
];

/** What a new entry cannot do without. Of two fields that say the same, neither is forced. */
const isNeeded = (kind: EntryKind, field: string, own: ProjectSchema): boolean =>
  field === "name" ||
  (kind === "relationship" && [...ENDS, "type"].includes(field)) ||
  (requiredFields(own, kind).includes(field) && eitherOf(kind, field).length === 1);

const known = (entry: Entry, field: string): FactValue | undefined =>
  field === "name" ? entry.name : entry.facts[field]?.value;

const once = (field: string, at: number, all: readonly string[]): boolean => all.indexOf(field) === at;

/** An input of the field's type. A value that does not fit it any more is shown as text, so that it comes back as it is. */
function formField(
  kind: EntryKind,
  field: string,
  value: FactValue | undefined,
  own: ProjectSchema,
): FormField {
  const { options, ...made } = fieldInput(kind, field, own, value);
  const label = field === "name" ? (NAME_LABELS[kind] ?? "Name") : made.label;
  const list = fieldShape(kind, field, own)?.type === "list";
  const text = made.value ?? "";
  const fits = text === "" || (checkField(kind, field, text, own).ok && (options?.includes(text) ?? true));
  return {
    ...made,
    label: list ? `${label}, with commas between` : label,
    ...(fits ? {} : { input: "text" }),
    ...(text.includes("\n") ? { input: "paragraph" } : {}),
    ...(fits && options ? { options } : {}),
    ...(field === "name" ? { required: true } : {}),
  };
}
