import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { isNoName, isWordToo } from "../words/not-names.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse } from "./discourse.ts";
import { isPersonWord } from "./evidence.ts";
import { lowerNameAt, type Named, nameAt } from "./names.ts";
import { isPlaceNoun, personSlot } from "./slot.ts";

/** Things that are set down with numbers beside them, as people are with their age. */
const THINGS = wordSet(
  "camera sound light lens lights total budget page pages draft version take shot shots day days week weeks hour hours minute minutes call lunch dinner breakfast coffee pizza tea beer wrap edit mix grade deadline date time place idea ideas note notes thing things stuff word words number song track reel clip file files link line lines part parts food price cost rent bus train car bike weather rain snow heat wind dog cat title song list score team room floor door window table chair desk phone laptop drive disk battery cable rig dolly crane gear kit prop props wardrobe makeup hair extras cast crew location tone mood vibe theme genre ending opening plot twist story film movie morning night evening monday noon midnight today tonight tomorrow rehearsal meeting reason point problem question answer result update status plan goal mission vote update ps nb fun fact anyone everyone nobody somebody someone thanks sorry hello",
);

/** How the name came to be seen as one: by its capital, as a given name, or by its place alone. */
export interface AnyName {
  readonly name: Named;
  readonly by: "capital" | "given" | "place";
}

/** A name in any case, of somebody who is not known; for places where a name is due, and with proof that one stands there. */
export function anyNameAt(s: Sentence, index: number, talk: Discourse): AnyName | undefined {
  const token = at(s, index);
  if (token.type !== "word" || token.glued) return undefined;
  if (token.low === "the" && at(s, index + 1).cap && at(s, index + 2).type !== "word") {
    const titled = personSlot(s, index, talk);
    return titled && titled.entry === undefined ? { name: titled, by: "capital" } : undefined;
  }
  const proper = token.cap ? nameAt(s, index, talk, "character") : lowTitled(s, index, talk);
  if (proper !== undefined) {
    if (proper.entry !== undefined || proper.ambiguous || proper.referent !== undefined) return undefined;
    return THINGS.has(token.low) ? undefined : { name: proper, by: proper.solid ? "given" : "capital" };
  }
  if (lowerNameAt(s, index) === undefined && !canBeName(s, index)) return undefined;
  if (nameAt(s, index, talk) !== undefined) return undefined;
  const name = personSlot(s, index, talk);
  if (name === undefined || name.entry !== undefined) return undefined;
  return { name, by: lowerNameAt(s, index) === undefined ? "place" : "given" };
}

/** A word in small letters that is none of those that mean something here. */
function canBeName(s: Sentence, index: number): boolean {
  const { low: word, text } = at(s, index);
  if (text.length < 2 || isNoName(word) || isWordToo(word) || isPlaceNoun(word) || THINGS.has(word))
    return false;
  if (
    isPersonWord(word) ||
    adjectiveField(word) !== undefined ||
    fieldOfLabel("character", word) !== undefined
  )
    return false;
  const tags = s.tags(index);
  const is = (tag: string): boolean => tags.has(tag);
  if (["Plural", "Pronoun", "Place", "Date", "Value", "Possessive", "Organization"].some(is)) return false;
  return is("Noun") && low(s, index + 1) !== "of";
}

const LOW_TITLES = wordSet(
  "mr mrs ms miss dr sgt prof coach capt captain officer det lady lord sister father grandma grandpa granny nana uncle aunt auntie grandmother grandfather brother mother king queen prince princess doctor professor judge",
);
/** "mr okafor", "mrs Dubicki", typed in haste. */
export function lowTitled(s: Sentence, index: number, talk: Discourse): Named | undefined {
  if (at(s, index).cap || !LOW_TITLES.has(low(s, index)) || at(s, index + 1).type !== "word")
    return undefined;
  if (!at(s, index + 1).cap && at(s, index).text.length > 4) return undefined;
  const tokens = s.tokens.map((token, place) =>
    place === index || place === index + 1 ? { ...token, cap: true } : token,
  );
  const found = nameAt({ ...s, tokens }, index, talk, "character");
  if (found === undefined || found.entry !== undefined) return found;
  const { name } = found.mention;
  return { ...found, mention: { ...found.mention, name: name.charAt(0).toUpperCase() + name.slice(1) } };
}

/** Any capital, where nothing but a name is due: "Chairman Meow", "KT-9", "Lucky". */
export function slottedAt(s: Sentence, index: number, talk: Discourse): AnyName | undefined {
  const name = at(s, index).cap ? personSlot(s, index, talk) : undefined;
  return name === undefined || name.entry !== undefined ? undefined : { name, by: "capital" };
}
