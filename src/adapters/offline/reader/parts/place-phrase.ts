import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isPlaceTail, isSetNoun, isVehicle } from "../words/places.ts";
import { wordSet } from "../words/word-set.ts";
import { isPlaceNoun } from "./slot.ts";

const MAX_WORDS = 5;
const BREAKS = wordSet(
  "and or but with without who whom that which where when while as if then than to from of for about by like in on at near into inside outside over under is are was were be has have i you he she it we they him them me us my your our this these those not no all some any every what how why there here now just only too so very him her",
);

/** Where the words for a place that begin at `index` end ("abandoned parking lot", "Viktor's flat", "Lisbon"); -1 where they are none. */
export function placePhraseEnd(s: Sentence, index: number, vehicles = true): number {
  for (let here = index; here < Math.min(index + MAX_WORDS, s.tokens.length); here += 1) {
    const token = at(s, here);
    if (token.type === "mark" || token.type === "quote" || BREAKS.has(token.low)) return -1;
    if (isHead(s, here, here > index, vehicles)) return lastHead(s, here);
    if (s.tags(here).has("Verb") && !describes(s, here)) return -1;
  }
  return -1;
}

function isHead(s: Sentence, index: number, later: boolean, vehicles: boolean): boolean {
  const word = low(s, index);
  if (isPlaceNoun(word) || isSetNoun(word)) return true;
  if (isVehicle(word)) return vehicles || isPlaceTail(low(s, index + 1));
  if (later && isPlaceTail(word)) return s.tags(index - 1).has("Noun") || describes(s, index - 1);
  return s.tags(index).has("City");
}

/** "bus stop", "hospital corridor": the last of the nouns; "the docks market" too. */
function lastHead(s: Sentence, index: number): number {
  let to = index + 1;
  while (to < s.tokens.length && at(s, to).type === "word" && !at(s, to).glued) {
    const word = low(s, to);
    if (!isPlaceNoun(word) && !isPlaceTail(word) && !isSetNoun(word) && !isVehicle(word)) break;
    to += 1;
  }
  return to;
}

/** "abandoned", "parking", the "'s" of an owner: a verb by its form, an adjective by its place. */
function describes(s: Sentence, index: number): boolean {
  const word = low(s, index);
  return word === "'s" || /(?:ed|ing|en)$/.test(word);
}
