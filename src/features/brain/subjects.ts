import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { Mention } from "../../domain/reading/reading.ts";
import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import type { BrainParts } from "./parts.ts";

const MAX_FOUND = 10;

export interface Subject {
  readonly name: string;
  /** Entries the name may mean: none, the one, or several. */
  readonly entries: readonly Entry[];
}

/** Finds what a question speaks of: by id where the reader knew it, else by name; a whole name beats a part of one. */
export async function findSubjects(
  parts: BrainParts,
  turn: Turn,
  mentions: readonly Mention[],
): Promise<Subject[]> {
  const ids = mentions.flatMap((mention) => (mention.entry_id === undefined ? [] : [mention.entry_id]));
  const keys = mentions.flatMap((mention) => (mention.entry_id === undefined ? nameKeys(mention.name) : []));
  const [byId, byName] = await Promise.all([
    ids.length > 0 ? parts.bible.get(ids) : [],
    keys.length > 0 ? parts.bible.byKeys(turn.project.id, keys, MAX_FOUND) : [],
  ]);
  const own = byId.filter((entry) => entry.project_id === turn.project.id && entry.status !== "removed");
  return mentions.map((mention) => {
    if (mention.entry_id !== undefined)
      return { name: mention.name, entries: own.filter((entry) => entry.id === mention.entry_id) };
    return { name: mention.name, entries: named(mention.name, byName) };
  });
}

function named(name: string, entries: readonly Entry[]): readonly Entry[] {
  const key = nameKey(name);
  const kept = entries.filter((entry) => entry.kind !== "relationship");
  const whole = kept.filter((entry) => nameKey(entry.name) === key);
  const parts = new Set(nameKeys(name));
  return whole.length > 0
    ? whole
    : kept.filter((entry) => nameKeys(entry.name).some((part) => parts.has(part)));
}
