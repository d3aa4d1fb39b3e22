import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, low, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { FLAW_NOUNS } from "../words/flaws.ts";
import { isBornThere } from "../words/nations.ts";
import { isCompoundOccupation, isKnownOccupation, looksLikeOccupation } from "../words/occupations.ts";
import { genderOfNoun, personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import { ageAt, bareAge } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { compact, textField, valueField } from "./fields.ts";
import { tradeField } from "./trade-field.ts";

/** What a phrase like "a burnt-out homicide detective" says of the person it is about. */
export interface PersonPhrase {
  readonly fields: FieldReading[];
  readonly to: number;
  /** How sure it is that the phrase is about a person: a word for one, a trade of the list, something shaped like one, or only the grammar. */
  readonly sure: "person" | "trade" | "likely" | "guess";
  readonly head: string;
  /** "a", "the" or none stood before it. */
  readonly article: string;
}

const ARTICLES = wordSet("a an the this some another our");
const DEGREES = wordSet(
  "very rather quite pretty extremely slightly somewhat deeply incredibly highly fairly too really bit kinda super always once now total absolute complete former-ish perpetually constantly terribly painfully",
);
const YOUTH = new Map([
  ["young", "young"],
  ["younger", "young"],
  ["elderly", "elderly"],
  ["aging", "aging"],
  ["ageing", "aging"],
  ["old", "old"],
  ["middle-aged", "middle-aged"],
  ["teenage", "teens"],
  ["teenaged", "teens"],
  ["adolescent", "teens"],
]);
const PARTS = new Map([
  ...["main", "lead", "leading", "central"].map((word): [string, string] => [word, "lead"]),
  ...["supporting", "secondary"].map((word): [string, string] => [word, "support"]),
]);
const GENDERS = new Map([
  ["female", "female"],
  ["male", "male"],
  ["woman", "female"],
  ["women", "female"],
  ["nonbinary", "non-binary"],
  ["non-binary", "non-binary"],
]);
const BREAKS = wordSet(
  "who that which whose with in from at on for to by named called and but or is was has wants as aged age about into near over while when where because he she they it his her their nicknamed not now if so after before until investigating than rather instead",
);
const JOINED = new Set(["and", "but", "yet", ","]);
/** Adjectives that place or judge someone for the writers, and say nothing of them. */
const NO_TRAITS = wordSet(
  "new best worst favourite favorite perfect classic weakest strongest another other main major minor same different possible second third first last final good great nice cool certain few only whole real own potential interesting random additional separate similar specific typical unnamed nameless named called second-tier bigger smaller better several various extra important central key principal little",
);
/** Before a trade these judge or count, and are no part of it: "the worst ghostwriter", "the last honest cop". */
const RANKS = wordSet(
  "best worst greatest finest top only last latest most richest poorest fastest deadliest biggest cheapest youngest oldest new",
);
const MAX_WORDS = 9;
/** No noun has a word of these. */
const NEVER = ["Copula", "Modal", "Auxiliary"];

/** The phrase at `index`, or undefined when no head noun stands there. Reads age, traits, looks, origin, trade and part in the story. */
export function personPhraseAt(s: Sentence, index: number, talk: Discourse): PersonPhrase | undefined {
  if (low(s, index) === "of") return undefined;
  const article = ARTICLES.has(low(s, index)) ? low(s, index) : "";
  const from = index + (article === "" ? 0 : 1);
  const fields: FieldReading[] = [];
  const here = readModifiers(s, from, talk, fields);
  const end = pastOwner(s, here, nounEnd(s, here), article);
  if (end <= here) return undefined;
  return finish(s, { from, nouns: here, end, article, fields, talk });
}

/** "the ship's cook", "the king's taster": whose they are is part of the trade. */
function pastOwner(s: Sentence, from: number, end: number, article: string): number {
  if (low(s, end) !== "'s" || end > from + 2 || article !== "the" || at(s, from).cap) return end;
  const to = nounEnd(s, end + 1);
  return to > end + 1 && isKnownOccupation(low(s, to - 1)) ? to : end;
}

/** Adjectives and ages before the noun; stops at the first word that belongs to it. */
function readModifiers(s: Sentence, from: number, talk: Discourse, fields: FieldReading[]): number {
  let here = from;
  while (here < s.tokens.length && here - from < MAX_WORDS) {
    const word = low(s, here);
    const age = ageAt(s, here);
    const next = low(s, here + 1);
    if (age !== undefined && word !== "in") {
      fields.push(...age.fields);
      here = age.to;
    } else if (isAgeHere(s, here)) {
      fields.push(valueField(s, "age", Number(word), here, here + 1));
      here += 1;
    } else if (isBornThere(word) || (FLAW_NOUNS.has(word) && nounEnd(s, here) > here + 1)) {
      fields.push(
        ...compact([textField(s, talk, isBornThere(word) ? "background" : "flaw", here, here + 1)]),
      );
      here += 1;
    } else if (DEGREES.has(word) || (word === "kind" && next === "of")) here += word === "kind" ? 2 : 1;
    else if (JOINED.has(word) && here > from && joinsAdjective(s, here + 1)) here += 1;
    else if (YOUTH.has(word) && nounEnd(s, here) > here + 1) {
      fields.push(valueField(s, "age_range", YOUTH.get(word) ?? word, here, here + 1));
      here += 1;
    } else if (GENDERS.has(word) && nounEnd(s, here) > here + 1) {
      fields.push(valueField(s, "gender", GENDERS.get(word) ?? word, here, here + 1));
      here += 1;
    } else if (
      PARTS.has(word) &&
      personNoun(next) !== undefined &&
      personNoun(`${word} ${next}`) === undefined
    ) {
      fields.push(valueField(s, "role", PARTS.get(word) ?? word, here, here + 1));
      here += 1;
    } else if (RANKS.has(word) && here > from - 1 && nounEnd(s, here) > here + 1 && isRanked(s, here + 1))
      here += 1;
    else {
      const field = modifierField(s, here);
      if (field === undefined) break;
      fields.push(...compact([adjective(s, talk, field, here)]));
      here += 1;
    }
  }
  return here;
}

/** A trade or a word for a person stands there, with or without adjectives. */
const isRanked = (s: Sentence, index: number): boolean => {
  const end = nounEnd(s, index);
  const last = trade(s, index, end);
  return last > index && (isKnownOccupation(low(s, last - 1)) || personNoun(low(s, last - 1)) !== undefined);
};

/** "40 plumber", "a 22 med student": a number in a hurry. */
function isAgeHere(s: Sentence, index: number): boolean {
  if (!/^[1-9]\d$/.test(low(s, index))) return false;
  return [1, 2].some(
    (size) =>
      isKnownOccupation(words(s, index + 1, index + 1 + size)) &&
      at(s, index + size).type === "word" &&
      !low(s, index + size).endsWith("s"),
  );
}

function joinsAdjective(s: Sentence, index: number): boolean {
  return (
    modifierField(s, index) !== undefined ||
    (DEGREES.has(low(s, index)) && modifierField(s, index + 1) !== undefined)
  );
}

/** The field of an adjective that stands before a noun; undefined for the noun's own words. */
function modifierField(
  s: Sentence,
  index: number,
): "traits" | "appearance" | "ethnicity" | "disability" | "class" | undefined {
  const word = low(s, index);
  if (personNoun(words(s, index, index + 2)) !== undefined) return undefined;
  const field = adjectiveField(word);
  const last = nounEnd(s, index) <= index + 1;
  if (field !== undefined)
    return field === "part" || (last && !JOINED.has(low(s, index + 1))) ? undefined : field;
  const tags = s.tags(index);
  const plain =
    tags.has("Adjective") &&
    !tags.has("Noun") &&
    !tags.has("Superlative") &&
    !NO_TRAITS.has(word) &&
    !isCompoundOccupation(words(s, index, index + 2));
  return plain && !last && !YOUTH.has(word) ? "traits" : undefined;
}

function adjective(s: Sentence, talk: Discourse, field: string, index: number): FieldReading | undefined {
  if (field === "traits") return valueField(s, field, [low(s, index)], index, index + 1);
  return textField(s, talk, field, index, index + 1);
}

/** The end of the run of words that can be one noun with its modifiers. */
function nounEnd(s: Sentence, index: number): number {
  let to = index;
  while (to < s.tokens.length && to - index < MAX_WORDS) {
    const token = at(s, to);
    if (token.type === "mark" || token.type === "quote") break;
    if (BREAKS.has(token.low) && token.text !== "IT") break;
    const tags = s.tags(to);
    if (token.low === "'s" || token.low === "n't" || NEVER.some((tag) => tags.has(tag))) break;
    if (to > index && tags.has("Gerund")) break;
    if (
      to > index &&
      (tags.has("Adverb") || tags.has("Pronoun") || tags.has("Preposition")) &&
      !tags.has("Noun")
    )
      break;
    if (to > index && tags.has("Verb") && isKnownOccupation(low(s, to - 1)) && !isKnownOccupation(token.low))
      break;
    to += 1;
  }
  return to;
}

interface Parts {
  readonly from: number;
  readonly nouns: number;
  readonly end: number;
  readonly article: string;
  readonly fields: FieldReading[];
  readonly talk: Discourse;
}

function finish(s: Sentence, parts: Parts): PersonPhrase | undefined {
  const { nouns, talk, fields, article } = parts;
  const end = trade(s, nouns, parts.end);
  const head = low(s, end - 1);
  const two = words(s, Math.max(nouns, end - 2), end);
  const person = isCompoundOccupation(two) ? undefined : (personNoun(two) ?? personNoun(head));
  if (person !== undefined) {
    const width = personNoun(two) === undefined ? 1 : 2;
    const from = Math.max(nouns, end - width);
    for (const [field, value] of Object.entries(person)) fields.push(valueField(s, field, value, from, end));
    const beside = from > nouns ? personNoun(low(s, from - 1)) : undefined;
    for (const [field, value] of Object.entries(beside ?? {}))
      fields.push(valueField(s, field, value, from - 1, from));
    let last = from;
    while (last > nouns && !isKnownOccupation(words(s, nouns, last))) last -= 1;
    if (last > nouns) fields.push(...compact([tradeField(s, talk, nouns, last)]));
    return { fields, to: end, sure: "person", head, article };
  }
  const compound = isCompoundOccupation(two) && personNoun(two) === undefined;
  const kin = isKnownOccupation(head) || compound ? undefined : relationNoun(head);
  if (kin !== undefined) {
    if (kin.gender !== undefined) fields.push(valueField(s, "gender", kin.gender, end - 1, end));
    return { fields, to: end, sure: "person", head, article };
  }
  const gender = genderOfNoun(head);
  if (gender !== undefined) fields.push(valueField(s, "gender", gender, end - 1, end));
  const to = withOffice(s, end);
  const said = tradeField(s, talk, nouns, to);
  if (said === undefined || isDoneToMany(s, nouns, end) || isDone(s, nouns, end)) return undefined;
  fields.push(said);
  const sure = isCompoundOccupation(words(s, nouns, to)) ? "trade" : sureness(s, head, two, end);
  return { fields, to, sure, head, article };
}

/** "hates lawyers", "chases smugglers": a verb and those it is done to, not what somebody is. */
const isDoneToMany = (s: Sentence, from: number, end: number): boolean =>
  end - from === 2 &&
  low(s, from).endsWith("s") &&
  low(s, end - 1).endsWith("s") &&
  isKnownOccupation(low(s, end - 1).slice(0, -1)) &&
  (s.tags(from).has("Verb") || !isKnownOccupation(low(s, from)));

/** "hates the bishop": the trade is another's. */
const isDone = (s: Sentence, from: number, end: number): boolean =>
  end > from + 2 && ["the", "a", "an", "his", "her"].includes(low(s, from + 1)) && s.tags(from).has("Verb");

function sureness(s: Sentence, head: string, two: string, end: number): PersonPhrase["sure"] {
  if (isKnownOccupation(head) || isCompoundOccupation(two)) return "trade";
  const tags = s.tags(end - 1);
  if (tags.has("Comparative") || (tags.has("Adjective") && !tags.has("Noun"))) return "guess";
  if (looksLikeOccupation(head) || tags.has("Actor")) return "likely";
  return "guess";
}

/** Leaves out what follows a trade of the list in the same run ("journalist nobody trusts"). */
function trade(s: Sentence, from: number, end: number): number {
  for (let to = end; to > from; to -= 1) {
    if (isKnownOccupation(low(s, to - 1)) || isCompoundOccupation(words(s, Math.max(from, to - 2), to)))
      return to;
    if (personNoun(words(s, Math.max(from, to - 2), to)) ?? personNoun(low(s, to - 1))) return to;
  }
  return end;
}

/** "chief of police", "professor of history", "singer and part-time thief", "lawyer turned activist". */
function withOffice(s: Sentence, end: number): number {
  const joint = low(s, end);
  if (joint === "in" && low(s, end + 1) === "chief") return end + 2;
  if (joint === "of" && bareAge(s, end + 1) !== undefined) return end;
  const past = nounEnd(s, end + 1);
  const next = ["a", "an", "the"].includes(low(s, past - 1)) ? nounEnd(s, past + 1) : past;
  if (past <= end + 1) return end;
  const partner = isKnownOccupation(low(s, next - 1)) && !["a", "an", "the"].includes(low(s, end + 1));
  if (joint === "of" && !relationNoun(low(s, end - 1))) return next;
  if (joint === "turned" && partner) return next;
  return joint === "and" && partner && isKnownOccupation(low(s, end - 1)) ? next : end;
}
