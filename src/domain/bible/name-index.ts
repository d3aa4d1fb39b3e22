import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import type { Entry } from "./entry.ts";
import type { EntryKind } from "./kinds.ts";

type Found =
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

interface Hit {
  readonly entry: Entry;
  readonly rank: number;
}

const WHOLE = 0;
const ALIAS = 1;
const PART = 2;

/** Finds entries by what people call them. Cost follows the name asked for, not the number of entries. */
export function createNameIndex(entries: Iterable<Entry>): NameIndex {
  const keysById = new Map<string, readonly string[]>();
  const byKey = new Map<string, Map<string, Hit>>();

  const put = (entry: Entry) => {
    for (const key of keysById.get(entry.id) ?? []) byKey.get(key)?.delete(entry.id);
    const keys = entry.status === "removed" ? new Map<string, number>() : keysOf(entry);
    keysById.set(entry.id, [...keys.keys()]);
    for (const [key, rank] of keys) {
      const hits = byKey.get(key) ?? new Map<string, Hit>();
      byKey.set(key, hits.set(entry.id, { entry, rank }));
    }
  };
  const ranked = (key: string, kind: EntryKind | undefined) =>
    [...(byKey.get(key)?.values() ?? [])].filter((hit) => kind === undefined || hit.entry.kind === kind);

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

function best(hits: readonly Hit[]): Found {
  const rank = Math.min(...hits.map((hit) => hit.rank));
  const entries = [
    ...new Map(hits.filter((hit) => hit.rank === rank).map((hit) => [hit.entry.id, hit.entry])).values(),
  ];
  const [only, ...others] = entries;
  if (only === undefined) return { type: "none" };
  return others.length === 0 ? { type: "one", entry: only } : { type: "several", entries };
}
