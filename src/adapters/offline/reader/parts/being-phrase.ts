import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isBeing } from "../words/beings.ts";
import type { Discourse } from "./discourse.ts";
import { isPersonWord } from "./evidence.ts";
import { isTitle } from "./known.ts";
import { type PersonPhrase, personPhraseAt } from "./noun-phrase.ts";

/** "the antagonist's lawyer" is a lawyer. */
export function beingPhraseAt(s: Sentence, index: number, talk: Discourse): PersonPhrase | undefined {
  const owns = [2, 3].find((gap) => low(s, index + gap) === "'s" && isPersonWord(low(s, index + gap - 1)));
  const from = owns === undefined ? index : index + owns + 1;
  const long = personPhraseAt(s, from, talk);
  const title = s.tokens.findIndex(
    (token, here) =>
      here > from && here < (long?.to ?? 0) && token.cap && at(s, here + 1).cap && isTitle(token.low),
  );
  const phrase = title < 0 ? long : personPhraseAt({ ...s, tokens: s.tokens.slice(0, title) }, from, talk);
  return phrase?.sure === "person" || phrase?.sure === "trade" ? phrase : being(s, index);
}

/** "the cat", "a three-legged beagle", "the android": it may have a name and a part. */
function being(s: Sentence, index: number): PersonPhrase | undefined {
  if (!["a", "an", "the", "our", "their"].includes(low(s, index))) return undefined;
  const noun = [1, 2, 3].find(
    (gap) =>
      isBeing(low(s, index + gap)) ||
      (low(s, index + gap + 1) === "name" && isBeing(low(s, index + gap).replace(/s$/, ""))),
  );
  if (noun === undefined || low(s, index + noun + 1) === "house") return undefined;
  const head = low(s, index + noun);
  return { fields: [], to: index + noun + 1, sure: "person", head, article: low(s, index) };
}
