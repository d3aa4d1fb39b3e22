import type { Discourse } from "../parts/discourse.ts";
import type { Named } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { besideName, peggedName } from "../parts/peg.ts";
import { at, firstOf, low, pattern } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { relationNoun } from "../words/relations.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { present } from "./present.ts";
import type { Rule } from "./rule.ts";

const SEE = firstOf(
  pattern("i|we always|now|really* see|saw|picture|pictured|envision|envisioned|have|wrote|write"),
  pattern("i|we 've|have always? seen|pictured|envisioned|written"),
);
const AS = pattern("as|like|being");
const AFTER = wordSet("who with and in from");

/** "I see the hero as a washed-up boxer, Lazlo Finn": a part of the story, what they are, and their name. */
export const seenAs: Rule = (s, index, talk) => {
  const from = SEE(s, index);
  if (from < 0 || s.asks || isHedged(s) || isFilmTalk(s)) return undefined;
  const part = personPhraseAt(s, from, talk);
  const as = part === undefined ? -1 : AS(s, part.to);
  if (part === undefined || as < 0 || isShopTalk(s, as)) return undefined;
  const plays = part.fields.some(({ field }) => field === "role" || field === "archetype");
  if (!plays && relationNoun(part.head) === undefined) return undefined;
  const phrase = personPhraseAt(s, as, talk);
  if (phrase === undefined || phrase.sure === "guess") return undefined;
  const name = peggedName(s, phrase.to, talk) ?? toldBeside(s, phrase.to, talk);
  if (name === undefined || name.entry !== undefined || !isClosed(s, name.to)) return undefined;
  return present(s, index, talk, name, [...part.fields, ...phrase.fields]);
};

/** "…, Ines" may be whom it is said to; "…, Lazlo Finn" and "…, Ines, 40" are not. */
function toldBeside(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const name = besideName(s, index, talk);
  const more = name !== undefined && [",", "("].includes(low(s, name.to));
  return more || (name !== undefined && name.to - name.from > 1) ? name : undefined;
}

/** "…, a Tom Hardy type" is like somebody, and is not called so. */
const isClosed = (s: Sentence, index: number): boolean =>
  at(s, index).text === "" || at(s, index).type === "mark" || AFTER.has(low(s, index));
