import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { DIETS } from "../words/conditions.ts";
import { adjectiveField, isLastingTrait } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import type { Read } from "./ages.ts";
import type { Discourse } from "./discourse.ts";
import { compact, textField, valueField } from "./fields.ts";
import { endsAt } from "./phrase.ts";

const DEGREE = pattern(
  "very|really|rather|quite|pretty|so|extremely|super|incredibly|deeply|fairly|too|always|slightly|somewhat|kinda|also|both|mostly|a|kind|of|bit|little|sort|often|usually|secretly*",
);
const JOINTS = new Set([",", "and", "but", "yet", "&", "/"]);
const AGES = new Map([
  ["young", "young"],
  ["elderly", "elderly"],
  ["middle-aged", "middle-aged"],
]);
const GENDERS = new Map([
  ["female", "female"],
  ["male", "male"],
  ["non-binary", "non-binary"],
  ["nonbinary", "non-binary"],
]);
/** After one of these an adjective is about something else ("good at", "proud of her son") or the start of a noun. */
const CONTINUES = wordSet("at of to with about for enough in on that because when if as than");

/** "stubborn, impulsive and loyal": one list of traits, with looks, origin and age apart. Undefined when a word in it is none of these. */
export function adjectivesAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  introduced: boolean,
): Read | undefined {
  const traits: { low: string; at: number }[] = [];
  const others: (FieldReading | undefined)[] = [];
  let to = index;
  let here = pastDegree(s, index);
  while (readOne(s, here, talk, introduced, traits, others)) {
    to = here + (isPair(s, here) ? 2 : 1);
    const joint = skipJoints(s, to);
    here = joint === to ? -1 : pastDegree(s, joint);
  }
  if (to === index || !closes(s, to)) return undefined;
  const first = traits[0];
  const last = traits.at(-1);
  const list =
    first === undefined || last === undefined
      ? []
      : [{ field: "traits", value: traits.map((trait) => trait.low), ...spanOf(s, first.at, last.at + 1) }];
  return { fields: [...list, ...compact(others)], to };
}

/** "kind of shy", but "loyal and kind". */
function pastDegree(s: Sentence, index: number): number {
  const past = DEGREE(s, index);
  return past > index && adjectiveField(low(s, past)) === undefined && endsAt(s, past) ? past - 1 : past;
}

function skipJoints(s: Sentence, index: number): number {
  let here = index;
  while (JOINTS.has(low(s, here))) here += 1;
  return here;
}

function readOne(
  s: Sentence,
  index: number,
  talk: Discourse,
  introduced: boolean,
  traits: { low: string; at: number }[],
  others: (FieldReading | undefined)[],
): boolean {
  const word = low(s, index);
  if (index < 0 || word === "") return false;
  const age = AGES.get(word);
  const gender = GENDERS.get(word);
  if (age !== undefined) others.push(valueField(s, "age_range", age, index, index + 1));
  else if (gender !== undefined) others.push(valueField(s, "gender", gender, index, index + 1));
  else {
    const field = adjectiveField(word);
    const listed =
      DIETS.has(word) && low(s, index + 1) === "," && adjectiveField(low(s, index + 2)) !== undefined;
    const asTrait = field === "traits" && (introduced || listed || isLastingTrait(word));
    if (
      asTrait &&
      (!CONTINUES.has(low(s, index + 1)) || isLikened(s, index + 1)) &&
      !isNounNext(s, index + 1)
    )
      traits.push({ low: word, at: index });
    else if (field === "appearance" || field === "ethnicity" || field === "disability" || field === "class")
      others.push(textField(s, talk, field, index, index + (isPair(s, index) ? 2 : 1)));
    else return false;
  }
  return true;
}

/** "Ghanaian British", "Turkish German". */
const isPair = (s: Sentence, index: number): boolean =>
  [index, index + 1].every((here) => adjectiveField(low(s, here)) === "ethnicity");

/** "stubborn as a mule", "reckless as hell". */
const isLikened = (s: Sentence, index: number): boolean =>
  low(s, index) === "as" && ["a", "an", "hell", "ever", "can", "they"].includes(low(s, index + 1));

function isNounNext(s: Sentence, index: number): boolean {
  const token = at(s, index);
  return (
    token.type === "word" &&
    !JOINTS.has(token.low) &&
    s.tags(index).has("Noun") &&
    !s.tags(index).has("Pronoun") &&
    !token.glued &&
    !endsAt(s, index)
  );
}

function closes(s: Sentence, index: number): boolean {
  const before = low(s, index - 1);
  if (endsAt(s, index) || before === ",") return true;
  return [
    "who",
    "which",
    "that",
    "with",
    "ever",
    "until",
    "after",
    "in",
    "from",
    "while",
    "as",
    "when",
    "because",
    "since",
  ].includes(low(s, index));
}
