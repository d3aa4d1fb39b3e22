import { ellipsis } from "../../lib/ellipsis.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Entry } from "./entry.ts";
import type { FactValue } from "./fact.ts";
import { fieldNames } from "./field-check.ts";
import { fieldLabel, kindLabel, pluralOf } from "./kind-words.ts";
import { type BuiltInKind, type EntryKind, isBuiltIn } from "./kinds.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { genderOf, relationWord, tieFrom } from "./relation-words.ts";
import { factText, valueText } from "./value-text.ts";

export { fieldLabel, kindLabel, pluralOf };

const SUMMARY_CHARS = 160;

/** What a reader wants to know first; the other fields follow in the order of their schema. */
const FIRST_FIELDS: Readonly<Record<BuiltInKind, readonly string[]>> = {
  character: [
    "role",
    "age",
    "age_range",
    "gender",
    "occupation",
    "one_line",
    "motivation",
    "want",
    "need",
    "fear",
    "flaw",
    "traits",
  ],
  scene: ["number", "heading", "location", "time_of_day", "characters", "summary"],
  location: ["int_ext", "description", "atmosphere"],
  relationship: ["from", "type", "to", "secret", "since", "description"],
  prop: ["owner", "quantity", "scenes", "description"],
};

/** "1 character", "3 scenes", "no props". */
export const countWords = (count: number, kind: EntryKind, own?: ProjectSchema): string =>
  `${count === 0 ? "no" : count} ${count === 1 ? kindLabel(kind, own) : pluralOf(kind, own)}`;

/** The plain values of an entry, its name among them. */
export function fieldsOf(entry: Entry): Record<string, FactValue> {
  const values = Object.entries(entry.facts).map(([field, fact]) => [field, fact.value] as const);
  return { name: entry.name, ...Object.fromEntries(values) };
}

/** An entry's fields as a card shows them: what matters first, without the name. */
export function cardFields(entry: Entry, own?: ProjectSchema): { name: string; value: string }[] {
  const { name: _name, ...facts } = entry.facts;
  const order = inOrder(entry.kind, Object.keys(facts), own);
  return Object.entries(facts)
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, fact]) => ({ name: fieldLabel(field, entry.kind, own), value: factText(fact) }));
}

/** Field names in the order in which a person wants to read them: what the project adds comes after the trade's own, and last what it no longer has. */
export function inOrder(kind: EntryKind, fields: readonly string[], own?: ProjectSchema): string[] {
  const first = isBuiltIn(kind) ? FIRST_FIELDS[kind] : [];
  const order = [...new Set([...first, ...fieldNames(kind, own), ...fields])];
  return order.filter((field) => fields.includes(field));
}

/** One line that tells an entry from others: "Sarah, 28, journalist". */
export function summaryLine(entry: Entry): string {
  const say = (...fields: readonly string[]) => {
    const field = fields.find((name) => entry.facts[name] !== undefined);
    const value = field === undefined ? undefined : entry.facts[field]?.value;
    return value === undefined ? [] : [valueText(value)];
  };
  const name = entry.name;
  switch (entry.kind) {
    case "character":
      return line([name, ...say("age", "age_range"), ...say("occupation", "one_line", "role")].join(", "));
    case "scene":
      return line([name, ...say("summary")].join(" – "));
    case "relationship":
      return relationshipLine(entry);
    default:
      return line([name, ...say("description", "atmosphere", ...otherFields(entry))].join(": "));
  }
}

/** What else may tell an entry of a project's own kind from others. */
const otherFields = ({ kind, facts }: Entry): string[] =>
  isBuiltIn(kind) ? [] : Object.keys(facts).filter((field) => field !== "name" && field !== "aliases");

/**
 * "Sarah is John's sibling", secrets told as such; a sister where one of `people` says that Sarah is a woman. With
 * `about` it is told what the other one is to them.
 */
export function relationshipLine(
  entry: Entry,
  { people = [], about }: { readonly people?: readonly Entry[]; readonly about?: Pick<Entry, "id"> } = {},
): string {
  if (["from", "to", "type"].some((field) => entry.facts[field]?.value === undefined)) return entry.name;
  const { who, of, type } = tieFrom(entry, about);
  const known = people.find((person) => person.id === who.id);
  const word = relationWord(type, known && genderOf(known));
  const secretly = entry.facts.secret?.value === true ? " secretly" : "";
  return `${who.name} is${secretly} ${possessive(of.name)} ${word}`;
}

export const possessive = (name: string): string => (/s$/i.test(name) ? `${name}’` : `${name}’s`);

/** "Sarah, John and 3 more". */
export const namesOf = (entries: readonly { readonly name: string }[], limit = 4): string =>
  wordList(
    entries.map((entry) => entry.name),
    limit,
  );

const line = (text: string): string => ellipsis(text, SUMMARY_CHARS);
