import type { Entry } from "../../domain/bible/entry.ts";
import { memberKeys } from "../../domain/bible/group-keys.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import { soundKeys } from "../../lib/sound-key.ts";

/** Keys come in ranks: what is called exactly that is found before what merely has that word in its name, and both before what sounds like it. */
export const WHOLE = 0;
export const PART = 1;
export const SOUND = 2;

/** Entries of these kinds are listed as they were made, whatever they are called. */
const LISTED_BY_AGE: readonly EntryKind[] = ["scene"];

/** Kinds whose names are made of others' names, and are never taken for one another. */
const WITHOUT_SOUND: readonly EntryKind[] = ["scene", "relationship"];

/** Key → rank, for all that an entry is known by: name and aliases, a scene's heading and set, a character's groups and trade. */
export function entryKeys(entry: Entry): ReadonlyMap<string, number> {
  const keys = new Map<string, number>();
  for (const name of [entry.name, ...otherNames(entry)]) {
    const whole = nameKey(name);
    if (whole === "") continue;
    keys.set(whole, WHOLE);
    keys.set(whole.replace(/^(the|a|an) /, ""), WHOLE);
    // A relationship's name holds the names of two others and must not answer to them.
    if (entry.kind === "relationship") continue;
    for (const key of nameKeys(name)) if (!keys.has(key)) keys.set(key, PART);
    if (!WITHOUT_SOUND.includes(entry.kind)) for (const key of soundKeys(name)) keys.set(key, SOUND);
  }
  if (entry.kind === "character")
    for (const key of memberKeys((field) => entry.facts[field]?.value)) keys.set(key, PART);
  return keys;
}

/** By what an entry is sorted in its kind, and, for kinds whose names are taken once, what is taken. */
export function sortName(entry: Entry): string {
  if (LISTED_BY_AGE.includes(entry.kind)) return "";
  return nameKey(entry.name) || entry.name.trim().toLowerCase();
}

function otherNames(entry: Entry): string[] {
  return ["aliases", "heading", "set"].flatMap((field) => {
    const value = entry.facts[field]?.value;
    if (Array.isArray(value)) return value;
    return typeof value === "string" ? [value] : [];
  });
}
