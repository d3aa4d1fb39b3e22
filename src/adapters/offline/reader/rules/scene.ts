import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { type Discourse, sentencesIn, speakOf } from "../parts/discourse.ts";
import { compact } from "../parts/fields.ts";
import { castField, castIn, placeAt, placeIn, summaryField, timeField } from "../parts/scene-facts.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isTimeOfDay } from "../words/times.ts";
import { startsCommand } from "./commands.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ADD = pattern("add|create|make|insert|include|put in?");
const HAVE = firstOf(
  pattern("there 's|is"),
  pattern("we have|need|open on?|with?"),
  pattern("have"),
  pattern("i want|need"),
  pattern("the film|story opens on|with"),
);
const SCENE = pattern(
  "a|an|the|another|one? new|opening|first|final|last|closing|short|quick|big|next|night|day|key|climactic|love|chase|fight|dream*",
);
const WHERE = pattern("where|when|that|which|in shows?|which|with|has?");
const MARKS = new Set([":", ",", "–", "-", "—"]);

/** "add a scene where Sarah meets John at the diner at night", "scene 3: Tom burns the letters", "there's a scene at the harbour where …". */
export const scene: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const made = ADD(s, index);
  const had = made < 0 ? HAVE(s, index) : -1;
  if (had >= 0 && (isShopTalk(s, had) || isFilmTalk(s, had))) return undefined;
  const ordered = Math.max(made, had);
  const start = SCENE(s, Math.max(ordered, index));
  if (low(s, start) !== "scene") return undefined;
  const number = at(s, start + 1).type === "number" ? start + 1 : undefined;
  const after = number === undefined ? start + 1 : number + 1;
  const bare = ordered < 0;
  const told = bare && WHERE(s, after) > after && low(s, after) !== "with";
  if (bare && !told && !MARKS.has(low(s, after))) return undefined;
  if (bare && !told && low(s, after) !== ":" && number === undefined && low(s, start - 1) !== "new")
    return undefined;
  if (told && (isShopTalk(s, index) || isFilmTalk(s) || castIn(talk, s.start, s.end).length === 0))
    return undefined;
  return made >= 0 && after >= s.tokens.length && number === undefined
    ? undefined
    : sceneFrom(s, index, start, after, number, talk);
};

function sceneFrom(
  s: Sentence,
  index: number,
  start: number,
  after: number,
  number: number | undefined,
  talk: Discourse,
): ReturnType<Rule> {
  const head = headOf(s, after, talk);
  if (isTimeOfDay(low(s, start - 1))) {
    head.fields.push({
      field: "time_of_day",
      value: low(s, start - 1).toUpperCase(),
      ...spanOf(s, start - 1, start),
    });
  }
  const from = at(s, head.to).text === "" ? s.end : at(s, head.to).start;
  const end = storyEnd(talk, s);
  const cast = castIn(talk, from, end);
  const summary = onlyNames(talk.text.slice(from, end), cast.length)
    ? undefined
    : summaryField(talk, from, end);
  const scope = [...head.fields, ...cast, summary];
  if (scope.every((part) => part === undefined) && number === undefined) return undefined;
  const place = head.fields.find((field) => field.field === "location") ?? placeIn(talk, from, end);
  const time =
    head.fields.find((field) => field.field === "time_of_day") ?? timeField(talk, at(s, after).start, end);
  const numbered =
    number === undefined
      ? []
      : [{ field: "number", value: at(s, number).text, ...spanOf(s, number, number + 1) }];
  const fields: FieldReading[] = [
    ...numbered,
    ...compact([place, time]),
    ...castField(cast),
    ...compact([summary]),
  ];
  const subject = subjectOf(s, start, number, summary, place);
  speakOf(talk, { name: subject.name, kind: "scene", fresh: true });
  for (const one of cast)
    speakOf(talk, { name: one.name, kind: "character", entry_id: one.entry_id, fresh: false });
  talk.readUpTo = Math.max(talk.readUpTo, end);
  return found(s.tokens.length, [
    entryStatement("scene", subject, true, fields, {
      start: at(s, index).start,
      end: Math.max(s.end, trimmed(talk.text, end)),
    }),
  ]);
}

/** "with Tom and Maya": the cast and no story. */
function onlyNames(text: string, names: number): boolean {
  const lower = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "" && !/^\p{Lu}/u.test(word));
  return names > 0 && lower.every((word) => ["with", "and", "between", "featuring", "for"].includes(word));
}

function trimmed(text: string, end: number): number {
  let to = end;
  while (to > 0 && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return to;
}

/** Place and time before the story: ", the morgue, morning.", "at the harbour where". */
function headOf(s: Sentence, after: number, talk: Discourse): { fields: FieldReading[]; to: number } {
  const fields: FieldReading[] = [];
  let here = after;
  while (here < s.tokens.length) {
    if (MARKS.has(low(s, here))) here += 1;
    const where = WHERE(s, here);
    if (where > here) {
      here = where;
      continue;
    }
    const skip = ["at", "in", "on", "inside", "outside", "set"].includes(low(s, here))
      ? here + (low(s, here) === "set" ? 2 : 1)
      : here;
    const place = fields.some((field) => field.field === "location") ? undefined : placeAt(s, skip, talk);
    const to = place === undefined ? -1 : tokenAfter(s, place.end);
    const closes =
      to > 0 &&
      (at(s, to).text === "" ||
        at(s, to).type === "mark" ||
        ["where", "with", "in", "at"].includes(low(s, to)));
    if (place !== undefined && closes) {
      fields.push(place);
      here = to;
      continue;
    }
    if (isTimeOfDay(low(s, here)) && (at(s, here + 1).text === "" || at(s, here + 1).type === "mark")) {
      fields.push({ field: "time_of_day", value: low(s, here).toUpperCase(), ...spanOf(s, here, here + 1) });
      here += 1;
      continue;
    }
    break;
  }
  return { fields, to: here };
}

function tokenAfter(s: Sentence, offset: number): number {
  const index = s.tokens.findIndex((token) => token.start >= offset);
  return index < 0 ? s.tokens.length : index;
}

/** The story goes on to the end of its paragraph, or to the next order or question. */
function storyEnd(talk: Discourse, s: Sentence): number {
  const line = talk.text.indexOf("\n", s.end);
  const limit = line < 0 ? talk.text.length : line;
  const next = sentencesIn(talk, s.end, limit).find(
    (one) => one.start >= s.end && (one.asks || startsCommand(one)),
  );
  const end = next === undefined ? limit : next.start;
  return s.asks ? s.end : end;
}

function subjectOf(
  s: Sentence,
  start: number,
  number: number | undefined,
  summary: FieldReading | undefined,
  place: FieldReading | undefined,
): Mention {
  const span = spanOf(s, start, number === undefined ? start + 1 : number + 1);
  const text = summary === undefined ? undefined : shortened(String(summary.value));
  if (text !== undefined) return { name: text, ...span };
  if (number !== undefined) return { name: `Scene ${at(s, number).text}`, ...span };
  return { name: `Scene at ${String(place?.value ?? "")}`.trim(), ...span };
}

const MAX_NAME_CHARS = 80;

function shortened(text: string): string {
  const sentence = text.split(/[.!?](?:\s|$)/)[0] ?? text;
  if (sentence.length <= MAX_NAME_CHARS) return sentence;
  const cut = sentence.slice(0, MAX_NAME_CHARS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_NAME_CHARS - 20))}…`;
}
