import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { type Discourse, sentencesIn, speakOf } from "../parts/discourse.ts";
import { compact } from "../parts/fields.ts";
import { castField, castIn, placeAt, placeIn, summaryField, timeField } from "../parts/scene-facts.ts";
import { type SceneHead, sceneHead } from "../parts/scene-head.ts";
import { PREPOSITIONS, type SceneLead, sceneAside, sceneLead, sceneNumber } from "../parts/scene-lead.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isTimeOfDay } from "../words/times.ts";
import { startsCommand } from "./commands.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ADD = pattern("add|create|make|insert|include|put in?");
const HAVE = firstOf(
  pattern("then? there 's|is"),
  pattern("there should|must|needs|has to? be"),
  pattern("then? comes"),
  pattern("we have|need|open on?|with?"),
  pattern("have"),
  pattern("i want|need"),
  pattern("the film|story opens on|with"),
);
const SCENE = pattern(
  "a|an|the|another|one? new|opening|first|final|last|closing|short|quick|big|next|night|day|key|climactic|love|chase|fight|dream*",
);
const SCENES = new Set(["scene", "flashback", "montage"]);
const WHERE = pattern("where|when|that|which|in shows?|which|with|has?");

/** "add a scene where Sarah meets John at the diner at night", "scene 3: Tom burns the letters", "there's a scene at the harbour where …", "we open on …". */
export const scene: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  return (
    announced(s, index, talk, sceneAside(s, index)) ??
    ordered(s, index, talk) ??
    announced(s, index, talk, sceneLead(s, index))
  );
};

function ordered(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const made = ADD(s, index);
  const had = made < 0 ? HAVE(s, index) : -1;
  if (had >= 0 && (isShopTalk(inStory(s), had) || isFilmTalk(s, had))) return undefined;
  const from = Math.max(made, had);
  const start = SCENE(s, Math.max(from, index));
  if (!SCENES.has(low(s, start))) return undefined;
  const number = sceneNumber(s, start + 1) === undefined ? undefined : start + 1;
  const after = number === undefined ? start + 1 : number + 1;
  const lead: SceneLead = { after, noun: start, number, wants: "sure" };
  if (from >= 0) {
    const counted = made >= 0 && start === made && s.tags(after).has("Plural");
    const bare = made >= 0 && after >= s.tokens.length && number === undefined;
    const vague = had >= 0 && ["that", "which"].includes(low(s, after));
    if (vague && castIn(talk, s.start, s.end).length === 0) return undefined;
    return counted || bare ? undefined : sceneFrom(s, index, lead, talk);
  }
  const told = WHERE(s, after) > after && low(s, after) !== "with";
  if (!told || isShopTalk(s, index) || isFilmTalk(s) || castIn(talk, s.start, s.end).length === 0)
    return undefined;
  return sceneFrom(s, index, lead, talk);
}

const SETS = new Set(["office", "gym"]);
/** The crew has an office and a gym; in a scene they are sets. */
const inStory = (s: Sentence): Sentence => ({
  ...s,
  tokens: s.tokens.map((token) => (SETS.has(token.low) ? { ...token, low: "room" } : token)),
});

const JUDGES = new Set(
  "is 's are should must needs need could can will looks feels sounds seems works has gets".split(" "),
);

/** Announced without an order: then it must hold what a scene does. */
function announced(
  s: Sentence,
  index: number,
  talk: Discourse,
  lead: SceneLead | undefined,
): ReturnType<Rule> {
  if (lead === undefined) return undefined;
  const head = sceneHead(s, lead.after, talk);
  const shop = isShopTalk(inStory(head.line), lead.after) || isFilmTalk(head.line, lead.after);
  if (lead.wants !== "sure" && shop) return undefined;
  const cast = castIn(talk, at(s, lead.after).start || head.from, storyEnd(talk, s));
  return holdsScene(s, lead, head, cast) ? sceneFrom(s, index, lead, talk) : undefined;
}

function holdsScene(s: Sentence, lead: SceneLead, head: SceneHead, cast: readonly Mention[]): boolean {
  const said = new Set(head.fields.map((one) => one.field));
  if (lead.wants === "sure") return true;
  if (lead.wants === "placed") return said.size > 0 || cast.length > 0;
  if (lead.wants === "slug") return said.has("location") && (said.has("time_of_day") || cast.length > 0);
  const [first] = cast;
  const acts = first !== undefined && first.start <= head.from + NEAR_CHARS;
  const after = s.tokens.findIndex((token) => token.start >= (first?.end ?? 0));
  const goesOn = after > 0 && at(s, after).type === "word" && !NO_STORY.has(low(s, after));
  if (lead.wants === "acted") return acts && at(s, after).type === "word" && !NO_ACT.has(low(s, after));
  if (lead.wants === "staged") return said.has("location") && cast.length > 0;
  if (lead.number === undefined)
    return (acts && goesOn) || said.size > 1 || (said.size > 0 && cast.length > 0);
  const verb = after < 0 ? s.tokens.length : after;
  return acts && (!JUDGES.has(low(s, verb)) || s.tags(verb + 1).has("Gerund"));
}

const NO_STORY = new Set("who please then first and or for again now".split(" "));
const NO_ACT = new Set("is 's are should must needs who please for again now".split(" "));
/** Room for an article or "young" before the first name. */
const NEAR_CHARS = 6;

function sceneFrom(s: Sentence, index: number, lead: SceneLead, talk: Discourse): ReturnType<Rule> {
  const { after, noun: start, number } = lead;
  const head = sceneHead(s, after, talk);
  const fields = [...head.fields];
  if (isTimeOfDay(low(s, start - 1))) {
    fields.push({
      field: "time_of_day",
      value: low(s, start - 1).toUpperCase(),
      ...spanOf(s, start - 1, start),
    });
  }
  const { from } = head;
  const end = Math.max(storyEnd(talk, s), from);
  const cast = castIn(talk, from, end);
  const summary = onlyNames(talk.text.slice(from, end), cast.length)
    ? undefined
    : summaryField(talk, from, end);
  const scope = [...fields, ...cast, summary];
  if (scope.every((part) => part === undefined) && number === undefined) return undefined;
  const told = (name: string): FieldReading | undefined => fields.find((field) => field.field === name);
  const place = told("location") ?? placeIn(talk, from, end) ?? asidePlace(s, lead, talk);
  const time =
    told("time_of_day") ??
    apartTime(s, after) ??
    timeField(talk, at(s, lead.wants === "acted" ? start : after).start, end);
  const numbered =
    number === undefined
      ? []
      : [
          {
            field: "number",
            value: sceneNumber(s, number) ?? at(s, number).text,
            ...spanOf(s, number, number + 1),
          },
        ];
  const all: FieldReading[] = [
    ...numbered,
    ...compact([told("int_ext"), place, time]),
    ...castField(cast),
    ...compact([summary]),
  ];
  const subject = subjectOf(s, start, number, summary, place);
  speakOf(talk, { name: subject.name, kind: "scene", fresh: true });
  for (const one of cast)
    speakOf(talk, { name: one.name, kind: "character", entry_id: one.entry_id, fresh: false });
  talk.readUpTo = Math.max(talk.readUpTo, end);
  return found(s.tokens.length, [
    entryStatement("scene", subject, true, all, {
      start: at(s, index).start,
      end: Math.max(s.end, trimmed(talk.text, end)),
    }),
  ]);
}

/** "the final scene on the ferry: …", "the scene which opens part two is set in the waiting room: …". */
function asidePlace(
  s: Sentence,
  { wants, noun, after }: SceneLead,
  talk: Discourse,
): FieldReading | undefined {
  if (wants !== "acted") return undefined;
  for (let here = noun + 1; here < after; here += 1)
    if (PREPOSITIONS.has(low(s, here)) && (here === noun + 1 || low(s, here - 1) === "set"))
      return placeAt(s, here + 1, talk);
  return undefined;
}

/** "…, night, …": a time of day between marks. */
function apartTime(s: Sentence, from: number): FieldReading | undefined {
  for (let here = from; here < s.tokens.length; here += 1) {
    const apart =
      at(s, here - 1).type === "mark" && (at(s, here + 1).type === "mark" || at(s, here + 1).text === "");
    if (apart && isTimeOfDay(low(s, here)))
      return { field: "time_of_day", value: low(s, here).toUpperCase(), ...spanOf(s, here, here + 1) };
  }
  return undefined;
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
