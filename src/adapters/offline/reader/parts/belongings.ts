import { at, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { NO_PROPS } from "../words/flaws.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse } from "./discourse.ts";
import { phraseEnd } from "./phrase.ts";
import type { Told } from "./told.ts";

const CARRY = pattern("carries|keeps|wields around|with|always*");
/** "keeps the accounts", "keeps his secrets": what one does, and no thing. */
const KEPT = wordSet(
  "books accounts secrets secret peace faith score order time watch house company minutes records",
);
const ARTICLE = wordSet("a an the his her");

/** "carries a silver lighter" → a prop of the subject. */
export function carries(s: Sentence, index: number, talk: Discourse): Told | undefined {
  const from = CARRY(s, index);
  if (from < 0 || !ARTICLE.has(low(s, from))) return undefined;
  let to = from + 1;
  while (to < s.tokens.length && to - from < 6 && isThingWord(s, to)) to += 1;
  if (to === from + 1 || NO_PROPS.has(low(s, to - 1)) || NO_PROPS.has(low(s, from + 1))) return undefined;
  if (KEPT.has(low(s, to - 1)) && s.tokens.slice(index, from).some((token) => token.low === "keeps"))
    return undefined;
  const span = spanOf(s, from + 1, to);
  const mention = { name: talk.text.slice(span.start, span.end).replace(/\s+/g, " "), ...span };
  const end = phraseEnd(s, from);
  return { fields: [], ties: [], to: end, things: [{ mention, span: spanOf(s, index, to) }] };
}

function isThingWord(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.type !== "word" || token.glued) return false;
  const tags = s.tags(index);
  if (token.low === "of") return at(s, index + 1).type === "word";
  if (tags.has("Preposition") || tags.has("Conjunction") || tags.has("Adverb") || tags.has("Pronoun"))
    return false;
  return ![
    "in",
    "inside",
    "under",
    "behind",
    "beneath",
    "on",
    "with",
    "for",
    "and",
    "everywhere",
    "around",
    "at",
    "that",
    "which",
    "from",
    "to",
    "now",
  ].includes(token.low);
}
