import type { Group, Mention } from "../../../../domain/reading/reading.ts";
import { singular } from "../../../../lib/singular.ts";
import { at, firstOf, low, type Pattern, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isGroupNoun, namesGroup } from "../words/group-words.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse, Party } from "./discourse.ts";
import { sceneNamed } from "./scene-name.ts";

const MAX_NAME_TOKENS = 4;
const MEMBERS = firstOf(
  pattern("everyone|everybody in|on|from"),
  pattern("all of"),
  pattern("all|each|every of? the? members|member of"),
  pattern("the members of"),
);
const WHOLE = pattern("the? whole|entire");
const ALL_THE = firstOf(pattern("all|both of? the|our"), pattern("each|every one? of the"));
const ALL_CHARACTERS = firstOf(
  pattern("all of? the|our? characters"),
  pattern("every|each single? character"),
  pattern("everyone|everybody in the|our story|cast"),
  pattern("the? whole|entire cast"),
);
const EVERY = pattern("every|each single?");
const IN_STORY = pattern("in|of the|this|our story|cast");
const ANYONE = pattern("everyone|everybody");
const EXCEPT = wordSet("except but apart besides save minus other who that");
const INSIDE = wordSet("of in on at is are who that and or the a an 's from with to for");

/** Several people at once: "everyone in the heist crew", "all the cops", "everybody in the diner scene". Undefined where some are left out. */
export function groupAt(s: Sentence, index: number, talk: Discourse, ordered = false): Party | undefined {
  const found =
    all(s, index, ALL_CHARACTERS, talk) ??
    members(s, index, talk) ??
    tradesAt(s, index) ??
    everyTrade(s, index) ??
    together(s, index, talk, ordered) ??
    (ordered ? all(s, index, ANYONE, talk) : undefined);
  return found === undefined || EXCEPT.has(low(s, found.to)) ? undefined : found;
}

/** What a group is called, at `index` or after an article: "heist crew", "Rossi family". */
export function groupNameAt(s: Sentence, index: number): { from: number; to: number } | undefined {
  const from = ["the", "our", "a", "an"].includes(low(s, index)) ? index + 1 : index;
  for (let to = from + 1; to <= from + MAX_NAME_TOKENS; to += 1) {
    const token = at(s, to - 1);
    if (token.type !== "word" || INSIDE.has(token.low)) return undefined;
    if (!isGroupNoun(token.low) || isGroupNoun(low(s, to))) continue;
    return namesGroup(s.tokens.slice(from, to).map((one) => one.low)) ? { from, to } : undefined;
  }
  return undefined;
}

/** The group's name as it is kept: as typed, without its article. */
export function groupName(s: Sentence, talk: Discourse, from: number, to: number): string {
  const { start, end } = spanOf(s, from, to);
  return talk.text.slice(start, end).replace(/\s+/g, " ");
}

function all(s: Sentence, index: number, match: Pattern, talk: Discourse): Party | undefined {
  const to = match(s, index);
  return to < 0 ? undefined : partyOf(s, index, to, { by: "all", value: groupName(s, talk, index, to) });
}

function members(s: Sentence, index: number, talk: Discourse): Party | undefined {
  const from = Math.max(MEMBERS(s, index), WHOLE(s, index));
  if (from < 0) return undefined;
  const name = groupNameAt(s, from);
  if (name !== undefined) {
    const value = groupName(s, talk, name.from, name.to);
    return partyOf(s, index, name.to, { by: "group", value });
  }
  const scene = WHOLE(s, index) > 0 ? undefined : sceneNamed(s, from, talk);
  if (scene === undefined) return undefined;
  const start = low(s, from) === "the" ? from + 1 : from;
  const known = scene.mention.entry_id !== undefined;
  const value = known ? groupName(s, talk, start, scene.to) : scene.mention.name;
  const group = { by: "scene", value } as const;
  const party = partyOf(s, index, scene.to, group);
  const { entry_id } = scene.mention;
  return entry_id === undefined ? party : { ...party, mention: { ...party.mention, entry_id } };
}

/** "all the cops", "all of the police officers". */
function tradesAt(s: Sentence, index: number): Party | undefined {
  const from = ALL_THE(s, index);
  const to = from < 0 ? undefined : tradeEnd(s, from);
  return to === undefined ? undefined : tradeOf(s, index, from, to);
}

/** Where the words for many of one trade end ("police officers"). */
function tradeEnd(s: Sentence, from: number): number | undefined {
  const size = [3, 2, 1].find((count) => {
    const phrase = words(s, from, from + count);
    const one = singular(phrase);
    return from + count <= s.tokens.length && one !== phrase && isKnownOccupation(one);
  });
  return size === undefined ? undefined : from + size;
}

const tradeOf = (s: Sentence, index: number, from: number, to: number): Party =>
  partyOf(s, index, to, { by: "occupation", value: singular(words(s, from, to)) });

/** "every detective in this story"; without the story it may be said of all the world. */
function everyTrade(s: Sentence, index: number): Party | undefined {
  const from = EVERY(s, index);
  for (const size of from < 0 ? [] : [3, 2, 1]) {
    const to = IN_STORY(s, from + size);
    const phrase = words(s, from, from + size);
    if (to > 0 && isKnownOccupation(phrase))
      return partyOf(s, index, to, { by: "occupation", value: phrase });
  }
  return undefined;
}

/** "the heist crew are all Irish", "the cops are all in their fifties", "the gang all wear masks"; of an order "the heist crew" is enough. */
function together(s: Sentence, index: number, talk: Discourse, ordered: boolean): Party | undefined {
  if (low(s, index) !== "the") return undefined;
  const name = groupNameAt(s, index);
  const to = name?.to ?? tradeEnd(s, index + 1);
  if (to === undefined || !(ordered || ["all", "both"].some((word) => saysAll(s, to, word))))
    return undefined;
  if (name === undefined) return tradeOf(s, index, index + 1, to);
  return partyOf(s, index, to, { by: "group", value: groupName(s, talk, name.from, name.to) });
}

const saysAll = (s: Sentence, index: number, word: string): boolean =>
  low(s, index) === word || (["are", "is"].includes(low(s, index)) && low(s, index + 1) === word);

function partyOf(s: Sentence, from: number, to: number, group: Group): Party {
  const mention: Mention = { name: group.value, ...spanOf(s, from, to), group };
  return { mention, referent: { name: group.value, kind: "group", fresh: false }, to, fields: [] };
}
