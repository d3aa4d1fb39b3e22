import type { FieldDrop } from "../../../../domain/reading/reading.ts";
import { singular } from "../../../../lib/singular.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";

/** The sentence with trades and words for people from `index` on read as one of many: "Sarah and Tom are journalists". */
export function singularly(s: Sentence, index: number): Sentence {
  const tokens = s.tokens.map((token, at) => {
    if (at < index || token.type !== "word") return token;
    const one = singular(token.low);
    return one !== token.low && namesPerson(one) ? { ...token, low: one } : token;
  });
  return { ...s, tokens };
}

/** The sentence with the verb at `index` as it stands of one person in the present: "work" → "works". */
export function withFinite(s: Sentence, index: number): Sentence {
  const verb = s.tokens[index];
  if (verb === undefined) return s;
  const finite = verb.low === "have" ? "has" : verb.low.replace(/([^aeiou])y$/, "$1ie").concat("s");
  return { ...s, tokens: s.tokens.with(index, { ...verb, low: finite }) };
}

/** What was read of many, of one of them. */
export const ofOne = <Said extends FieldDrop>(fields: readonly Said[]): Said[] =>
  fields.map((field) => {
    const one = typeof field.value === "string" ? singular(field.value) : "";
    return field.field === "occupation" && isKnownOccupation(one) ? { ...field, value: one } : field;
  });

const namesPerson = (word: string): boolean => isKnownOccupation(word) || personNoun(word) !== undefined;
