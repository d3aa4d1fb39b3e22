import { editDistance } from "../../lib/closest.ts";
import { foldSounds } from "../../lib/sound-key.ts";
import { type NameParts, namePartsOf } from "./name-parts.ts";
import { alsoCalled, isShortFor } from "./short-names.ts";

/** How two names may mean one; the lower the rank, the likelier. `reason` is a phrase that stands after a colon. */
export interface Likeness {
  readonly rank: number;
  readonly reason: string;
}

export const RANKS = { same: 0, sound: 1, letters: 2, initial: 3, short: 4, title: 5, part: 6 } as const;

/** From so many letters on, one that differs is a slip; shorter names that differ are different names: Tim, Tom. */
const ONE_SLIP_FROM = 5;
const TWO_SLIPS_FROM = 8;

/** How two people's names may mean the same person; undefined where they do not. */
export function personLikeness(one: string, other: string): Likeness | undefined {
  const a = namePartsOf(one);
  const b = namePartsOf(other);
  if (a.suffix !== b.suffix || titlesDiffer(a, b)) return undefined;
  if (a.words.join("") === b.words.join("")) return sameWords(a, b);
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  if (longer.words.length === 1) return singles(a, b);
  return shorter.words.length === 1 ? singleAndFull(shorter, longer) : fulls(a, b);
}

/** How two names of places or things may mean the same one: word for word, but for one that is written otherwise. */
export function thingLikeness(one: string, other: string): Likeness | undefined {
  const [a, b] = [namePartsOf(one), namePartsOf(other)].map(({ title, words }) =>
    title === undefined ? words : [title, ...words],
  );
  if (!a || !b) return undefined;
  if (a.join("") === b.join("")) return { rank: RANKS.same, reason: ONE_WORD };
  if (a.length !== b.length) return undefined;
  const unlike = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ""] as const]));
  const [pair, ...others] = unlike;
  return pair && others.length === 0 ? spelling(...pair) : undefined;
}

const titlesDiffer = (a: NameParts, b: NameParts): boolean =>
  a.title !== undefined && b.title !== undefined && a.title !== b.title;

const APART: Readonly<Record<number, string>> = { 1: "one letter apart", 2: "two letters apart" };
const ONE_WORD = "the same but for a space";

const sameWords = (a: NameParts, b: NameParts): Likeness => ({
  rank: RANKS.same,
  reason: a.title === b.title ? ONE_WORD : "the same name, one with a title",
});

/** "Sara" and "Sarah", "Bob" and "Robert". After a title a single word is a last name, which is not short for another. */
function singles(a: NameParts, b: NameParts): Likeness | undefined {
  const [one = "", other = ""] = [...a.words, ...b.words];
  if (one.length === 1 || other.length === 1) return undefined;
  return a.title === undefined && b.title === undefined ? given(one, other) : spelling(one, other);
}

/** "Dr. Voss" and "Helen Voss", "Sarah" and "Sarah Connor", "Bob" and "Robert Smith". */
function singleAndFull(single: NameParts, full: NameParts): Likeness | undefined {
  const [word = ""] = single.words;
  const [first = "", last = ""] = [full.words.at(0), full.words.at(-1)];
  const isLast = word === last || soundAlike(word, last);
  if (single.title !== undefined)
    return isLast ? { rank: RANKS.title, reason: "the same last name, one with a title" } : undefined;
  if (isLast || word === first || soundAlike(word, first))
    return { rank: RANKS.part, reason: "one name is part of the other" };
  const short = shortness(word, first);
  return short && { ...short, rank: RANKS.part };
}

/** "J. Smith" and "John Smith", "Jon Smyth" and "John Smith", "Sarah J. Connor" and "Sarah Connor". */
function fulls(a: NameParts, b: NameParts): Likeness | undefined {
  const first = part(a.words.at(0), b.words.at(0), given);
  const last = part(a.words.at(-1), b.words.at(-1), spelling);
  if (!first || !last) return undefined;
  if (first.rank > RANKS.same && last.rank > RANKS.sound) return undefined;
  const [middle, otherMiddle] = [a, b].map(({ words }) => words.slice(1, -1).join(" ")) as [string, string];
  if (middle !== "" && otherMiddle !== "" && !part(middle, otherMiddle, spelling)) return undefined;
  const said = [first, last].filter(({ rank }) => rank > RANKS.same);
  const [most] = said.toSorted((x, y) => y.rank - x.rank);
  return most ?? { rank: RANKS.sound, reason: "one has another name between" };
}

const SAME: Likeness = { rank: RANKS.same, reason: "" };

function part(
  one: string | undefined,
  other: string | undefined,
  compare: (one: string, other: string) => Likeness | undefined,
): Likeness | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (one === other) return SAME;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 1) return compare(one, other);
  return long.length > 1 && long.startsWith(short)
    ? { rank: RANKS.initial, reason: `${upper(short)}. may stand for ${upper(long)}` }
    : undefined;
}

/** Two given names. Those that differ in their last vowel alone are a man's and a woman's: Mario, Maria. */
function given(one: string, other: string): Likeness | undefined {
  const short = shortness(one, other);
  if (short) return short;
  const alike = spelling(one, other);
  return alike?.rank === RANKS.letters && stem(one) === stem(other) ? undefined : alike;
}

function spelling(one: string, other: string): Likeness | undefined {
  if (/\d/.test(one + other)) return undefined;
  if (soundAlike(one, other)) return { rank: RANKS.sound, reason: "they sound alike" };
  const written = slips(one, other);
  if (written === undefined && slips(sounds(one), sounds(other)) === undefined) return undefined;
  return {
    rank: RANKS.letters,
    reason: APART[written ?? editDistance(one, other)] ?? "written nearly alike",
  };
}

/** The letters in which two words differ, where so few may be slips. */
function slips(one: string, other: string): number | undefined {
  const size = Math.max(one.length, other.length);
  const allowed = size < ONE_SLIP_FROM ? 0 : size < TWO_SLIPS_FROM ? 1 : 2;
  if (Math.abs(one.length - other.length) > allowed) return undefined;
  const distance = editDistance(one, other);
  return distance <= allowed ? distance : undefined;
}

const soundAlike = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) > 1 && !/\d/.test(one + other) && sounds(one) === sounds(other);

/** As it sounds, its end too: Ashley and Ashlee, Katie and Katy. */
const sounds = (word: string): string => foldSounds(word.replace(/(?:ey|ie|ee|y)$/, "i"));

const stem = (word: string): string => foldSounds(word).replace(/[aeiou]+$/, "");

function shortness(one: string, other: string): Likeness | undefined {
  for (const [short, full] of [
    [one, other],
    [other, one],
  ] as const)
    if (isShortFor(short, full))
      return { rank: RANKS.short, reason: `${upper(short)} is short for ${upper(full)}` };
  return alsoCalled(one).includes(other)
    ? { rank: RANKS.short, reason: "both are short for one name" }
    : undefined;
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
