import type { Discourse } from "../parts/discourse.ts";
import { knownAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { remove } from "./remove.ts";
import type { Rule } from "./rule.ts";

const PLAIN = firstOf(
  pattern("throw|kick|leave|take|write out"),
  pattern("we|i 're|'m|are|am cutting|removing|dropping|deleting"),
  pattern("lose|nix|bin|dump|scratch|omit"),
);
/** A death in the story takes nobody out of the film; a scene can only be killed one way. */
const KILL = firstOf(pattern("kill off"), pattern("kill"));
const PARTED = pattern("throw|kick|take|write|leave|cut");
const OUT = firstOf(pattern("out of"), pattern("out"));

/** "throw out Karen", "take Tom out of the story", "we're cutting Maya", "lose the lighter", "kill the docks scene": the order to remove, in other words. */
export const takeOut: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const plain = PLAIN(s, index);
  if (plain > 0) return asRemove(s, index, plain, talk);
  const killed = KILL(s, index);
  if (killed > 0) {
    const one = asRemove(s, index, killed, talk);
    return one?.statements.every((each) => each.type === "remove" && each.kind === "scene") ? one : undefined;
  }
  const parted = PARTED(s, index);
  const target = parted < 0 ? -1 : targetEnd(s, parted, talk);
  const out = target < 0 ? -1 : OUT(s, target);
  return out < 0 ? undefined : asRemove(s, index, parted, talk, [target, out]);
};

/** The sentence as it would be with the plain verb; places in the message stay as they are. */
function asRemove(
  s: Sentence,
  index: number,
  from: number,
  talk: Discourse,
  [gone, after]: readonly [number, number] = [-1, -1],
): ReturnType<Rule> {
  const verb = { ...at(s, index), low: "remove" };
  const out = gone < 0 ? from : after;
  const of = gone >= 0 && low(s, after - 1) === "of" ? [{ ...at(s, after - 1), low: "from" }] : [];
  const target = gone < 0 ? [] : s.tokens.slice(from, gone);
  const all = [...s.tokens.slice(0, index), verb, ...target, ...of, ...s.tokens.slice(out)];
  const one = remove({ ...s, tokens: all }, index, talk);
  return one && { ...one, to: one.to + s.tokens.length - all.length };
}

function targetEnd(s: Sentence, index: number, talk: Discourse): number {
  const party = partyAt(s, index, talk);
  if (party?.referent.entry_id !== undefined) return party.to;
  const start = low(s, index) === "the" ? index + 1 : index;
  return (knownAt(s, index, talk) ?? knownAt(s, start, talk))?.to ?? -1;
}
