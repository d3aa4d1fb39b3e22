import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, END_TOKEN, firstOf, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isTimeOfDay } from "../words/times.ts";
import { wordSet } from "../words/word-set.ts";
import { type Discourse, sentencesIn } from "./discourse.ts";
import { valueField } from "./fields.ts";
import { placeName } from "./names.ts";
import { placeAt } from "./scene-facts.ts";

/** What stands before a scene's story, and where in the message the story begins. */
export interface SceneHead {
  readonly fields: readonly FieldReading[];
  readonly from: number;
  /** The sentence and those after it on its line. */
  readonly line: Sentence;
}

const MARKS = new Set([":", ",", "–", "-", "—", ".", ";", "/", "(", ")", "…"]);
const WHERE = pattern("where|when|that|which|in shows?|which|with|has?");
const PREPOSITION = firstOf(
  pattern("set|still|back|then? at|in|on|inside|outside|near the?"),
  pattern("it 's|is still?"),
  pattern("it takes place|happens in|at|on"),
);
const IN_OR_OUT = firstOf(
  pattern("int|interior|inside / ext|exterior|outside"),
  pattern("ext|exterior|outside / int|interior|inside"),
  pattern("int|ext|interior|exterior"),
);
const BY = pattern("just|before|after|at|by|in|during|the|early|late|around|very|really|quite|it|'s|is*");
/** Times of day as people type them. */
const ALSO = new Map([
  ["night time", "night"],
  ["nighttime", "night"],
  ["daytime", "day"],
  ["day time", "day"],
  ["tonight", "night"],
  ["nite", "night"],
  ["sundown", "sunset"],
  ["lunchtime", "noon"],
  ["lunch time", "noon"],
]);
const WEATHER = wordSet(
  "rain raining rainy snow snowing snowy storm stormy sunny windy fog foggy cold hot empty crowded dark quiet silence wide close",
);
const MAX_SEGMENTS = 12;
const MAX_SET_WORDS = 5;
const MAX_TOKENS = 60;

/** In any order, with marks between or none: ", int kitchen morning,", "exterior. gas station. day.", "the harbour, night,". */
export function sceneHead(s: Sentence, after: number, talk: Discourse): SceneHead {
  const line = lineFrom(s, talk);
  const fields: FieldReading[] = [];
  let here = after;
  for (let count = 0; count < MAX_SEGMENTS && here < line.tokens.length; count += 1) {
    if (MARKS.has(low(line, here))) here += 1;
    const where = WHERE(line, here);
    const to = where > here ? where : segment(line, here, fields, talk);
    if (to <= here) break;
    here = to;
  }
  while (MARKS.has(low(line, here))) here += 1;
  const next = at(line, here);
  return { fields, from: next.text === "" ? line.end : next.start, line };
}

function segment(line: Sentence, here: number, fields: FieldReading[], talk: Discourse): number {
  const has = (field: string): boolean => fields.some((one) => one.field === field);
  const side = has("int_ext") ? -1 : IN_OR_OUT(line, here);
  if (side > here && !["of", "the", "a"].includes(low(line, side))) {
    fields.push(valueField(line, "int_ext", sideOf(line, here, side), here, side));
    return side;
  }
  const time = has("time_of_day") ? undefined : timeAt(line, here);
  if (time !== undefined && (closes(line, time.to) || IN_OR_OUT(line, time.to) > 0)) {
    fields.push(time.field);
    return time.to;
  }
  const place = has("location") ? undefined : placeSegment(line, here, has("int_ext"), talk);
  if (place !== undefined) {
    fields.push(place.field);
    return place.to;
  }
  const isAside = fields.length > 0 && WEATHER.has(low(line, here)) && MARKS.has(low(line, here + 1));
  return isAside ? here + 1 : -1;
}

function sideOf(line: Sentence, from: number, to: number): string {
  const sides = line.tokens.slice(from, to).filter((token) => token.type === "word");
  return sides.map(({ low: word }) => (/^(?:int|inside)/.test(word) ? "INT" : "EXT")).join("/");
}

function timeAt(line: Sentence, index: number): { field: FieldReading; to: number } | undefined {
  for (const from of [index, Math.max(BY(line, index), index)]) {
    for (let size = 3; size >= 1; size -= 1) {
      const said = words(line, from, from + size);
      const time = ALSO.get(said) ?? said;
      if (from + size > line.tokens.length || !isTimeOfDay(time)) continue;
      const field = valueField(line, "time_of_day", time.toUpperCase(), from, from + size);
      return { field, to: from + size };
    }
  }
  return undefined;
}

/** A place that closes its part; after "int" any words up to a mark or the time. */
function placeSegment(
  line: Sentence,
  here: number,
  headed: boolean,
  talk: Discourse,
): { field: FieldReading; to: number } | undefined {
  const start = Math.max(PREPOSITION(line, here), here);
  const field = placeAt(line, start, talk);
  const to = field === undefined ? -1 : line.tokens.findIndex((token) => token.start >= field.end);
  const end = to < 0 ? line.tokens.length : to;
  if (field !== undefined && (closes(line, end) || timeAt(line, end) !== undefined))
    return { field, to: end };
  if (!headed) return undefined;
  let last = start;
  while (last < line.tokens.length && !MARKS.has(low(line, last)) && timeAt(line, last) === undefined)
    last += 1;
  if (last === start || last - start > MAX_SET_WORDS) return undefined;
  const span = spanOf(line, start, last);
  const value = placeName(talk.text.slice(span.start, span.end).replace(/^(?:the|an?) /i, ""));
  return { field: { field: "location", value, ...span }, to: last };
}

const closes = (line: Sentence, index: number): boolean =>
  at(line, index).text === "" ||
  MARKS.has(low(line, index)) ||
  ["with", "at"].includes(low(line, index)) ||
  WHERE(line, index) > index;

/** The sentence with those after it on its line, a full stop between: a head may be told in several. */
function lineFrom(s: Sentence, talk: Discourse): Sentence {
  const newline = talk.text.indexOf("\n", s.end);
  const rest = sentencesIn(talk, s.end, newline < 0 ? talk.text.length : newline, 8).filter(
    (one) => one.start >= s.end && !one.asks,
  );
  const parts = [s, ...rest];
  const tokens: Sentence["tokens"][number][] = [];
  const tags: (() => ReadonlySet<string>)[] = [];
  for (const part of parts) {
    if (tokens.length > 0) {
      tokens.push({ ...END_TOKEN, text: ".", low: ".", start: at(part, 0).start, end: at(part, 0).start });
      tags.push(() => new Set());
    }
    part.tokens.forEach((token, index) => {
      tokens.push(token);
      tags.push(() => part.tags(index));
    });
    if (tokens.length > MAX_TOKENS) break;
  }
  const none: ReadonlySet<string> = new Set();
  return {
    ...s,
    tokens,
    end: at({ ...s, tokens }, tokens.length - 1).end,
    tags: (index) => tags[index]?.() ?? none,
  };
}
