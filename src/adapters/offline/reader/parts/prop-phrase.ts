import type { FieldReading, Mention } from "../../../../domain/reading/reading.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { isSetNoun } from "../words/places.ts";
import { isProp } from "../words/props.ts";
import { relationNoun } from "../words/relations.ts";
import { wordSet } from "../words/word-set.ts";
import type { Discourse, Party } from "./discourse.ts";
import { knownAt, nameAt } from "./names.ts";
import { ownerAt, partyAt } from "./party.ts";
import { endsAt } from "./phrase.ts";
import { isPlaceNoun } from "./slot.ts";

const ARTICLE = pattern("the|this|that|a|an");
const MAX_WORDS = 5;
/** Whose it is can be said of these too, and they are nothing one can hold. */
const NO_THINGS = wordSet(
  "incident books accounts scene scenes story film movie script ending opening line lines role part idea fault problem plan world future past day night choice decision victory turn job name place house home money time secret voice face story point truth credit pleasure honour honor heart soul body life death blame company business show song party wedding cat dog horse kid baby character version draft page pages",
);

/** A thing one can hold, by its own words: "the old brass key". */
export interface ThingPhrase {
  readonly mention: Mention;
  readonly known: boolean;
  readonly to: number;
}

/** The thing at `index`: one of the film, or a new one by its article; where `listed`, only of the nouns that are surely props. */
export function thingPhraseAt(
  s: Sentence,
  index: number,
  talk: Discourse,
  listed: boolean,
): ThingPhrase | undefined {
  const from = Math.max(ARTICLE(s, index), index);
  const known = knownAt(s, from, talk, "prop") ?? knownAt(s, index, talk, "prop");
  if (known?.entry !== undefined && !known.owns) return { mention: known.mention, known: true, to: known.to };
  const owned = listed && ["his", "her", "their"].includes(low(s, index)) ? index + 1 : -1;
  const start = from > index ? from : owned;
  if (start < 0) return undefined;
  let to = start;
  while (
    to - start < MAX_WORDS &&
    isThingWord(s, to, talk) &&
    !(listed && to > start && isProp(low(s, to - 1)))
  )
    to += 1;
  if (to === start || !isThing(s, to - 1, listed)) return undefined;
  const span = spanOf(s, start, to);
  const name = talk.text.slice(span.start, span.end).replace(/\s+/g, " ");
  return { mention: { name, ...span }, known: false, to };
}

function isThingWord(s: Sentence, index: number, talk: Discourse): boolean {
  const token = at(s, index);
  if (token.low === "'s") return s.tags(index + 1).has("Noun");
  if (token.type !== "word" || token.glued || STOPS.has(token.low)) return false;
  if (nameAt(s, index, talk, "character") !== undefined) return false;
  const tags = s.tags(index);
  return !["Preposition", "Conjunction", "Pronoun", "Copula", "Modal"].some((tag) => tags.has(tag));
}

const STOPS = wordSet(
  "belongs belonged belong is was that which he she they i we you always never was has with who and",
);

function isThing(s: Sentence, index: number, listed: boolean): boolean {
  const word = low(s, index);
  if (isProp(word)) return true;
  if (listed || NO_THINGS.has(word) || isPlaceNoun(word) || isSetNoun(word)) return false;
  if (personNoun(word) !== undefined || isKnownOccupation(word) || relationNoun(word) !== undefined)
    return false;
  return s.tags(index).has("Noun");
}

const OF = firstOf(
  pattern(",|that|which|(* belongs|belonging|belonged to"),
  pattern(",|that|which|(* is|was? owned|carried|used|worn|kept by"),
  pattern(",|(* property of"),
  pattern(",|(* owner is|:"),
);

/** ", belongs to Karen", "owned by Tom", "(Viktor's)": whose the thing named before is. */
export function ownerAfter(
  s: Sentence,
  index: number,
  talk: Discourse,
): { field: FieldReading; to: number } | undefined {
  const of = OF(s, index);
  const party = of < 0 ? possessive(s, index, talk) : partyAt(s, of, talk);
  if (party === undefined || !endsAt(s, party.to)) return undefined;
  return { field: ownerField(party), to: low(s, party.to) === ")" ? party.to + 1 : party.to };
}

/** "…, Viktor's" */
function possessive(s: Sentence, index: number, talk: Discourse): Party | undefined {
  const start = [",", "("].includes(low(s, index)) ? index + 1 : -1;
  const party = start < 0 ? undefined : partyAt(s, start, talk);
  if (party !== undefined && low(s, party.to) === "'s" && endsAt(s, party.to + 1))
    return { ...party, to: party.to + 1 };
  const owner = start < 0 ? undefined : ownerAt(s, start, talk);
  return owner !== undefined && owner.to > start && endsAt(s, owner.to) && low(s, start) !== "her"
    ? owner
    : undefined;
}

export function ownerField(party: Party): FieldReading {
  const { start, end } = party.mention;
  return { field: "owner", value: party.referent.name, start, end };
}
