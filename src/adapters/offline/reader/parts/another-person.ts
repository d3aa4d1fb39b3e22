import { nameKey } from "../../../../lib/name-keys.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { bareAge } from "./ages.ts";
import type { Discourse, Referent } from "./discourse.ts";
import { nameAt } from "./names.ts";
import { personPhraseAt } from "./noun-phrase.ts";

/** Before a name that is another of the same one's, a place's, or only compared with. */
const ASIDE = wordSet(
  "like as than née nee born name names called named nicknamed aka alias in at from near of",
);

/** Whether somebody else is named in [from, to), of whom what follows may be told: "falls for Stefan Brandt, a piano tuner …". */
export function namesAnother(
  s: Sentence,
  from: number,
  to: number,
  talk: Discourse,
  subject: Referent,
): boolean {
  for (let here = from; here < to; here += 1) {
    if (!at(s, here).cap || ASIDE.has(low(s, here - 1))) continue;
    const name = nameAt(s, here, talk, "character");
    if (name === undefined) continue;
    const key = nameKey(name.mention.name);
    const own = key === nameKey(subject.name);
    const owns = name.owns || low(s, name.to) === "'s";
    if (!own && !owns && name.entry === undefined && name.referent === undefined)
      if (talk.persons.has(key) || isDescribed(s, name.to, talk)) return true;
    here = name.to - 1;
  }
  return false;
}

/** ", a piano tuner", "(42)": told of whoever is named right before. */
function isDescribed(s: Sentence, index: number, talk: Discourse): boolean {
  if (![",", "("].includes(low(s, index))) return false;
  if (bareAge(s, index + 1) !== undefined) return true;
  if (!["a", "an", "the"].includes(low(s, index + 1))) return false;
  const phrase = personPhraseAt(s, index + 1, talk);
  return phrase !== undefined && (phrase.sure === "trade" || phrase.sure === "person");
}
