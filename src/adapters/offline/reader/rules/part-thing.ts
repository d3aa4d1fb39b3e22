import { endsAt, phraseEnd } from "../parts/phrase.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, low, pattern, spanOf } from "../text/match.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const PART = pattern(
  "the|our murder|main|key|missing|stolen|central|only? weapon|macguffin|mcguffin|clue|prop|treasure|heirloom|gift|evidence is|'s a|an|his|her",
);
const NO_THING = new Set(
  "bit little lot kind joke problem mess must good great bad total nice cool question secret person man woman".split(
    " ",
  ),
);
const MAX_WORDS = 4;

/** "the murder weapon is an antique letter opener": a thing by the part it has in the story. */
export const partThing: Rule = (s, index) => {
  const from = PART(s, index);
  if (from < 0 || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index + 1)) return undefined;
  let to = from;
  while (to - from < MAX_WORDS && isWord(to)) to += 1;
  if (to === from || !endsAt(s, to) || NO_THING.has(low(s, from)) || NO_THING.has(low(s, to - 1)))
    return undefined;
  const span = spanOf(s, from, to);
  const name = s.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
  return found(phraseEnd(s, from), [
    entryStatement("prop", { name, ...span }, true, [], spanOf(s, index, to)),
  ]);

  function isWord(here: number): boolean {
    const tags = s.tags(here);
    const bound = ["Preposition", "Conjunction", "Copula", "Pronoun", "Modal"].some((tag) => tags.has(tag));
    return at(s, here).type === "word" && !bound && !["that", "which", "with"].includes(low(s, here));
  }
};
