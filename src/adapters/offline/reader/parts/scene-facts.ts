import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFamous, isNoName } from "../words/not-names.ts";
import { relationNoun } from "../words/relations.ts";
import { timeInProse } from "../words/times.ts";
import { type Discourse, sentencesIn } from "./discourse.ts";
import { knownAt, nameAt, placeName } from "./names.ts";
import { placePhraseEnd } from "./place-phrase.ts";

const MAX_SUMMARY_CHARS = 4_000;
const MAX_CAST = 40;

/** Whose names stand in [from, to) of the message: characters of the bible, and capitalised names that act. */
export function castIn(talk: Discourse, from: number, to: number): Mention[] {
  const cast = new Map<string, Mention>();
  for (const s of sentencesIn(talk, from, to)) {
    for (let here = 0; here < s.tokens.length && cast.size < MAX_CAST; here += 1) {
      const token = at(s, here);
      if (token.start < from || token.end > to) continue;
      const name = nameAt(s, here, talk, "character");
      if (name === undefined) continue;
      if (isActing(s, name.from, name.to, name.entry !== undefined, name.solid)) {
        const key = name.mention.name.toLowerCase();
        if (!cast.has(key)) cast.set(key, name.mention);
      }
      here = name.to - 1;
    }
  }
  return [...cast.values()];
}

/** A known character always; another name when it is a person's, is no place and is not only an owner ("Tom's car"). */
function isActing(s: Sentence, from: number, to: number, known: boolean, solid: boolean): boolean {
  const owns =
    low(s, to) === "'s" && relationNoun(low(s, to + 1)) === undefined && s.tags(to + 1).has("Noun");
  if (known) return !owns;
  const tags = s.tags(from);
  if (owns || tags.has("Place") || isNoName(low(s, from)) || isFamous(low(s, from))) return false;
  if (["in", "at", "on", "near", "from", "to"].includes(low(s, from - 1)) && !solid) return false;
  return solid || s.tags(to).has("Verb");
}

/** The cast as a field; its span holds every name. */
export function castField(cast: readonly Mention[]): FieldReading[] {
  const first = cast[0];
  if (first === undefined) return [];
  return [
    {
      field: "characters",
      value: cast.map((one) => one.name),
      start: Math.min(...cast.map((one) => one.start)),
      end: Math.max(...cast.map((one) => one.end)),
    },
  ];
}

/** "at the diner", "in his kitchen": where it happens, if that is a known place or a word for one. */
export function placeIn(talk: Discourse, from: number, to: number): FieldReading | undefined {
  return placeAfter(talk, from, to, PREPOSITIONS) ?? placeAfter(talk, from, to, TOWARDS);
}

function placeAfter(
  talk: Discourse,
  from: number,
  to: number,
  prepositions: ReadonlySet<string>,
): FieldReading | undefined {
  for (const s of sentencesIn(talk, from, to)) {
    for (let here = 0; here < s.tokens.length; here += 1) {
      const token = at(s, here);
      if (token.start < from || token.end > to || !prepositions.has(token.low)) continue;
      const place = placeAt(s, here + 1, talk, false);
      if (place !== undefined && place.end <= to) return place;
    }
  }
  return undefined;
}

const PREPOSITIONS = new Set([
  "at",
  "in",
  "inside",
  "outside",
  "on",
  "near",
  "into",
  "through",
  "across",
  "along",
]);
const TOWARDS = new Set(["to"]);
const ARTICLES = new Set(["the", "a", "an", "his", "her", "their", "an", "this"]);

/** The place named at `index`, as a location field. */
export function placeAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  vehicles = true,
): FieldReading | undefined {
  const start = ARTICLES.has(low(s, index)) ? index + 1 : index;
  const known = knownAt(s, index, talk, "location") ?? knownAt(s, start, talk, "location");
  if (known !== undefined)
    return {
      field: "location",
      value: known.mention.name,
      start: known.mention.start,
      end: known.mention.end,
    };
  const end = placePhraseEnd(s, start, vehicles);
  if (end < 0) return undefined;
  const span = { start: at(s, start).start, end: at(s, end - 1).end };
  return { field: "location", value: ownedPlace(s, start, end, talk), ...span };
}

/** "viktors flat" is "Viktor's Flat" where there is a Viktor. */
function ownedPlace(s: Sentence, from: number, to: number, talk: Discourse): string {
  const owner = knownAt(s, from, talk, "character");
  const rest = placeName(
    talk.text.slice(at(s, owner?.owns === true ? from + 1 : from).start, at(s, to - 1).end),
  );
  return owner?.owns === true && to > from + 1 ? `${owner.mention.name}'s ${rest}` : rest;
}

/** The time of day told in prose, as a field. */
export function timeField(talk: Discourse, from: number, to: number): FieldReading | undefined {
  const time = timeInProse(talk.text.slice(from, to));
  if (time === undefined) return undefined;
  return { field: "time_of_day", value: time.value, start: from + time.start, end: from + time.end };
}

/** [from, to) as the summary, cut at a sentence when it is longer than the field. */
export function summaryField(talk: Discourse, from: number, to: number): FieldReading | undefined {
  let [start, end] = [from, to];
  while (start < end && /[\s.,:;\-–—]/.test(talk.text[start] ?? "")) start += 1;
  while (end > start && /\s/.test(talk.text[end - 1] ?? "")) end -= 1;
  if (end - start > MAX_SUMMARY_CHARS) {
    const stop = talk.text.slice(start, start + MAX_SUMMARY_CHARS).lastIndexOf(". ");
    end = start + (stop > 0 ? stop + 1 : MAX_SUMMARY_CHARS);
  }
  const value = talk.text.slice(start, end).replace(/\s+/g, " ").trim();
  return /[\p{L}\p{N}]/u.test(value) ? { field: "summary", value, start, end } : undefined;
}
