import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { knownAt, lowerNameAt, type Named, nameAt, newNameAt } from "../parts/names.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";

/** A known character's name in any case, or a new one: with its capital, or a given name people bear. */
export const characterAt = (s: Sentence, index: number, talk: Discourse): Named | undefined =>
  at(s, index).cap
    ? nameAt(s, index, talk, "character")
    : (knownAt(s, index, talk, "character") ?? lowerNameAt(s, index));

const JOINTS = wordSet("and but also so oh plus");

/** "and she never takes her gloves off": the one the session speaks of, where a sentence opens with the pronoun. */
export function focusAt(s: Sentence, talk: Discourse): Named | undefined {
  const index = JOINTS.has(low(s, 0)) ? 1 : 0;
  const { low: word, start, end } = at(s, index);
  if (word !== "he" && word !== "she") return undefined;
  const gender = pronounGender(word);
  const focus = talk.request.focus.find(
    (one) => one.kind === "character" && (one.gender === undefined || one.gender === gender),
  );
  const entry = talk.known.all.find(({ entry_id }) => entry_id === focus?.entry_id);
  if (entry === undefined) return undefined;
  return { ...newNameAt(index, { name: entry.name, start, end, entry_id: entry.entry_id }), entry };
}
