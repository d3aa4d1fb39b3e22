import type { FieldReading } from "../../../../domain/reading/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation, looksLikeOccupation } from "../words/occupations.ts";
import { adjectiveField } from "../words/traits.ts";
import type { Discourse } from "./discourse.ts";
import { textField } from "./fields.ts";

/** The trade in the words [from, to), with its capitals only where they are its own. */
export function tradeField(s: Sentence, talk: Discourse, from: number, to: number): FieldReading | undefined {
  const field = textField(s, talk, "occupation", from, to);
  if (field === undefined) return undefined;
  const lower = String(field.value)
    .split(" ")
    .map((word, place) =>
      place === 0 && from === 0 && word !== "" && !isName(word)
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word,
    )
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) && lowers(word.toLowerCase()) ? word.toLowerCase() : word))
    .join(" ");
  return { ...field, value: lower };
}

/** "FBI agent", "McDonald's clerk", "German teacher": its capitals are its own. */
const isName = (word: string): boolean =>
  !/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)?$/u.test(word) || adjectiveField(word.toLowerCase()) === "ethnicity";

function lowers(word: string): boolean {
  return isKnownOccupation(word) || adjectiveField(word) === "part" || looksLikeOccupation(word);
}
