import { at, low, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { fieldOfLabel } from "../words/labels.ts";
import { isKnownOccupation } from "../words/occupations.ts";
import { personNoun } from "../words/people.ts";
import { relationNoun } from "../words/relations.ts";
import {
  type Discourse,
  type Party,
  pronounGender,
  type Referent,
  referentOf,
  resolvePronoun,
  resolveTrade,
  speakOf,
} from "./discourse.ts";
import { type Named, nameAt } from "./names.ts";

const SUBJECT_PRONOUNS = new Set(["he", "she", "him", "her"]);

/** Whoever is named, meant by a pronoun, or described ("the detective") at `index`. */
export function partyAt(s: Sentence, index: number, talk: Discourse, except?: Referent): Party | undefined {
  const name = nameAt(s, index, talk, "character");
  if (name !== undefined) return namedParty(s, name);
  if (SUBJECT_PRONOUNS.has(low(s, index)))
    return ownsNext(s, index) ? undefined : pronounParty(s, index, talk, except);
  return describedParty(s, index, talk);
}

/** "hates her costume": what is hers, not she. */
function ownsNext(s: Sentence, index: number): boolean {
  const tags = s.tags(index + 1);
  return low(s, index) === "her" && tags.has("Noun") && !tags.has("Pronoun") && !tags.has("Date");
}

export function namedParty(s: Sentence, name: Named): Party {
  if (name.referent !== undefined)
    return { mention: name.mention, referent: name.referent, to: name.to, fields: [] };
  const given = s.tags(name.from);
  const gender = given.has("FemaleName") ? "female" : given.has("MaleName") ? "male" : undefined;
  const referent: Referent =
    name.entry === undefined
      ? { name: name.mention.name, kind: "character", likely: gender, fresh: false }
      : referentOf(name.entry);
  return { mention: name.mention, referent, to: name.to, fields: [] };
}

/** Makes those named in [from, to) the ones spoken of: whom "him" may mean in what follows. */
export function recall(s: Sentence, from: number, to: number, talk: Discourse): void {
  for (let here = from; here < to; here += 1) {
    const name = nameAt(s, here, talk, "character");
    if (name?.entry !== undefined) speakOf(talk, referentOf(name.entry));
  }
}

/** "she" or, before a noun, "her": the mention is the pronoun's place and the name it stands for. */
export function pronounParty(
  s: Sentence,
  index: number,
  talk: Discourse,
  except?: Referent,
): Party | undefined {
  const referent =
    pronounGender(low(s, index)) === undefined ? undefined : resolvePronoun(talk, low(s, index), except);
  return referent === undefined ? undefined : partyOf(s, index, index + 1, referent);
}

function describedParty(s: Sentence, index: number, talk: Discourse): Party | undefined {
  if (low(s, index) !== "the") return undefined;
  for (let size = 3; size >= 1; size -= 1) {
    const phrase = words(s, index + 1, index + 1 + size);
    if (
      index + 1 + size > s.tokens.length ||
      (!isKnownOccupation(phrase) && personNoun(phrase)?.archetype === undefined)
    )
      continue;
    const referent = resolveTrade(talk, phrase);
    if (referent !== undefined) return partyOf(s, index, index + 1 + size, referent);
  }
  return undefined;
}

function partyOf(s: Sentence, from: number, to: number, referent: Referent): Party {
  const mention = { name: referent.name, ...spanOf(s, from, to) };
  return {
    mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
    referent,
    to,
    fields: [],
  };
}

const OWN = new Set(["his", "her", "their"]);

/** The one something belongs to: "Sarah's", "sarahs", "her", "the detective's". `to` is after the possessive. */
export function ownerAt(s: Sentence, index: number, talk: Discourse, except?: Referent): Party | undefined {
  if (OWN.has(low(s, index)))
    return low(s, index) === "their" ? undefined : pronounParty(s, index, talk, except);
  const name = nameAt(s, index, talk, "character");
  if (name?.owns === true) return namedParty(s, name);
  const party = name === undefined ? describedParty(s, index, talk) : namedParty(s, name);
  if (party === undefined) return undefined;
  if (isOwning(s, party.to)) return { ...party, to: party.to + 1 };
  const bare = low(s, party.to);
  return bare === "'" ? { ...party, to: party.to + 1 } : undefined;
}

const COPULA_NEXT = new Set(
  "a an the not now actually also afraid scared terrified in from still really just about around going getting been very too so on at pretty kind here there like called named always never obsessed addicted married engaged dating born".split(
    " ",
  ),
);

/** Whether "'s" at `index` is a possessive, not "is". */
export function isOwning(s: Sentence, index: number): boolean {
  if (
    low(s, index) !== "'s" ||
    [
      "a",
      "an",
      "the",
      "our",
      "his",
      "her",
      "their",
      "not",
      "now",
      "actually",
      "never",
      "got",
      "been",
    ].includes(low(s, index + 1))
  )
    return false;
  for (let size = 1; size <= 3; size += 1) {
    const word = words(s, index + size, index + size + 1);
    if (relationNoun(word) !== undefined || (size <= 2 && fieldOfLabel("character", word) !== undefined))
      return true;
    if (at(s, index + size).type === "mark") break;
  }
  const next = at(s, index + 1);
  if (next.text === "" || next.type !== "word" || COPULA_NEXT.has(next.low)) return false;
  const tags = s.tags(index + 1);
  if (tags.has("Gerund") || tags.has("Value")) return false;
  return tags.has("Noun") || s.tags(index + 2).has("Noun");
}
