import { nameKey } from "../../lib/name-keys.ts";
import type { Entry } from "./entry.ts";
import type { FactValue } from "./fact.ts";
import type { EntryKind } from "./kinds.ts";

/** Fields that name other entries, and of which kind those are. What is not known as an entry stays a plain name without a link. */
const LINK_FIELDS: Partial<Record<EntryKind, Readonly<Record<string, EntryKind>>>> = {
  scene: { characters: "character", location: "location", props: "prop" },
  relationship: { from: "character", to: "character" },
  prop: { owner: "character", scenes: "scene" },
};

export function linkTarget(kind: EntryKind, field: string): EntryKind | undefined {
  const fields = LINK_FIELDS[kind];
  return fields && Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** The links that say with whom an entry is not to be taken for one. No field names them, and they may outlive who they mean. */
export const NOT_SAME = "not_same";

/** Every entry that an entry's fields mean, once. */
export const linkedIds = (entry: Entry): readonly string[] => [
  ...new Set(Object.entries(entry.links).flatMap(([field, ids]) => (field === NOT_SAME ? [] : ids))),
];

/** The links with one field's set anew; a field without links has no key. */
export function withLinks(links: Entry["links"], field: string, ids: readonly string[]): Entry["links"] {
  const { [field]: _replaced, ...others } = links;
  return ids.length === 0 ? others : { ...others, [field]: [...new Set(ids)] };
}

/** The fields through which an entry points at another, with all that each points at. */
export const linksTo = (entry: Entry, id: string): (readonly [field: string, ids: readonly string[]])[] =>
  Object.entries(entry.links).filter(([, ids]) => ids.includes(id));

/** A link field's value with one name exchanged for another, or dropped; undefined when nothing is left. */
export function exchangeName(
  value: FactValue | undefined,
  oldName: string,
  newName: string | undefined,
): FactValue | undefined {
  if (value === undefined) return undefined;
  const old = nameKey(oldName);
  if (!Array.isArray(value)) return nameKey(String(value)) === old ? newName : value;
  const names = value.flatMap((name) =>
    nameKey(name) === old ? [newName].filter((now) => now !== undefined) : name,
  );
  return names.length === 0 ? undefined : names;
}
