import type { Mention } from "../../../../domain/reading/reading.ts";
import { adjectivesAt } from "../parts/adjectives.ts";
import { bareAge } from "../parts/ages.ts";
import { type Discourse, speakOf } from "../parts/discourse.ts";
import { textField } from "../parts/fields.ts";
import { knownAt } from "../parts/names.ts";
import { ownerAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { isPlaceNoun, thingSlot } from "../parts/slot.ts";
import { entryStatement } from "../parts/statements.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const SIGNS = new Set([":", "–", "—", "-"]);
const LABEL = pattern("new|key|another* location|place|setting idea|option? :|-|–|—|=");
const BE = firstOf(pattern("is|'s"), pattern("smells|reeks|looks|feels|sounds of|like?"));
const ON = pattern(
  "above|below|behind|on|in|near|next|opposite|full|at|under|over|between|off|outside|beside|across|down|up|past|beyond|along|by|two|three|ten|five|half|right|just|always|never|permanently|perpetually|slowly|wedged|built|tucked|hidden|buried|surrounded|covered",
);
const MAX_OWN = 3;

/** "The Diner: greasy, neon", "John's apartment is above a pawn shop, no windows", "location - Pier 39. foggy, loud". */
export const placeTold: Rule = (s, index, talk) => {
  if (isHedged(s) || isFilmTalk(s)) return undefined;
  return labelled(s, index, talk) ?? known(s, index, talk) ?? owned(s, index, talk);
};

/** A label, a sign and the name; the next sentence may describe it. */
function labelled(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = LABEL(s, index);
  const name = from < 0 ? undefined : thingSlot(s, from, talk, "location");
  if (name === undefined || name.to < s.tokens.length) return undefined;
  const rest = describedNext(s, talk);
  speakOf(talk, { name: name.mention.name, kind: "location", fresh: true });
  const fields = rest === undefined ? [] : [rest];
  if (rest !== undefined) talk.readUpTo = Math.max(talk.readUpTo, rest.end);
  return found(name.to, [entryStatement("location", name.mention, true, fields, spanOf(s, index, name.to))]);
}

const SENSED = new Set("smells reeks looks feels sounds".split(" "));
const OPENS = new Set("it its he she they there this that we i you and but so".split(" "));

/** The next sentence on the same line, when it begins with words and no clause, and speaks of nobody ("low ceiling, no phone signal"). */
export function describedNext(s: Sentence, talk: Discourse) {
  const next = talk.sentences[talk.sentences.indexOf(s) + 1];
  if (next === undefined || talk.text.slice(s.end, next.start).includes("\n") || next.asks) return undefined;
  if (OPENS.has(low(next, 0)) || next.tokens.some((token, place) => isSomebody(next, place, token.cap)))
    return undefined;
  const comma = next.tokens.findIndex((token) => token.low === ",");
  const verbs = next.tokens.some(
    (_, place) =>
      (comma < 0 || place < comma) &&
      (next.tags(place).has("Copula") ||
        (next.tags(place).has("PresentTense") && !SENSED.has(low(next, place)))),
  );
  return verbs || isShopTalk(next, 0)
    ? undefined
    : textField(next, talk, "description", 0, next.tokens.length);
}

/** A name, or an age: it tells of a person. */
const isSomebody = (s: Sentence, index: number, cap: boolean): boolean =>
  (cap && (index > 0 || s.tags(index).has("FirstName"))) || bareAge(s, index) !== undefined;

/** Of a place of the film: after a colon, or by what it is, smells of and lies near. */
function known(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const start = low(s, index) === "the" ? index + 1 : index;
  const name = knownAt(s, index, talk, "location") ?? knownAt(s, start, talk, "location");
  if (name?.entry === undefined || name.owns || isShopTalk(s, index)) return undefined;
  return described(s, index, name.to, name.mention, false, talk);
}

/** "John's apartment": a place by whose it is; it need not be known. */
function owned(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owner = ownerAt(s, index, talk);
  if (owner?.referent.entry_id === undefined || isShopTalk(s, index)) return undefined;
  for (let to = owner.to + 1; to <= owner.to + MAX_OWN; to += 1) {
    if (at(s, to - 1).type !== "word") return undefined;
    if (!isPlaceNoun(low(s, to - 1)) || isPlaceNoun(low(s, to))) continue;
    const { start, end } = spanOf(s, index, to);
    const name = named(owner.referent.name, talk.text.slice(at(s, owner.to).start, end));
    return described(s, index, to, { name, start, end }, true, talk);
  }
  return undefined;
}

const named = (owner: string, place: string): string =>
  `${owner}'s ${place.replace(/(^|\s)(\p{Ll})/gu, (_, space: string, letter: string) => `${space}${letter.toUpperCase()}`)}`;

function described(
  s: Sentence,
  index: number,
  to: number,
  subject: Mention,
  explicit: boolean,
  talk: Discourse,
): ReturnType<Rule> {
  const colon = SIGNS.has(low(s, to)) && !at(s, to).glued ? to + 1 : low(s, to) === ":" ? to + 1 : -1;
  const be = BE(s, to);
  const from = Math.max(colon, be);
  if (from < 0) return undefined;
  const tells =
    colon > 0 ||
    adjectivesAt(s, from, talk, true) !== undefined ||
    LOOKS.has(low(s, from)) ||
    ON(s, from) > 0 ||
    be > to + 1;
  const lies =
    ["on", "off"].includes(low(s, from)) && at(s, from + 1).type === "word" && !endsAt(s, from + 1);
  const judged = JUDGED.has(low(s, from)) && !lies;
  if (!tells || judged || ["not", "n't"].includes(low(s, from))) return undefined;
  const field = textField(s, talk, "description", from, s.tokens.length);
  if (field === undefined || (colon < 0 && s.tokens.length - from < 2)) return undefined;
  return found(s.tokens.length, [
    entryStatement("location", subject, explicit, [field], spanOf(s, index, s.tokens.length)),
  ]);
}

const LOOKS = new Set(
  "dark dim bright tiny huge small large big empty crowded dirty filthy clean cold hot damp dusty noisy quiet old new abandoned ruined narrow cramped run-down greasy".split(
    " ",
  ),
);
const JUDGED = new Set(
  "great good bad nice cool perfect terrible awful booked closed gone available missing too so really very free locked off on".split(
    " ",
  ),
);
