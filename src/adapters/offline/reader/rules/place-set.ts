import type { Mention } from "../../../../domain/reading/reading.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { isTitle } from "../parts/known.ts";
import { knownAt, placeName } from "../parts/names.ts";
import { endsAt } from "../parts/phrase.ts";
import { placePhraseEnd } from "../parts/place-phrase.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isNoName } from "../words/not-names.ts";
import { isPlaceTail } from "../words/places.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { describedNext } from "./place-told.ts";
import { found, type Rule } from "./rule.ts";

const ARTICLE = pattern("the|a|an|our|their|one");
const CALLED = pattern("is|'s|was just? called|named");
const IS = pattern("is|'s");
/** How a place lies where it is; the crew does not float and perch. */
const LIES = pattern(
  "sit|stand|lie|floats|hovers|perches|clings|squats|towers|sprawls|nestles|sits|stands|lies|hangs|overlooks above|over|on|in|at|off|under|beneath|behind|between|beside|near|below|by|the|a",
);
/** Of one who was born or lives there it tells, and of no place of the film. */
const OF_PEOPLE = new Set("born raised grew lived from moved studied trained retired emigrated".split(" "));
const AROUND = new Set("in at to near outside inside into reach called".split(" "));
const BOOKED = new Set(
  "booked booking catering lunch parking breakfast permit recce scout scouted".split(" "),
);
const mark = (s: Sentence, from: number): number => {
  const next = s.tokens.findIndex((token, here) => here >= from && token.low === ",");
  return next < 0 ? s.tokens.length : next;
};
const MAX_NAME = 4;
const MAX_LATE = 14;
/** Of fewer characters a description is no more than "pop. 212". */
const SHORT = 12;

/** A place and its name, side by side: "pub is the Drowned Man", "hides out in Kessler Yard, a junk field", "The pension in Nice, the Mimosa, has eleven rooms"; and where it lies: "the bank floats above Jupiter". */
export const placeSet: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || talk.elsewhere || isShopTalk(s, index, mark(s, index + 1))) return undefined;
  const set = setIn(s, index, talk);
  if (set !== undefined) return set;
  if (isFilmTalk(s) || s.tokens.some(({ low: word }) => BOOKED.has(word))) return undefined;
  return (
    added(s, index, talk) ??
    isNamed(s, index, talk) ??
    aside(s, index, talk) ??
    ownWord(s, index, talk) ??
    lies(s, index, talk)
  );
};

const SET_IT = pattern("let? 's|us? set the|this|it whole|entire? thing|film|story|movie|show? in|on|at");

/** "set the whole thing in Scarrowmouth." */
function setIn(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = SET_IT(s, index);
  const to = from < 0 ? -1 : nameEnd(s, from, talk);
  return to < 0 || !(endsAt(s, to) || at(s, to).type === "mark") ? undefined : told(s, index, from, to, talk);
}

const ADD = pattern("add|put|insert in? the|our|their");

/** "add the polytunnel. boiling, smells of tomatoes": a place that is described, and no order to write one. */
function added(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = ADD(s, index);
  const end = from < 0 ? -1 : placePhraseEnd(s, from, false);
  return end < 0 || !endsAt(s, end) || describedNext(s, talk) === undefined
    ? undefined
    : told(s, index, from, end, talk);
}

/** "town is called Mercy, pop. 212", "The house in which it all happens is called Villa Perlmutter". */
function isNamed(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = Math.max(ARTICLE(s, index), index);
  const end = placePhraseEnd(s, start, false);
  if (end < 0 || at(s, start).cap !== (start === 0 && at(s, start).cap)) return undefined;
  const is = Math.max(CALLED(s, end), IS(s, end));
  if (is > 0) return named(s, index, is, talk, start, end);
  if (!["in", "where", "that", "which", "they", "at", "of"].includes(low(s, end))) return undefined;
  for (let here = end; here < Math.min(end + MAX_LATE, s.tokens.length); here += 1)
    if (CALLED(s, here) > 0 || (low(s, end) === "of" && IS(s, here) > 0))
      return named(s, index, Math.max(CALLED(s, here), IS(s, here)), talk, start, end);
  return undefined;
}

/** "rival place over the road, Greenfingers.", "The pension in Nice, the Mimosa, has …": between marks. */
function aside(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = Math.max(ARTICLE(s, index), index);
  const phrase = placePhraseEnd(s, start, false);
  const rival = phrase < 0 && low(s, start + 1) === "place" ? start + 2 : phrase;
  if (rival < 0) return undefined;
  const end =
    phrase < 0 || ["in", "over", "on", "by", "off", "near"].includes(low(s, rival)) ? comma(s, rival) : rival;
  return low(s, end) === "," ? named(s, index, end + 1, talk, start, rival) : undefined;
}

function comma(s: Sentence, from: number): number {
  for (let here = from; here < from + MAX_NAME + 1; here += 1) if (low(s, here) === ",") return here;
  return -1;
}

function named(
  s: Sentence,
  index: number,
  from: number,
  talk: Discourse,
  start: number,
  noun: number,
): ReturnType<Rule> {
  const to = nameEnd(s, from, talk);
  if (to < 0 || !(endsAt(s, to) || at(s, to).type === "mark")) return undefined;
  const first = low(s, from) === "the" ? from + 1 : from;
  const isCalled = ["called", "named"].includes(low(s, from - 1));
  const isName = first > from || isCalled || to > first + 1 || SETTLED.has(low(s, noun - 1));
  return isName && (first > from || isCalled || !isPersonLike(s, first))
    ? told(s, index, from, to, talk, { from: start, to: noun })
    : undefined;
}

/** "the house is Victorian": one word after "is" is a name only here. */
const SETTLED = new Set("town village city island planet ship".split(" "));

const isPersonLike = (s: Sentence, index: number): boolean =>
  s.tags(index).has("FirstName") || isTitle(low(s, index)) || s.tags(index).has("Demonym");

/** "Kessler Yard", "the Drowned Man": capitals, and nobody's name who is known; or -1. */
function nameEnd(s: Sentence, index: number, talk: Discourse): number {
  const first = low(s, index) === "the" ? index + 1 : index;
  if (!at(s, first).cap || at(s, first).type !== "word" || isNoName(low(s, first))) return -1;
  if (s.tags(first).has("Adjective") && !at(s, first + 1).cap) return -1;
  if ([index, first].some((here) => knownAt(s, here, talk) !== undefined)) return -1;
  let to = first + 1;
  while (to < first + MAX_NAME && at(s, to).type === "word" && joins(s, to)) to += 1;
  return low(s, to) === "'s" ? -1 : to;
}

const joins = (s: Sentence, index: number): boolean =>
  at(s, index).cap || (["of", "the", "de", "la", "du"].includes(low(s, index)) && at(s, index + 1).cap);

/** "Café Abbazia, where …, has mirrors on all four walls": a word for a place in its name. */
function ownWord(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  for (let here = index; here < s.tokens.length - 2; here += 1) {
    const beside = low(s, here - 1) === "," && placeEnds(s, here - 1);
    const around = beside || (here > index && AROUND.has(low(s, here - 1)));
    if ((here > index && !around) || OF_PEOPLE.has(low(s, here - 2))) continue;
    if (!at(s, here).cap && !(low(s, here) === "the" && at(s, here + 1).cap)) continue;
    const to = nameEnd(s, here, talk);
    if (to < here + 1 || low(s, to) !== ",") continue;
    const word = [here, to - 1].some((place) => isPlaceNoun(low(s, place)));
    const apposed = ["a", "an", "the"].includes(low(s, to + 1)) ? placeIn(s, to + 2) : false;
    const where = low(s, to + 1) === "where" || (low(s, to + 1) === "in" && low(s, to + 2) === "which");
    if (
      (low(s, here) !== "the" && isTitle(low(s, here))) ||
      !((to > here + 1 && word && (where || apposed)) || (around && apposed))
    )
      continue;
    return told(s, index, here, to, talk);
  }
  return undefined;
}

const placeEnds = (s: Sentence, to: number): boolean =>
  isPlaceNoun(low(s, to - 1)) ||
  isPlaceTail(low(s, to - 1)) ||
  ["building", "place", "spot"].includes(low(s, to - 1));

/** "a junk field that isn't on any map", "a seaside town thats shut for winter": a place before the phrase is over. */
function placeIn(s: Sentence, index: number): boolean {
  for (let here = index; here < index + MAX_NAME; here += 1) {
    if (at(s, here).type !== "word") return false;
    const tail = isPlaceNoun(low(s, here)) || (here > index && isPlaceTail(low(s, here)));
    if (tail && !isPlaceNoun(low(s, here + 1)) && !isPlaceTail(low(s, here + 1)))
      return !NOUNS.has(low(s, here + 1));
  }
  return false;
}
/** "a town planner" is no town. */
const NOUNS = new Set(
  "planner owner hand worker boy girl man woman cop singer teacher manager guard keeper".split(" "),
);

/** "the bank floats above jupiter, you can only reach it by ferry". */
function lies(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = ["the", "their", "our"].includes(low(s, index)) ? index + 1 : -1;
  const any = start < 0 ? -1 : placePhraseEnd(s, start, true);
  const end = low(s, any) === "," ? any : start < 0 ? -1 : placePhraseEnd(s, start, false);
  if (end < 0 || at(s, end + 2).type === "number") return undefined;
  const apart =
    low(s, end) === "," && low(s, end + 1) === "in" && low(s, end + 2) === "which" ? mark(s, end + 3) : end;
  if (LIES(s, apart) < 0 && !(apart > end && LIES(s, apart + 1) > 0)) return undefined;
  const known = knownAt(s, start, talk, "location");
  const { start: open, end: close } = spanOf(s, start, end);
  const mention = { name: placeName(talk.text.slice(open, close)), start: open, end: close };
  const subject = known?.entry === undefined ? mention : known.mention;
  const field = textField(s, talk, "description", apart > end ? apart + 1 : end, s.tokens.length);
  speakOf(talk, { name: subject.name, kind: "location", fresh: known === undefined });
  const span = spanOf(s, index, s.tokens.length);
  return found(s.tokens.length, [
    entryStatement("location", subject, known === undefined, field === undefined ? [] : [field], span),
  ]);
}

/** The place by the name in [from, to), with what is said of it after that, before it or in the next sentence. */
function told(
  s: Sentence,
  index: number,
  from: number,
  to: number,
  talk: Discourse,
  noun?: { from: number; to: number },
): ReturnType<Rule> {
  const { start, end } = spanOf(s, from, to);
  const typed = placeName(talk.text.slice(start, end));
  const subject: Mention = { name: typed.replace(/^the /, "The "), start, end };
  const said = textField(s, talk, "description", to + 1, s.tokens.length);
  const next = said === undefined || String(said.value).length < SHORT ? describedNext(s, talk) : undefined;
  const before =
    noun === undefined || noun.to < noun.from + 2
      ? undefined
      : textField(s, talk, "description", noun.from, noun.to);
  const field =
    said !== undefined && next !== undefined
      ? { ...next, value: talk.text.slice(said.start, next.end), start: said.start }
      : (next ?? said ?? before);
  if (next !== undefined) talk.readUpTo = Math.max(talk.readUpTo, next.end);
  speakOf(talk, { name: subject.name, kind: "location", fresh: true });
  return found(s.tokens.length, [
    entryStatement(
      "location",
      subject,
      true,
      field === undefined ? [] : [field],
      spanOf(s, index, s.tokens.length),
    ),
  ]);
}
