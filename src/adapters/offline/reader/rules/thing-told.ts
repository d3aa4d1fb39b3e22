import { textField } from "../parts/fields.ts";
import { knownAt } from "../parts/names.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { entryStatement } from "../parts/statements.ts";
import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const IS_A = pattern("is|'s|was a|an");

/** "The Diner is a run-down place off the highway": of a location or thing that is known. */
export const thingTold: Rule = (s, index, talk) => {
  if (isHedged(s) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const start = low(s, index) === "the" ? index + 1 : index;
  for (const kind of ["location", "prop"] as const) {
    const name = knownAt(s, index, talk, kind) ?? knownAt(s, start, talk, kind);
    const is = name === undefined || name.owns ? -1 : IS_A(s, name.to);
    if (name === undefined || is < 0 || isJudged(s, is)) continue;
    const to = phraseEnd(s, is);
    const field = textField(s, talk, "description", is - 1, to);
    if (field !== undefined && to - is > 1)
      return found(to, [entryStatement(kind, name.mention, false, [field], spanOf(s, index, to))]);
  }
  return undefined;
};

const JUDGEMENTS = new Set(
  "good great nice cool bad terrible perfect better problem mess bit lot must joke cliche cliché pain really very".split(
    " ",
  ),
);

function isJudged(s: Sentence, index: number): boolean {
  return JUDGEMENTS.has(low(s, index));
}
