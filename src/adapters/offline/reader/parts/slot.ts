import type { Mention } from "../../../../domain/reading/reading.ts";
import { nameKey } from "../../../../lib/name-keys.ts";
import { at, low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/token.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { isMorePlace } from "../words/places.ts";
import { adjectiveField } from "../words/traits.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse } from "./discourse.ts";
import { isTitle } from "./known.ts";
import { displayName, knownAt, type Named, placeName } from "./names.ts";

/** What a naming slot ("named …", "new character: …") cannot begin with, though it may hold any other word. */
const NO_START = wordSet(
  "surname née nee dead alive deceased missing divorced unreadable illegible a an who that which where when with and or but is was are to in on at of for from by as so please it him her them name names named after something someone what whatever maybe if i you we they he she my your our their this these those not tbd tba tbc todo unknown none unnamed untitled n female male she he yes no how why do does did can will would should have has let",
);
const STOPS = wordSet(
  "who that which where when whose with and or but is was are has had to in on at for from by as so please named called aged age a an now because since working works wants investigating looking playing plays lives living because about into near outside inside next instead too pls plz",
);
const MAX_PERSON_TOKENS = 4;
const MAX_PLACE_TOKENS = 7;

/** The name that stands where one is due, in quotation marks, capitals or neither ("named maya lopez, 30"). */
export function personSlot(s: Sentence, index: number, talk: Discourse): Named | undefined {
  const first = at(s, index);
  if (first.type === "quote") return quotedName(s, index, talk, first);
  if (
    first.type !== "word" ||
    first.glued ||
    (NO_START.has(first.low) && !(first.cap && at(s, index + 1).cap))
  )
    return undefined;
  const known = knownAt(s, index, talk, "character");
  if (first.low === "the" && at(s, index + 1).cap) return titledSlot(s, index, talk);
  const end = first.cap ? capitalRun(s, index, talk.text) : lowerRun(s, index);
  if (known !== undefined && known.to >= end && !known.owns) return known;
  if (end <= index) return undefined;
  return slot(talk, index, end, first, at(s, end - 1), "character");
}

/** "the Collector". */
function titledSlot(s: Sentence, index: number, talk: Discourse): Named {
  const end = capitalRun(s, index + 1, talk.text);
  const whole = slot(talk, index, end, at(s, index), at(s, end - 1), "character");
  return { ...whole, mention: { ...whole.mention, name: whole.mention.name.replace(/^the /, "The ") } };
}

/** A quoted name, with the surname after it: "Dutch" Hendricks. */
function quotedName(s: Sentence, index: number, talk: Discourse, first: Token): Named {
  const end =
    at(s, index + 1).cap && at(s, index + 1).type === "word"
      ? capitalRun(s, index + 1, talk.text)
      : index + 1;
  const whole = slot(talk, index, end, first, at(s, end - 1), "character");
  return { ...whole, mention: { ...whole.mention, name: whole.mention.name.replace(/["“”«»]/g, "") } };
}

function capitalRun(s: Sentence, index: number, text: string): number {
  let to = index + 1;
  while (to - index < MAX_PERSON_TOKENS + 1) {
    if (at(s, to).type === "quote" && at(s, to + 1).cap && at(s, to + 1).type === "word") {
      to += 2;
      continue;
    }
    const gap = text.slice(at(s, to - 1).end, at(s, to).start);
    if (gap !== " " && gap !== ". ") break;
    const token = at(s, to);
    const article = [
      "the",
      "de",
      "da",
      "del",
      "van",
      "von",
      "la",
      "le",
      "di",
      "of",
      "bin",
      "al",
      "el",
      "der",
    ].includes(token.low);
    if (token.type === "word" && token.cap && !STOPS.has(token.low)) to += 1;
    else if (article && at(s, to + 1).cap && at(s, to + 1).type === "word") to += 2;
    else break;
  }
  const only = to === index + 1;
  return only && ["The", "A", "An", "And", "Who", "With", "I"].includes(at(s, index).text) ? index : to;
}

/** Typed without capitals: one word, and a second only when nothing but it is left of the phrase. */
function lowerRun(s: Sentence, index: number): number {
  const titled = isTitle(low(s, index)) || low(s, index) === "the";
  let to = index + 1;
  while (
    to - index < MAX_PERSON_TOKENS &&
    continues(s, to) &&
    (titled || phraseEndsAt(s, to + 1) || continues(s, to + 1))
  )
    to += 1;
  if (low(s, index) === "the" && to === index + 1) return index;
  return to;
}

function continues(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.type !== "word" || token.glued || STOPS.has(token.low) || token.low === "the") return false;
  if (isKnownOccupation(token.low) || adjectiveField(token.low) !== undefined) return false;
  const tags = s.tags(index);
  return !["Verb", "Gerund", "Adverb", "Preposition", "Pronoun", "Value", "Adjective"].some((tag) =>
    tags.has(tag),
  );
}

function phraseEndsAt(s: Sentence, index: number): boolean {
  const token = at(s, index);
  return token.text === "" || token.type === "mark" || STOPS.has(token.low);
}

/** The name of a place or thing: longer, with articles and possessives ("joe's diner", "The House of Wax"). */
export function thingSlot(s: Sentence, index: number, talk: Discourse, kind: string): Named | undefined {
  const first = at(s, index);
  if (first.type === "quote") return slot(talk, index, index + 1, first, first, kind);
  if (first.type === "mark" || (NO_START.has(first.low) && !(first.cap && at(s, index + 1).cap)))
    return undefined;
  const capital = first.cap && (at(s, index + 1).cap || first.low !== "the");
  let to = index + 1;
  while (
    to - index < MAX_PLACE_TOKENS &&
    ((capital && joinsCapital(s, to)) || ((!capital || kind === "prop") && joinsLower(s, to)))
  )
    to += 1;
  while (to > index + 1 && ["of", "the", "&", "and"].includes(low(s, to - 1))) to -= 1;
  if (to === index + 1 && ["the", "a", "an"].includes(first.low)) return undefined;
  return slot(talk, index, to, first, at(s, to - 1), kind);
}

function joinsCapital(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.type === "mark") return token.low === "&" || (token.low === "-" && token.glued);
  if (token.low === "'s" || token.cap || token.type === "number") return true;
  const bridge = ["of", "the", "and", "du", "de", "la", "el"].includes(token.low);
  if (bridge)
    return at(s, index + 1).cap || (["the", "la"].includes(low(s, index + 1)) && at(s, index + 2).cap);
  return (
    (low(s, index - 1) === "'s" && !STOPS.has(token.low) && !["now", "please"].includes(token.low)) ||
    isPlaceNoun(token.low)
  );
}

function joinsLower(s: Sentence, index: number): boolean {
  const token = at(s, index);
  if (token.type === "mark") return false;
  if (token.low === "of" || token.low === "'s") return true;
  return !STOPS.has(token.low);
}

/** A thing keeps the case it was typed in, and loses its article: "the blue envelope" → "blue envelope". */
export function propMention(talk: Discourse, mention: Mention): Mention {
  const typed = talk.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
  const article = /^(?:the|an?) (?=\p{Ll})/u.exec(typed)?.[0].length ?? 0;
  return {
    ...mention,
    name: /^the \p{Lu}/u.test(typed) ? `T${typed.slice(1)}` : typed.slice(article),
    start: mention.start + article,
  };
}

const PLACE_NOUNS = wordSet(
  "diner bar cafe café club hotel motel house apartment flat station street park church school hospital office restaurant shop store warehouse factory beach harbour harbor bridge square market theatre theater cinema lighthouse mansion castle cabin farm garage hall library museum lab laboratory prison airport dock docks pier forest lake river island cemetery morgue gym studio tavern inn pub kitchen bedroom basement attic rooftop alley courtroom courthouse bakery barn bunker casino ruins palace temple zoo supermarket arcade laundrette salon barbershop mall laundromat pool yard garden balcony hallway corridor bathroom newsroom classroom stadium circus graveyard chapel bank vault highway field swamp jungle desert pharmacy lobby salon cellar convent monastery orphanage shack tower tunnel village town city",
);

export function isPlaceNoun(word: string): boolean {
  return PLACE_NOUNS.has(word) || isMorePlace(word);
}

function slot(talk: Discourse, from: number, to: number, first: Token, last: Token, kind: string): Named {
  const text = talk.text.slice(first.start, last.end);
  const found = talk.known.find(nameKey(text)).filter((entry) => entry.kind === kind);
  const entry = found.length === 1 ? found[0] : undefined;
  return {
    from,
    to,
    mention: {
      name: kind === "location" ? placeName(text) : displayName(text),
      start: first.start,
      end: last.end,
      ...(entry === undefined ? {} : { entry_id: entry.entry_id }),
    },
    entry,
    ambiguous: found.length > 1,
    solid: true,
    owns: false,
  };
}
