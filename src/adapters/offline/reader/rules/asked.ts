import type { Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { type Discourse, lastOfKind, pronounGender, resolvePronoun } from "../parts/discourse.ts";
import { displayName, knownAt, nameAt } from "../parts/names.ts";
import { partyAt } from "../parts/party.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { isNoName, isWordToo } from "../words/not-names.ts";
import { relationNoun } from "../words/relations.ts";
import { sceneTarget } from "./remove.ts";

/** Everyone and everything a question names: known names, capitals, pronouns, "the diner scene"; a word where only a name can stand; a name typed one letter wrong. */
export function mentionsAsked(s: Sentence, index: number, talk: Discourse): Mention[] {
  const mentions: Mention[] = [];
  let here = index;
  while (here < s.tokens.length) {
    const one = mentionAt(s, here, talk);
    if (one === undefined) here += 1;
    else {
      if (!mentions.some((other) => sameMention(other, one.mention))) mentions.push(one.mention);
      here = one.to;
    }
  }
  if (mentions.length > 0) return mentions;
  const slot = slotMention(s, index, talk);
  return slot === undefined ? [] : [slot];
}

function sameMention(a: Mention, b: Mention): boolean {
  return a.entry_id === b.entry_id && nameKey(a.name) === nameKey(b.name);
}

function mentionAt(s: Sentence, here: number, talk: Discourse): { mention: Mention; to: number } | undefined {
  if (low(s, here) === "the") {
    const scene = sceneTarget(s, here, talk);
    if (scene !== undefined) return scene;
    const thing = knownAt(s, here, talk) ?? knownAt(s, here + 1, talk);
    if (thing !== undefined) return { mention: thing.mention, to: thing.to };
  }
  const name = nameAt(s, here, talk) ?? partyNamed(s, here, talk);
  if (name !== undefined) return { mention: name.mention, to: name.to };
  const word = low(s, here);
  if (pronounGender(word) !== undefined) {
    const referent = resolvePronoun(talk, word);
    if (referent === undefined) return undefined;
    const mention = { name: referent.name, ...spanOf(s, here, here + 1) };
    return {
      mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
      to: here + 1,
    };
  }
  const close = at(s, here).type === "word" && !isNoName(word) ? talk.known.near(nameKey(word)) : undefined;
  if (close !== undefined)
    return {
      mention: { name: close.name, entry_id: close.entry_id, ...spanOf(s, here, here + 1) },
      to: here + 1,
    };
  return undefined;
}

function partyNamed(
  s: Sentence,
  here: number,
  talk: Discourse,
): { mention: Mention; to: number } | undefined {
  if (low(s, here) !== "the") return undefined;
  return partyAt(s, here, talk);
}

const BEFORE_NAME = new Set(["is", "'s", "are", "about", "old", "does", "was", "know"]);
const NEVER = new Set(
  "it this that here there going on up happening wrong new next left missing we you i they everyone everybody anyone the a an my our your for to of in not all so best better good bad like about doing".split(
    " ",
  ),
);

/** "who is sarah": a lower-case name that nothing else knows, where a name is all that can stand. */
function slotMention(s: Sentence, index: number, talk: Discourse): Mention | undefined {
  const asked = /^(?:who|whos|hwo|how|what|tell|where)$/.test(low(s, index));
  for (let here = index + 1; asked && here < s.tokens.length; here += 1) {
    const token = at(s, here);
    if (!BEFORE_NAME.has(low(s, here - 1)) || token.type !== "word" || NEVER.has(token.low)) continue;
    if (
      isNoName(token.low) ||
      isWordToo(token.low) ||
      relationNoun(token.low) ||
      fieldOfLabel("character", token.low)
    )
      continue;
    const last =
      here === s.tokens.length - 1 ||
      ["'s", "again", "do", "from", "married", "afraid", "in", "look"].includes(low(s, here + 1));
    if (!last || s.tags(here).has("Verb") || s.tags(here).has("Adjective")) continue;
    return { name: displayName(token.text), start: token.start, end: token.end };
  }
  const it = s.tokens.slice(index).some((token) => token.low === "it");
  const thing = it ? lastOfKind(talk, ["scene", "location", "prop"]) : undefined;
  const place = s.tokens.find((token) => token.low === "it");
  if (thing === undefined || place === undefined) return undefined;
  const mention = { name: thing.name, start: place.start, end: place.end };
  return thing.entry_id === undefined ? mention : { ...mention, entry_id: thing.entry_id };
}
