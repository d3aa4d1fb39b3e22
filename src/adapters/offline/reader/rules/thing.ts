import type { Discourse } from "../parts/discourse.ts";
import { isPlaceNoun, thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { goesOn, MAKE } from "./introduce.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { KINDS, kindNoun, namedThing, titled } from "./named-thing.ts";
import { found, type Rule } from "./rule.ts";

const SOME = pattern("a|an|the|new|another|main|key|important|our*");
const NAMED = firstOf(
  pattern("named|called"),
  pattern("by the name of"),
  pattern(":|=|,|–|-|—"),
  pattern("whose name is"),
  pattern("is|'s called|named"),
);
const THERE = firstOf(
  pattern("there 's|is"),
  pattern("we|i 'll|will|'d|would* also|still|really* need|want|have|like also?"),
  pattern("have"),
);
const NEW = pattern("new|another");
/** "create a location called The Blue Note, a smoky jazz club", "new location: the mill", "add a prop: a red suitcase", "there's a bar called Rick's". */
export const thing: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = Math.max(MAKE(s, index), NEW(s, index), goesOn(s, index, talk) ? index : -1);
  const there = made < 0 ? THERE(s, index) : -1;
  if (there >= 0 && (isShopTalk(s, there) || isFilmTalk(s, there))) return undefined;
  const start = SOME(s, Math.max(made, there, index));
  const as = made < 0 ? undefined : asKind(s, index, made, talk);
  if (as !== undefined) return as;
  const place = made < 0 ? undefined : ownPlace(s, index, made, talk);
  if (place !== undefined) return place;
  const noun = kindNoun(s, start);
  if (noun === undefined) return undefined;
  const named = NAMED(s, noun.to);
  const bare = made < 0 && there < 0;
  const colon = [":", "="].includes(low(s, noun.to));
  if (bare && !colon) return undefined;
  const next = at(s, noun.to);
  if (
    noun.generic &&
    made >= 0 &&
    named < 0 &&
    (next.cap || (next.type === "word" && !UNNAMED.has(next.low)))
  )
    return namedThing(s, index, noun, noun.to, talk, start);
  const meant = noun.generic ? forWhom(s, noun.to) : -1;
  if (meant > 0) return namedThing(s, index, noun, meant, talk, start);
  const late = noun.generic ? -1 : lateName(s, noun.to);
  if (late > 0) return namedThing(s, index, noun, late, talk, start);
  if (named < 0 || (!noun.generic && !["named", "called", "of", "is"].includes(low(s, named - 1))))
    return undefined;
  return namedThing(s, index, noun, named, talk, start);
};

const MAX_FOR = 8;
/** "a location for the nuns, the Abbey of St. Ursula": whom it is for, and its name. */
function forWhom(s: Sentence, index: number): number {
  if (!["for", "where"].includes(low(s, index))) return -1;
  for (let here = index + 1; here < Math.min(index + MAX_FOR, s.tokens.length); here += 1) {
    if (![",", ":", "–", "—", "-"].includes(low(s, here))) continue;
    const name = low(s, here + 1) === "the" ? here + 2 : here + 1;
    return at(s, name).cap ? here + 1 : -1;
  }
  return -1;
}

/** "add the Kowalski farm": a name of its own and the word for such a place. */
function ownPlace(s: Sentence, index: number, made: number, talk: Discourse): ReturnType<Rule> {
  const from = low(s, made) === "the" ? made + 1 : made;
  if (!at(s, from).cap) return undefined;
  for (let here = from + 1; here < from + MAX_OWN; here += 1) {
    if (at(s, here).type !== "word") return undefined;
    if (!isPlaceNoun(low(s, here)) || isPlaceNoun(low(s, here + 1))) continue;
    const next = at(s, here + 1);
    if (
      next.text !== "" &&
      next.type !== "mark" &&
      !["please", "pls", "as", "to", "where", "with"].includes(next.low)
    )
      return undefined;
    return namedThing(s, index, { kind: "location", generic: true, from, to: here + 1 }, made, talk, from);
  }
  return undefined;
}
const MAX_OWN = 5;

const UNNAMED = new Set(
  "where for that in with which near of on and at to is from please like who by list".split(" "),
);
const AS = pattern("as a|an|the|our? new|main?");

/** "Add Sarah's apartment as a location". */
function asKind(s: Sentence, index: number, from: number, talk: Discourse): ReturnType<Rule> {
  for (let here = from + 1; here < Math.min(from + 8, s.tokens.length); here += 1) {
    const kind = AS(s, here) > here ? KINDS.get(low(s, AS(s, here))) : undefined;
    if (kind === undefined) continue;
    const name = thingSlot(s, kind === "prop" && low(s, from) === "the" ? from + 1 : from, talk, kind);
    if (name === undefined) return undefined;
    return found(AS(s, here) + 1, [
      entryStatement(kind, titled(name.mention), true, [], spanOf(s, index, here)),
    ]);
  }
  return undefined;
}

/** "a diner on Route 9 called Hal's". */
function lateName(s: Sentence, index: number): number {
  if (!["on", "in", "at", "near", "by", "outside"].includes(low(s, index))) return -1;
  for (let here = index + 1; here < Math.min(index + 6, s.tokens.length); here += 1) {
    if (at(s, here).type === "mark") return -1;
    if (["called", "named"].includes(low(s, here))) return here + 1;
  }
  return -1;
}
