import { nameKey } from "../../lib/name-keys.ts";
import { fieldNames } from "./field-check.ts";
import { fieldLabel, kindLabel, pluralOf } from "./kind-words.ts";
import { ENTRY_KINDS, type EntryKind, OWN_NAME } from "./kinds.ts";
import { customField, EMPTY_SCHEMA, type ProjectSchema } from "./project-schema.ts";

/** Every kind of a project: the trade's own, then those it adds. */
export const kindsOf = (own: ProjectSchema): EntryKind[] => [
  ...ENTRY_KINDS,
  ...own.kinds.map((kind) => kind.name),
];

/** The words a kind answers to. */
export const wordsOfKind = (kind: EntryKind, own: ProjectSchema): string[] => [
  kind,
  kindLabel(kind, own),
  pluralOf(kind, own),
  ...(own.kinds.find((each) => each.name === kind)?.aliases ?? []),
];

/** The kind that words mean: its name, label, plural or an alias, whatever their case: "Vehicles" → vehicle. */
export function resolveKind(words: string, own: ProjectSchema): EntryKind | undefined {
  const key = nameKey(words);
  return key === ""
    ? undefined
    : kindsOf(own).find((kind) => wordsOfKind(kind, own).some((word) => nameKey(word) === key));
}

/** The words a field answers to. */
export const wordsOfField = (kind: EntryKind, field: string, own: ProjectSchema): string[] => [
  field,
  fieldLabel(field, kind, own),
  ...(customField(own, kind, field)?.aliases ?? []),
];

/** The field of a kind that words mean: its name, label or an alias, typed with spaces or in any case: "Blood type" → blood_type. */
export function resolveField(
  kind: EntryKind,
  words: string,
  own: ProjectSchema = EMPTY_SCHEMA,
): string | undefined {
  const names = fieldNames(kind, own);
  if (names.includes(words)) return words;
  const key = nameKey(words);
  return key === ""
    ? undefined
    : names.find((name) => wordsOfField(kind, name, own).some((word) => nameKey(word) === key));
}

/** The stored form of a name that people chose: "Blood type" → blood_type. Undefined when it cannot have one. */
export function ownName(words: string): string | undefined {
  const name = nameKey(words.replaceAll("ß", "ss")).replaceAll(" ", "_");
  return OWN_NAME.test(name) ? name : undefined;
}
