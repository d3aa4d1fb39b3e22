import { at, low, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { adjectiveField } from "../words/traits.ts";
import { bareAge } from "./ages.ts";
import { type Discourse, sentencesIn } from "./discourse.ts";
import { type PersonPhrase, personPhraseAt } from "./noun-phrase.ts";
import { endsAt } from "./phrase.ts";

/** What stands after a word and can only be said of a person, by how much it proves that the word is somebody's name. */
export interface Evidence {
  readonly age: boolean;
  readonly trade: boolean;
  /** Pieces that are told of people: traits, looks, origin, a gender, kin, what they do. */
  readonly others: number;
  /** Where the first piece that is none of these begins, or the end. */
  readonly to: number;
}

const NONE: Evidence = { age: false, trade: false, others: 0, to: 0 };
const MARKS = new Set([
  ",",
  "(",
  ")",
  "/",
  ";",
  ":",
  "and",
  "&",
  "=",
  "who",
  "is",
  "'s",
  "was",
  "he",
  "she",
  "right",
  "like",
  "very",
  "really",
  "super",
  "so",
  "also",
  "just",
  ")",
]);
const DASH = /^[-–—]+$/;
const MAX_PIECES = 6;
const MAX_SENTENCES = 4;
const MAX_SHORT = 7;
const GENDERS = new Set(["f", "m", "male", "female", "nonbinary", "non-binary", "nb", "he/him", "she/her"]);

/** The facts in a row from `index` on, in this sentence and the short ones after it ("Mara. 34. Nurse."). */
export function evidenceFrom(s: Sentence, index: number, talk: Discourse): Evidence {
  let all = inSentence(s, index, talk, NONE);
  if (all.to < s.tokens.length) return all;
  for (const next of sentencesIn(talk, s.end, talk.text.length, MAX_SENTENCES)) {
    if (next.tokens.length > MAX_SHORT || next.asks) break;
    const one = inSentence(next, 0, talk, all);
    if (one.age === all.age && one.trade === all.trade && one.others === all.others) break;
    all = one;
  }
  return { ...all, to: s.tokens.length };
}

function inSentence(s: Sentence, index: number, talk: Discourse, before: Evidence): Evidence {
  let all = { ...before, to: index };
  let here = index;
  for (let count = 0; count < MAX_PIECES; count += 1) {
    while (MARKS.has(low(s, here)) || DASH.test(low(s, here))) here += 1;
    if (here >= s.tokens.length) return { ...all, to: s.tokens.length };
    const one = pieceAt(s, here, talk);
    if (one === undefined) return { ...all, to: here };
    all = {
      age: all.age || one.age,
      trade: all.trade || one.trade,
      others: all.others + one.others,
      to: one.to,
    };
    here = one.to;
  }
  return all;
}

function pieceAt(s: Sentence, index: number, talk: Discourse): Evidence | undefined {
  const age = ageBefore(s, index);
  if (age > 0) return { ...NONE, age: true, to: age };
  const phrase = personPhraseAt(s, index, talk);
  if (phrase !== undefined && isOfPerson(s, phrase)) {
    const trade = phrase.fields.some((field) => field.field === "occupation");
    const others = phrase.fields.length - (trade ? 1 : 0);
    const aged = phrase.fields.some((field) => field.field === "age");
    return { age: aged, trade, others: Math.max(others, trade ? 0 : 1), to: phrase.to };
  }
  if (GENDERS.has(low(s, index)) || adjectiveField(low(s, index)) !== undefined)
    return endsAt(s, index + 1) || adjectiveField(low(s, index + 1)) !== undefined
      ? { ...NONE, others: 1, to: index + 1 }
      : undefined;
  if (isHabit(s, index)) return { ...NONE, others: 1, to: clauseEnd(s, index) };
  return ["his", "her"].includes(low(s, index)) && relationNoun(low(s, index + 1)) !== undefined
    ? { ...NONE, others: 1, to: clauseEnd(s, index) }
    : undefined;
}

/** "34", "34 yrs", and in a hurry "40 plumber". */
function ageBefore(s: Sentence, index: number): number {
  const start = ["like", "about", "around", "aged", "age"].includes(low(s, index)) ? index + 1 : index;
  const age = bareAge(s, index) ?? bareAge(s, start);
  if (age !== undefined) return age.to;
  const near = at(s, start).type === "number" && /^\d{1,2}$/.test(low(s, start));
  const next = low(s, start + 1);
  return near && (isKnownOccupation(next) || isKnownOccupation(words(s, start + 1, start + 3)))
    ? start + 1
    : -1;
}

/** A phrase for a person, closed. */
function isOfPerson(s: Sentence, phrase: PersonPhrase): boolean {
  if (phrase.sure === "guess" || (!endsAt(s, phrase.to) && !BEFORE_MORE.has(low(s, phrase.to)))) return false;
  return phrase.sure !== "likely" || phrase.article !== "" || phrase.fields.length > 1;
}

const BEFORE_MORE = new Set(["from", "who", "in", "at", "with", "of", "by", "on", "that", "whose", "for"]);
const HABITS = new Set(
  "wants hates loves likes fears lives works dreams believes hides wears speaks talks drinks smokes needs runs owns drives sells misses grew collects scared afraid terrified obsessed".split(
    " ",
  ),
);
const isHabit = (s: Sentence, index: number): boolean => HABITS.has(low(s, index));

function clauseEnd(s: Sentence, index: number): number {
  let here = index;
  while (here < s.tokens.length && ![",", ";", ")", "("].includes(low(s, here))) here += 1;
  return here;
}

/** Enough to take an unknown word in small letters for a name: an age and what they are. */
export const isPlain = (one: Evidence): boolean =>
  one.age && (one.trade || one.others > 0) ? true : one.trade && one.others > 1;

/** Enough where the word is a given name, or has its capital. */
export const isFair = (one: Evidence): boolean => one.age || one.trade || one.others > 1;

/** Whether a word names a kind of person, and so nobody. */
export const isPersonWord = (word: string): boolean =>
  personNoun(word) !== undefined || isKnownOccupation(word) || relationNoun(word) !== undefined;
