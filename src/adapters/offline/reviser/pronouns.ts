import type { FactValue } from "../../../domain/bible/fact.ts";
import { type Exchange, inPlaceOf, whole } from "./exchange.ts";

const SHE = new Set(["female", "woman", "girl", "f", "she"]);
const HE = new Set(["male", "man", "boy", "m", "he"]);

/** After "her" or "his" as a word of its own, not as somebody's. */
const NOT_A_NOUN =
  /^(?:\s*(?:$|[.,;:!?)\]–—"”\n])|\s+(?:and|but|or|to|from|in|on|at|with|for|as|when|while|if|that|by|of|into|out|up|down|away|back|again|alone|over|off|through|before|after|because|until|about|is|was|how|why|what|who|where|the|a|an|this|then|there|here)\b)/i;

const TO_HE: Readonly<Record<string, string>> = {
  she: "he",
  hers: "his",
  herself: "himself",
  woman: "man",
  girl: "boy",
};
const TO_SHE: Readonly<Record<string, string>> = {
  he: "she",
  him: "her",
  himself: "herself",
  man: "woman",
  boy: "girl",
};

/** The pronouns of a text about one person, when her or his gender changes. Undefined for what these words do not tell. */
export function exchangePronouns(
  before: FactValue | undefined,
  after: FactValue | undefined,
): Exchange | undefined {
  const [was, is] = [genderOf(before), genderOf(after)];
  if (was === undefined || is === undefined || was === is) return undefined;
  const words = is === "he" ? TO_HE : TO_SHE;
  const own = is === "he" ? "her" : "his";
  return {
    find: whole([...Object.keys(words), own].join("|")),
    by: (match) => {
      const old = (match[3] ?? "").toLowerCase();
      const bare = NOT_A_NOUN.test(match.input.slice(match.index + match[0].length));
      const now = old === own ? ownOf(is, bare) : words[old];
      return now === undefined ? undefined : inPlaceOf(match, now);
    },
  };
}

function ownOf(is: "she" | "he", bare: boolean): string {
  if (is === "he") return bare ? "him" : "his";
  return bare ? "hers" : "her";
}

function genderOf(value: FactValue | undefined): "she" | "he" | undefined {
  const word = String(value ?? "").toLowerCase();
  return SHE.has(word) ? "she" : HE.has(word) ? "he" : undefined;
}
