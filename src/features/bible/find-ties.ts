import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import { createNameIndex, lookupKeys, type NameIndex } from "../../domain/bible/name-index.ts";
import type { BibleParts } from "./parts.ts";

const NAMED_LIMIT = 200;
const TIES_LIMIT = 200;
/** Between two names: "Sarah and John", "Sarah John", "Sarah, John". */
const JOINTS = /\s*(?:,|&|–|\band\b)\s*|\s+/g;

/** The relationships that words name by one of their ends, or by both: "Sarah", "Sarah and John". None when the words name nobody. */
export async function findTies(parts: BibleParts, turn: Turn, words: string): Promise<readonly Entry[]> {
  const splits = [...words.matchAll(JOINTS)].map((joint): readonly [string, string] => [
    words.slice(0, joint.index),
    words.slice(joint.index + joint[0].length),
  ]);
  const names = [words, ...splits.flat()].filter((name) => name.trim() !== "");
  const keys = [...new Set(names.flatMap(lookupKeys))].slice(0, NAMED_LIMIT);
  const named = await parts.bible.byKeys(turn.project.id, keys, NAMED_LIMIT);
  const index = createNameIndex(named.filter((entry) => entry.kind === "character"));
  const pair = splits
    .map(([one, other]) => [who(index, one), who(index, other)])
    .find((ends) => ends.every((end) => end !== undefined));
  const ends = (pair ?? [who(index, words)]).flatMap((end) => end ?? []);
  const [first] = ends;
  if (first === undefined) return [];
  const linked = await parts.bible.linkedTo([first.id], TIES_LIMIT);
  return linked.filter(
    (entry) => entry.kind === "relationship" && ends.every((end) => linkedIds(entry).includes(end.id)),
  );
}

function who(index: NameIndex, name: string): Entry | undefined {
  const found = index.find(name, "character");
  return found.type === "one" ? found.entry : undefined;
}
