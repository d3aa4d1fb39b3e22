import { type BuiltInKind, type EntryKind, isBuiltIn } from "./kinds.ts";
import { customField, EMPTY_SCHEMA, type ProjectSchema } from "./project-schema.ts";

const LABELS = new Map([["int_ext", "Int./Ext."]]);

/** A relationship is read as a sentence: who is the sibling to whom. */
const TIE_LABELS = new Map([
  ["from", "Who"],
  ["to", "To whom"],
  ["type", "Is the"],
]);

const PLURALS: Readonly<Record<BuiltInKind, string>> = {
  character: "characters",
  scene: "scenes",
  location: "locations",
  relationship: "relationships",
  prop: "props",
};

/** A kind as people call it; `own` knows the labels of a project's own kinds. */
export const kindLabel = (kind: EntryKind, own: ProjectSchema = EMPTY_SCHEMA): string =>
  own.kinds.find((each) => each.name === kind)?.label ?? kind.replaceAll("_", " ");

export function pluralOf(kind: EntryKind, own: ProjectSchema = EMPTY_SCHEMA): string {
  if (isBuiltIn(kind)) return PLURALS[kind];
  return own.kinds.find((each) => each.name === kind)?.plural ?? `${kind.replaceAll("_", " ")}s`;
}

/** "a character", "an animal". */
export const aKind = (kind: EntryKind, own?: ProjectSchema): string => withArticle(kindLabel(kind, own));

export const withArticle = (words: string): string => `${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}`;

/** A field's name as people read it: "time_of_day" → "Time of day". A field that the project adds has a label of its own. */
export function fieldLabel(field: string, kind?: EntryKind, own: ProjectSchema = EMPTY_SCHEMA): string {
  const added = kind === undefined ? undefined : customField(own, kind, field);
  if (added) return added.label;
  const tie = kind === undefined || kind === "relationship" ? TIE_LABELS.get(field) : undefined;
  return tie ?? LABELS.get(field) ?? firstUpper(field.replaceAll("_", " "));
}

/** A field within a sentence: "time of day", "blood type", "DNA sample". */
export function fieldWords(field: string, kind: EntryKind, own: ProjectSchema = EMPTY_SCHEMA): string {
  const label = customField(own, kind, field)?.label;
  if (label === undefined) return field.replaceAll("_", " ");
  return /^\p{Lu}[^\p{Lu}]*$/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

export const firstUpper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
