import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { compact, textField } from "../parts/fields.ts";
import { knownAt, type Named } from "../parts/names.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { isPlaceNoun, propMention, thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { MAKE } from "./introduce.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
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
  pattern("we need|want|have"),
  pattern("i want|need"),
  pattern("have"),
);
const NEW = pattern("new|another");
const KINDS = new Map<string, "location" | "prop">([
  ["location", "location"],
  ["place", "location"],
  ["setting", "location"],
  ["set", "location"],
  ["prop", "prop"],
  ["object", "prop"],
]);

/** "create a location called The Blue Note, a smoky jazz club", "new location: the mill", "add a prop: a red suitcase", "there's a bar called Rick's". */
export const thing: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = Math.max(MAKE(s, index), NEW(s, index));
  const there = made < 0 ? THERE(s, index) : -1;
  if (there >= 0 && (isShopTalk(s, there) || isFilmTalk(s, there))) return undefined;
  const start = SOME(s, Math.max(made, there, index));
  const as = made < 0 ? undefined : asKind(s, index, made, talk);
  if (as !== undefined) return as;
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
  const late = noun.generic ? -1 : lateName(s, noun.to);
  if (late > 0) return namedThing(s, index, noun, late, talk, start);
  if (named < 0 || (!noun.generic && !["named", "called", "of", "is"].includes(low(s, named - 1))))
    return undefined;
  return namedThing(s, index, noun, named, talk, start);
};

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

interface KindNoun {
  readonly kind: "location" | "prop";
  readonly generic: boolean;
  readonly from: number;
  readonly to: number;
}

/** "location", "prop", or a place by its own noun ("a smoky jazz club"). */
function kindNoun(s: Sentence, start: number): KindNoun | undefined {
  const generic = KINDS.get(low(s, start));
  if (generic !== undefined) return { kind: generic, generic: true, from: start, to: start + 1 };
  for (let here = start; here < Math.min(start + 5, s.tokens.length); here += 1) {
    const token = at(s, here);
    if (token.type !== "word" || ["called", "named", "with", "who"].includes(token.low)) return undefined;
    if (isPlaceNoun(token.low) && !isPlaceNoun(low(s, here + 1)))
      return { kind: "location", generic: false, from: start, to: here + 1 };
  }
  return undefined;
}

function namedThing(
  s: Sentence,
  index: number,
  noun: KindNoun,
  from: number,
  talk: Discourse,
  start: number,
): ReturnType<Rule> {
  const first = noun.kind === "prop" && ["a", "an"].includes(low(s, from)) ? from + 1 : from;
  const name = thingSlot(s, first, talk, noun.kind);
  if (name === undefined) return undefined;
  const mention: Mention = noun.kind === "prop" ? propMention(talk, name.mention) : titled(name.mention);
  const fields = noun.generic
    ? []
    : compact([
        textField(s, talk, "description", Math.max(start - (isArticle(s, start - 1) ? 1 : 0), 0), noun.to),
      ]);
  const rest = description(s, name.to, talk);
  speakOf(talk, { name: mention.name, kind: noun.kind, fresh: true });
  const to = rest?.to ?? name.to;
  const all =
    rest === undefined ? fields : [...fields.filter((one) => one.field !== rest.field.field), rest.field];
  return found(to, [entryStatement(noun.kind, mention, true, all, spanOf(s, index, to))]);
}

function isArticle(s: Sentence, index: number): boolean {
  return ["a", "an"].includes(low(s, index));
}

function titled(mention: Mention): Mention {
  return /^the \p{Lu}/u.test(mention.name) ? { ...mention, name: `T${mention.name.slice(1)}` } : mention;
}

/** What follows the name, to the end of the sentence: ", a smoky jazz club", "where …", "with …". */
function description(
  s: Sentence,
  index: number,
  talk: Discourse,
): { field: FieldReading; to: number } | undefined {
  const mark = at(s, index);
  const joined = [",", "(", "–", "-", "—", ":"].includes(mark.low);
  const opens = ["where", "which", "that", "with", "near", "in", "on", "by", "outside", "inside"].includes(
    mark.low,
  );
  if (!joined && !opens) return undefined;
  const from = joined ? index + 1 : index;
  const skip =
    ["it", "which", "that"].includes(low(s, from)) && ["is", "'s"].includes(low(s, from + 1))
      ? from + 2
      : from;
  let to = s.tokens.length;
  if (mark.low === "(") while (to > skip && low(s, to) !== ")") to -= 1;
  const command = commandAfter(s, skip);
  if (command > 0) to = command;
  const field = textField(s, talk, "description", skip, to);
  return field && { field, to };
}

function commandAfter(s: Sentence, from: number): number {
  for (let here = from; here < s.tokens.length - 1; here += 1) {
    const joint = low(s, here) === "and" || low(s, here) === ",";
    if (joint && ["add", "create", "make", "delete", "remove", "rename", "change"].includes(low(s, here + 1)))
      return here;
  }
  return -1;
}

const STORY = firstOf(
  pattern("most|all|some|part of the|our|this? film|movie|story|action|it"),
  pattern("the|our|this? whole? film|movie|story|action|script|whole|thing"),
  pattern("everything|it|we all?"),
);
const HAPPENS = firstOf(
  pattern("takes|happens|is|'s|plays place|set|out|mostly|entirely* in|on|at|around|inside|near"),
  pattern("'re in|at"),
);

const SET_IN = pattern("set in");

/** "the story takes place in Lisbon", "most of the film is set in a hotel called The Meridian", "it's set in 1970s Berlin". */
export const setting: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const story = Math.max(STORY(s, index), low(s, index) === "set" ? index : -1);
  const from = story < 0 ? -1 : Math.max(HAPPENS(s, story), SET_IN(s, story));
  if (
    from < 0 ||
    !s.tokens.slice(story, from).some((token) => ["set", "place", "happens", "plays"].includes(token.low))
  )
    return undefined;
  const era = eraAt(s, from);
  const start = era === undefined ? from : from + 1;
  const article = ["a", "an", "the"].includes(low(s, start)) ? start + 1 : start;
  const noun = kindNoun(s, article);
  const named = noun === undefined ? -1 : pattern("called|named")(s, noun.to);
  if (noun !== undefined && named > 0) return namedThing(s, index, noun, named, talk, article);
  if (!at(s, start).cap && !(low(s, start) === "the" && at(s, start + 1).cap)) return undefined;
  const name = knownAt(s, start, talk, "location") ?? firstPlace(thingSlot(s, start, talk, "location"));
  if (name === undefined) return undefined;
  const later = low(s, name.to) === "in" || low(s, name.to) === "," ? eraAt(s, name.to + 1) : undefined;
  speakOf(talk, { name: name.mention.name, kind: "location", fresh: true });
  return found(s.tokens.length, [
    entryStatement("location", name.mention, true, compact([era ?? later]), spanOf(s, index, name.to)),
  ]);
};

const ERAS = new Set(
  "postwar post-war prewar pre-war wartime medieval victorian edwardian present-day modern-day contemporary modern ancient colonial futuristic near-future dystopian renaissance".split(
    " ",
  ),
);

/** "Paris and Rome" are two places; the first is read. */
function firstPlace(name: Named | undefined): Named | undefined {
  const cut = name?.mention.name.indexOf(" and ") ?? -1;
  if (name === undefined || cut < 0) return name;
  const mention = { ...name.mention, name: name.mention.name.slice(0, cut), end: name.mention.start + cut };
  return { ...name, mention };
}

function eraAt(s: Sentence, index: number): FieldReading | undefined {
  const start = low(s, index) === "the" ? index + 1 : index;
  const token = at(s, start);
  if (ERAS.has(token.low)) return { field: "era", value: token.text, start: token.start, end: token.end };
  if (!/^(?:1[0-9]|20)\d\d(?:['’]?s)?$/.test(token.low)) return undefined;
  return { field: "era", value: token.text, start: token.start, end: token.end };
}

const IS_A = pattern("is|'s|was a|an");

/** "The Diner is a run-down place off the highway": of a location or thing that is known. */
export const thingTold: Rule = (s, index, talk) => {
  if (isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const start = low(s, index) === "the" ? index + 1 : index;
  for (const kind of ["location", "prop"] as const) {
    const name = knownAt(s, index, talk, kind) ?? knownAt(s, start, talk, kind);
    const is = name === undefined || name.owns ? -1 : IS_A(s, name.to);
    if (name === undefined || is < 0 || isJudged(s, is)) continue;
    const to = phraseEnd(s, is);
    const field = textField(s, talk, "description", is - 1, to);
    if (field !== undefined && to - is > 1)
      return found(to, [entryStatement(kind, name.mention, false, [field], spanOf(s, index, to))]);
  }
  return undefined;
};

const JUDGEMENTS = new Set(
  "good great nice cool bad terrible perfect better problem mess bit lot must joke cliche cliché pain really very".split(
    " ",
  ),
);

function isJudged(s: Sentence, index: number): boolean {
  return JUDGEMENTS.has(low(s, index));
}
