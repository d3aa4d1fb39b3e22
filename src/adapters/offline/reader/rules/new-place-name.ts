import { knownAt } from "../parts/names.ts";
import { endsAt } from "../parts/phrase.ts";
import { thingSlot } from "../parts/slot.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import { isHedged } from "./mood.ts";
import { renamed } from "./renamed.ts";
import type { Rule } from "./rule.ts";

/** Words of which every such sentence has one. */
const SIGNS = wordSet("now called named renamed becomes name call");
const LASTS = firstOf(pattern("from|for now|here|today on?"), pattern("now|instead"));

const PLACE_VERBS = firstOf(
  pattern("is|'s now|'re? called|named?"),
  pattern("is|'s called|named"),
  pattern("should|will|shall|must be called|named|renamed to?"),
  pattern("is|'s going|gonna to? be called|named"),
  pattern("becomes"),
  pattern("gets a new name :|,|–|-"),
);
const PLACE_OWNS = pattern("'s new? name is|:|will|should be? now?");
const OF_PLACE = pattern("change|switch|update|set the name of");

/** "the diner is now The Blue Moon", "call the diner Rosie's", "change the name of the diner to …". */
export const newPlaceName: Rule = (s, index, talk) => {
  if (!s.tokens.some(({ low: word }) => SIGNS.has(word)) || isHedged(s)) return undefined;
  const call = pattern("call|name")(s, index);
  const change = OF_PLACE(s, index);
  const start = Math.max(index, call, change);
  const place = knownAt(s, low(s, start) === "the" ? start + 1 : start, talk, "location");
  if (place?.entry === undefined) return undefined;
  const to = placeLink(s, place.to, call > 0, change > 0);
  if (to < 0 || !(at(s, to).cap || at(s, to).type === "quote")) return undefined;
  const name = thingSlot(s, to, talk, "location");
  if (name === undefined || name.entry !== undefined || adjectiveField(low(s, to)) === "ethnicity")
    return undefined;
  const end = Math.max(name.to, LASTS(s, name.to));
  return endsAt(s, end) ? renamed(s, index, talk, place.mention, name.mention.name, end) : undefined;
};

function placeLink(s: Sentence, index: number, call: boolean, change: boolean): number {
  if (change) return pattern("to|into")(s, index);
  if (call) return index;
  return Math.max(PLACE_VERBS(s, index), PLACE_OWNS(s, index));
}
