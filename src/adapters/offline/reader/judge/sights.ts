import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, pronounGender } from "../parts/discourse.ts";
import { evidenceFrom } from "../parts/evidence.ts";
import { isTitle } from "../parts/known.ts";
import type { Named } from "../parts/names.ts";
import { otherNameFrom } from "../parts/other-name.ts";
import { isPlaceNoun } from "../parts/slot.ts";
import { isChatter, isWorkTalk } from "../rules/chatter.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "../rules/mood.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { characterAt, focusAt } from "./characters.ts";
import { classesAt, plainWord, tellingIn } from "./classes.ts";

/** Of whom: those the message names first, or those the bible knows. */
export type Whose = "new" | "known";

/** A name in a message, and what is seen around all its places: the signs that a weight is kept for. */
export interface Sight {
  readonly key: string;
  readonly signs: ReadonlySet<string>;
}

/** A paste of more is no talk. */
const MAX_SENTENCES = 60;
const NEAR = 6;
const MOST_NAMES = 4;

/** Every new name in the message, or every known character's, with its signs. */
export function sightsOf(talk: Discourse, whose: Whose): Sight[] {
  const seen = new Map<string, Set<string>>();
  if (talk.sentences.length > MAX_SENTENCES) return [];
  talk.sentences.forEach((s, place) => {
    const names = namesIn(s, talk, whose);
    if (names.length === 0) return;
    const shared = [...signsOfSentence(s), ...signsBeside(talk, place)];
    for (const name of names) {
      const key = nameKey(name.entry?.name ?? name.mention.name);
      const before = seen.get(key);
      const signs = before ?? new Set<string>();
      if (before !== undefined) signs.add("again");
      for (const sign of [...shared, ...signsOfName(s, name, talk)]) signs.add(sign);
      seen.set(key, signs);
    }
  });
  const whole = [
    ...(talk.elsewhere ? ["elsewhere"] : []),
    ...(talk.request.known.length > 0 ? ["bible"] : []),
    ...(talk.sentences.some((s) => isShopTalk(s, 0)) ? ["some shop"] : []),
    ...(talk.sentences.some(isWorkTalk) ? ["some work"] : []),
    `names ${Math.min(MOST_NAMES, seen.size)}`,
    `sentences ${Math.min(MOST_NAMES, talk.sentences.length)}`,
  ];
  return [...seen].map(([key, signs]) => ({ key, signs: new Set([...signs, ...whole]) }));
}

function namesIn(s: Sentence, talk: Discourse, whose: Whose): Named[] {
  const focus = whose === "known" ? focusAt(s, talk) : undefined;
  const names = focus === undefined ? [] : [focus];
  for (let here = 0; here < s.tokens.length; here += 1) {
    const { type, glued } = at(s, here);
    if (type !== "word" || glued) continue;
    const name = characterAt(s, here, talk);
    if (name === undefined) continue;
    if (whose === "known" ? name.entry !== undefined : name.entry === undefined && !name.ambiguous)
      names.push(name);
    here = name.to - 1;
  }
  return names;
}

function signsOfSentence(s: Sentence): string[] {
  const signs = [
    ...(s.asks ? ["in asks"] : []),
    ...(isHedged(s) ? ["in hedged"] : []),
    ...(isShopTalk(s, 0) ? ["in shop"] : []),
    ...(isFilmTalk(s) ? ["in film"] : []),
    ...(isChatter(s, 0) ? ["in chatter"] : []),
    ...(isWorkTalk(s) ? ["in work"] : []),
    ...(isSubordinate(s, 0) ? ["in subordinate"] : []),
    `first ${low(s, 0)}`,
  ];
  for (let here = 0; here < s.tokens.length; here += 1) {
    for (const one of classesAt(s, here)) signs.push(`in ${one}`);
    const word = plainWord(s, here);
    if (word !== undefined) signs.push(`in ${word}`);
  }
  return signs;
}

/** What the sentences before and after tell. */
function signsBeside(talk: Discourse, place: number): string[] {
  const [before, after] = [talk.sentences[place - 1], talk.sentences[place + 1]];
  const signs: string[] = [];
  if (before !== undefined) {
    signs.push("before", ...(isShopTalk(before, 0) ? ["before shop"] : []));
    for (const one of tellingIn(before, 0, before.tokens.length)) signs.push(`before ${one}`);
    signs.push(...wordsOf(before, "before"));
  }
  if (after !== undefined) {
    signs.push(`after ${low(after, 0)}`, ...(isShopTalk(after, 0) ? ["after shop"] : []));
    if (pronounGender(low(after, 0)) !== undefined) signs.push("after THIRD");
    for (const one of tellingIn(after, 0, NEAR)) signs.push(`after ${one}`);
    signs.push(...wordsOf(after, "beside"));
  }
  return signs;
}

const MOST_WORDS = 16;

function wordsOf(s: Sentence, as: string): string[] {
  const words: string[] = [];
  for (let here = 0; here < Math.min(MOST_WORDS, s.tokens.length); here += 1) {
    const word = plainWord(s, here);
    if (word !== undefined) words.push(`${as} ${word}`);
  }
  return words;
}

/** "The garden centre's called Bloomers", "Carrow House": what places are told by. */
function sitesAround(s: Sentence, from: number, to: number): string[] {
  const isSite = (here: number): boolean => at(s, here).type === "word" && isPlaceNoun(low(s, here));
  const signs: string[] = [];
  for (let here = Math.max(0, from - NEAR); here < Math.min(to + NEAR, s.tokens.length); here += 1)
    if (isSite(here))
      signs.push(here < from ? "near before SITE" : here < to ? "name SITE" : "near after SITE");
  return signs;
}

const PLACES = [-3, -2, -1, 0, 1, 2];

function signsOfName(s: Sentence, { from, to }: Named, talk: Discourse): string[] {
  const first = at(s, from);
  const signs = [
    to > from + 1 ? "name long" : "name short",
    ...(s.tags(from).has("FirstName") ? ["name given"] : []),
    ...(isTitle(first.low) ? ["name titled"] : []),
    ...(first.cap ? [] : ["name small"]),
    ...(s.tags(from).has("Demonym") ? ["name people"] : []),
    ...(otherNameFrom(s, from) < 0 ? [] : ["name other"]),
    ...sitesAround(s, from, to),
    ...(from === 0 ? ["name first"] : []),
    ...(first.text.length > 2 && first.text === first.text.toUpperCase() ? ["name shouted"] : []),
  ];
  for (const place of PLACES) {
    const here = place < 0 ? from + place : to + place;
    for (const one of classesAt(s, here)) signs.push(`${place} ${one}`);
    const word = plainWord(s, here);
    if (word !== undefined) signs.push(`${place} ${word}`);
  }
  for (const one of classesAt(s, to)) {
    for (const before of classesAt(s, from - 1)) signs.push(`${before} _ ${one}`);
    for (const next of classesAt(s, to + 1)) signs.push(`_ ${one} ${next}`);
  }
  for (const one of tellingIn(s, from - NEAR, from)) signs.push(`near before ${one}`);
  for (const one of tellingIn(s, to, to + NEAR)) signs.push(`near after ${one}`);
  const proof = evidenceFrom(s, to, talk);
  if (proof.age) signs.push("told AGE");
  if (proof.trade) signs.push("told TRADE");
  if (proof.others > 0) signs.push("told others");
  if (proof.others > 1) signs.push("told more");
  return signs;
}
