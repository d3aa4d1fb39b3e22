import { nameKey } from "../../../../lib/name-keys.ts";
import { bareAge } from "../parts/ages.ts";
import { anyNameAt } from "../parts/any-name.ts";
import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { isTitle } from "../parts/known.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { HABITS } from "../words/conditions.ts";
import { LOOK_THINGS, VOICE_THINGS } from "../words/flaws.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const MARKS = /^(?:[:;=(,]|[-–—]+)$/;
const CLOSES = new Set([",", ";", ")", "(", "and", "&", "/"]);
/** What one notes of a person's ways: "never blinks", "hates dogs", "allergic to flowers", "knows where the bodies are". */
const WAYS = wordSet(
  "never always hates loves likes knows wants needs fears believes thinks secretly cannot can't refuses obsessed addicted allergic hopeless terrified afraid scared haunted good bad terrible great brilliant useless lives works runs owns speaks talks dreams drives collects keeps wears carries raised born grew lost ex- survived married divorced widowed ageless retired smells looks dresses laughs smokes drinks plays sings writes teaches steals lies hums chews",
);
/** Worn or used, and seen of whoever comes. */
const SEEN = wordSet(
  "monocle cane veil hat coat boots gloves pearls tweed leather glasses spectacles eyepatch cape cloak uniform suit suits jeans dress apron scarf turban tattoos perfume lipstick heels sneakers trainers cardigan hoodie overalls dungarees corset wig crutches wheelchair pipe cigar toothpick medals monocled shoes sandals jacket parka raincoat bowtie waistcoat",
);
const MAX_PIECES = 6;
const MAX_PIECE = 14;
const MORE = 2;

/**
 * A name and strokes beside it, none of them an age or a trade: "Baron von Strick: monocle, limp, never blinks.",
 * "Old Pete, runs the bait shop, knows where the bodies are". A title is one stroke of its own.
 */
export const sketch: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index) || talk.elsewhere) return undefined;
  if (low(s, index - 1) === ",") return undefined;
  const any = at(s, index).cap ? anyNameAt(s, index, talk) : undefined;
  if (any === undefined || any.by === "place" || !MARKS.test(low(s, any.name.to))) return undefined;
  if (talk.known.mayBeSlip(nameKey(any.name.mention.name))) return undefined;
  const weight = weightOf(s, any.name, any.by === "given");
  const strokes = strokesAfter(s, any.name.to, talk);
  return weight > 0 && weight + strokes >= ENOUGH ? present(s, index, talk, any.name, []) : undefined;
};

const ENOUGH = 4;

/** How much the name itself tells that it is somebody's: a title most, then a given name with another. */
function weightOf(s: Sentence, name: Named, given: boolean): number {
  const two = name.to - name.from > 1;
  if (isTitle(low(s, name.from)) && two && low(s, name.from) !== "the") return ENOUGH - 1;
  if (given) return two ? 2 : 1;
  return two ? 1 : 0;
}

function strokesAfter(s: Sentence, index: number, talk: Discourse): number {
  let strokes = inSentence(s, index, talk);
  for (const next of sentencesIn(talk, s.end, talk.text.length, MORE)) {
    if (next.asks || isShopTalk(next, 0)) break;
    if (["he", "she", "his", "her"].includes(low(next, 0))) strokes += 2;
  }
  return strokes;
}

function inSentence(s: Sentence, index: number, talk: Discourse): number {
  let strokes = 0;
  let here = index;
  for (let count = 0; count < MAX_PIECES && here < s.tokens.length; count += 1) {
    while (here < s.tokens.length && (MARKS.test(low(s, here)) || CLOSES.has(low(s, here)))) here += 1;
    const to = pieceEnd(s, here);
    if (to > here && isStroke(s, here, to, talk)) strokes += isStrong(s, here) ? 2 : 1;
    here = Math.max(to, here + 1);
  }
  return strokes;
}

function pieceEnd(s: Sentence, from: number): number {
  let to = from;
  while (
    to < s.tokens.length &&
    to - from < MAX_PIECE &&
    !(at(s, to).type === "mark" && CLOSES.has(low(s, to)))
  )
    to += 1;
  return to;
}

/** Said of nobody but a person. */
const isStrong = (s: Sentence, from: number): boolean =>
  ["he", "she", "his", "her", "never", "always", "who"].includes(low(s, from)) || HABITS.has(low(s, from));

function isStroke(s: Sentence, from: number, to: number, talk: Discourse): boolean {
  const first = low(s, from);
  if (WAYS.has(first) || HABITS.has(first) || ["he", "she", "his", "her", "who"].includes(first)) return true;
  if (bareAge(s, from) !== undefined) return true;
  const last = low(s, to - 1);
  for (let here = from; here < to; here += 1) {
    const word = low(s, here);
    if (LOOK_THINGS.has(word) || VOICE_THINGS.has(word) || SEEN.has(word)) return true;
    if (["his", "her", "himself", "herself"].includes(word)) return true;
  }
  const tags = s.tags(from);
  if ((tags.has("PresentTense") && first.endsWith("s")) || tags.has("Gerund")) return true;
  const field = adjectiveField(last);
  if (field === "traits" || field === "appearance" || field === "ethnicity") return true;
  const phrase = personPhraseAt(s, from, talk);
  return phrase !== undefined && (phrase.sure === "trade" || phrase.sure === "person") && phrase.to >= to;
}
