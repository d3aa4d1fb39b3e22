import { ageAt, bareAge } from "../parts/ages.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";

const THIRD = wordSet("he she him her his hers they them their it");
const FIRST = wordSet("i me my mine we us our you your yours ur u im");
/** Tags of compromise that tell names from other words. */
const TAGS = [
  "PresentTense",
  "PastTense",
  "Gerund",
  "Infinitive",
  "Copula",
  "Modal",
  "Preposition",
  "Conjunction",
  "Determiner",
  "Adverb",
  "FirstName",
  "Place",
];

/** What kinds of word stand at `index`: "AGE", "TRADE", "KIN", a tag, a mark by itself; "^" before the first and "$" after the last. */
export function classesAt(s: Sentence, index: number): readonly string[] {
  if (index < 0) return ["^"];
  if (index >= s.tokens.length) return ["$"];
  const { type, low: word, cap } = at(s, index);
  if (type === "mark") return [word];
  if (type === "quote") return ["QUOTE"];
  const tags = s.tags(index);
  return [
    ...(bareAge(s, index) !== undefined || ageAt(s, index) !== undefined ? ["AGE"] : []),
    ...(type === "number" ? ["NUMBER"] : []),
    ...(isKnownOccupation(word) ? ["TRADE"] : []),
    ...(personNoun(word) === undefined ? [] : ["PERSON"]),
    ...(relationNoun(word) === undefined ? [] : ["KIN"]),
    ...(adjectiveField(word) === undefined ? [] : ["TRAIT"]),
    ...(THIRD.has(word) ? ["THIRD"] : []),
    ...(FIRST.has(word) ? ["FIRST"] : []),
    ...(cap ? ["CAP"] : []),
    ...TAGS.filter((tag) => tags.has(tag)),
  ];
}

/** Classes that tell of a person. */
const TELLING = wordSet("AGE TRADE PERSON KIN TRAIT");

/** The classes among those at [from, to) that tell of a person. */
export const tellingIn = (s: Sentence, from: number, to: number): readonly string[] => {
  const classes: string[] = [];
  for (let here = Math.max(0, from); here < Math.min(to, s.tokens.length); here += 1)
    for (const one of classesAt(s, here)) if (TELLING.has(one)) classes.push(one);
  return classes;
};

/** A word in small letters, as itself. */
export const plainWord = (s: Sentence, index: number): string | undefined => {
  const token = s.tokens[index];
  return token === undefined || token.type !== "word" || token.cap ? undefined : low(s, index);
};
