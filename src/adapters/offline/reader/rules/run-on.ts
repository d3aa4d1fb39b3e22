import type { Discourse } from "../parts/discourse.ts";
import { nameAt } from "../parts/names.ts";
import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";

const FINITE = wordSet("is 's has works wants lives hates loves are 're have isn");
const PRONOUNS = wordSet("he she they");

/** "… anymore hes unemployed", "… 31 tom is 40": the next clause begins with no mark before it. */
export function runsOn(s: Sentence, index: number, talk: Discourse): boolean {
  if (PRONOUNS.has(low(s, index))) return FINITE.has(low(s, index + 1));
  const name = nameAt(s, index, talk, "character");
  return name?.entry !== undefined && !name.owns && ["is", "'s", "are"].includes(low(s, name.to));
}
