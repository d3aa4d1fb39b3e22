import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import type { Entry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";

export type Found =
  | { readonly type: "one"; readonly entry: Entry }
  | { readonly type: "several"; readonly entries: readonly Entry[] }
  | { readonly type: "none" };

export interface NameIndex {
  /** Takes an entry in, or anew under its present names; one that is removed is forgotten. */
  put(entry: Entry): void;
  /** Who a name means: the whole name comes before an alias, an alias before a part of a name. */
  find(name: string, kind?: EntryKind): Found;
  /** The entry of that kind that has exactly this name. */
  named(name: string, kind: EntryKind): Entry | undefined;
}

const WHOLE = 0;
const ALIAS = 1;
const PART = 2;

/** Finds entries by what people call them. Cost follows the name asked for, not the number of entries. */
export function createNameIndex(entries: Iterable<Entry>): NameIndex {
  const byId = new Map<string, { entry: Entry; keys: ReadonlyMap<string, number> }>();
  const byKey = new Map<string, Set<string>>();

  const drop = (id: string) => {
    for (const key of byId.get(id)?.keys.keys() ?? []) byKey.get(key)?.delete(id);
    byId.delete(id);
  };
  const put = (entry: Entry) => {
    drop(entry.id);
    if (entry.status === "removed") return;
    const keys = keysOf(entry);
    byId.set(entry.id, { entry, keys });
    for (const key of keys.keys()) byKey.set(key, (byKey.get(key) ?? new Set()).add(entry.id));
  };
  const ranked = (key: string, kind: EntryKind | undefined) =>
    [...(byKey.get(key) ?? [])].flatMap((id) => {
      const known = byId.get(id);
      if (!known || (kind !== undefined && known.entry.kind !== kind)) return [];
      return [{ entry: known.entry, rank: known.keys.get(key) ?? PART }];
    });

  for (const entry of entries) put(entry);
  return {
    put,
    find: (name, kind) => best(lookupKeys(name).flatMap((key) => ranked(key, kind))),
    named: (name, kind) =>
      wholeKeys(name)
        .flatMap((key) => ranked(key, kind))
        .find((hit) => hit.rank === WHOLE)?.entry,
  };
}

/** The keys a name is looked up under: whole, without its article, without the word for its kind ("the diner scene" → "diner"). */
export function lookupKeys(name: string): string[] {
  const keys = wholeKeys(name).flatMap((key) => [key, key.replace(/ (character|scene|location|prop)$/, "")]);
  return [...new Set(keys)].filter((key) => key !== "");
}

const wholeKeys = (name: string): string[] => {
  const key = nameKey(name);
  return [...new Set([key, key.replace(/^(the|a|an) /, "")])].filter((found) => found !== "");
};

function keysOf(entry: Entry): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  const add = (found: readonly string[], rank: number) => {
    for (const key of found) if (!keys.has(key)) keys.set(key, rank);
  };
  add(wholeKeys(entry.name), WHOLE);
  const aliases = entry.facts.aliases?.value;
  if (Array.isArray(aliases)) add(aliases.flatMap(wholeKeys), ALIAS);
  const heading = entry.facts.heading?.value;
  if (typeof heading === "string") add(wholeKeys(heading), ALIAS);
  // A relationship's name holds the names of two others and must not answer to them.
  if (entry.kind !== "relationship") add(nameKeys(entry.name), PART);
  return keys;
}

function best(hits: readonly { entry: Entry; rank: number }[]): Found {
  const rank = Math.min(...hits.map((hit) => hit.rank));
  const entries = [
    ...new Map(hits.filter((hit) => hit.rank === rank).map((hit) => [hit.entry.id, hit.entry])).values(),
  ];
  const [only, ...others] = entries;
  if (only === undefined) return { type: "none" };
  return others.length === 0 ? { type: "one", entry: only } : { type: "several", entries };
}
