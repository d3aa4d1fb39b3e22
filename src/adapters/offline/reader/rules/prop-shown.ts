import type { FieldReading } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { ownerAt } from "../parts/party.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { ownerField, thingPhraseAt } from "../parts/prop-phrase.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { LOOK_THINGS, VOICE_THINGS } from "../words/flaws.ts";
import { isProp } from "../words/props.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const MATTERS = firstOf(
  pattern("is|'s the|our key|heart|soul|link|clue|proof|macguffin|mcguffin|reason|answer"),
  pattern("is|'s the only|last|first|one thing|clue|proof|link|object|gift|trace|piece|photo"),
  pattern("is|'s the thing|object|item|prop|one|only that|which|thing"),
  pattern("is|'s what|why|how"),
  pattern("is|'s a|the symbol|sign|metaphor|reminder|clue|fake|forgery|copy|bug"),
  pattern(
    "is|'s cursed|haunted|stolen|fake|missing|broken|cracked|rusted|rigged|loaded|empty|bugged|hollow|priceless|worthless|poisoned",
  ),
  pattern(
    "holds|hides|contains|plays|opens|unlocks|proves|connects|stops|glows|hums a|an|the|every|all|only|at|when|their|her|his",
  ),
);
const LIES = pattern(
  "always|still|usually* hangs|sits|lies|stays|rests|lives|dangles|stands|swings in|on|from|at|by|under|over|behind|inside|next|above|around",
);
const NO_THINGS = wordSet(
  "head body eyes heart soul heir job life ghost voice face plan name future past story office house room home car name fate blood world apartment flat",
);
const MAX_OWN = 4;

/** A thing and its weight in the story, or where it always is: "the music box is the key to everything", "Dex's rabbit foot hangs from the mirror". */
export const propShown: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isSubordinate(s, index) || isFilmTalk(s) || isShopTalk(s, index))
    return undefined;
  return matters(s, index, talk) ?? lies(s, index, talk);
};

function matters(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const thing = low(s, index) === "the" ? thingPhraseAt(s, index, talk, true) : undefined;
  const to = thing === undefined ? -1 : MATTERS(s, thing.to);
  if (thing === undefined || to < 0) return undefined;
  const end = phraseEnd(s, to);
  const be = ["is", "'s"].includes(low(s, thing.to)) ? thing.to + 1 : thing.to;
  const field = textField(s, talk, be > thing.to ? "significance" : "description", be, end);
  const fields: FieldReading[] = field === undefined ? [] : [field];
  return found(end, [entryStatement("prop", thing.mention, !thing.known, fields, spanOf(s, index, end))]);
}

function lies(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  if (owner === undefined || (owner.referent.entry_id === undefined && !owner.referent.fresh))
    return undefined;
  for (let to = owner.to + 1; to <= owner.to + MAX_OWN; to += 1) {
    if (at(s, to - 1).type !== "word") return undefined;
    if (LIES(s, to) < 0) continue;
    const noun = low(s, to - 1);
    const two = to - owner.to > 1;
    if (NO_THINGS.has(noun) || LOOK_THINGS.has(noun) || VOICE_THINGS.has(noun) || !(two || isProp(noun)))
      return undefined;
    const span = spanOf(s, owner.to, to);
    const mention = { name: talk.text.slice(span.start, span.end).replace(/\s+/g, " "), ...span };
    const end = phraseEnd(s, to);
    const field = textField(s, talk, "description", to, end);
    const fields = [ownerField(owner), ...(field === undefined ? [] : [field])];
    return found(end, [entryStatement("prop", mention, true, fields, spanOf(s, index, end))]);
  }
  return undefined;
}
