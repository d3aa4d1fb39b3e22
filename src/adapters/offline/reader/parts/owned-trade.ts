import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import { personPhraseAt } from "./noun-phrase.ts";
import { ownerAt } from "./party.ts";
import { type Subject, type Told, told } from "./told.ts";

/** "Sarah's editor", "his getaway driver". */
export function ownedTrade(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const owner = subject.introduced ? ownerAt(s, index, talk) : undefined;
  const phrase = owner === undefined ? undefined : personPhraseAt(s, owner.to, talk);
  return phrase !== undefined && phrase.sure === "trade" ? told(phrase.to, phrase.fields) : undefined;
}

/** "the ship's cook", "the village's only doctor". */
export function thingsTrade(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const from = ["the", "a", "an"].includes(low(s, index)) ? index + 1 : index;
  const owned = subject.introduced && from > index && low(s, from + 1) === "'s" && !s.tokens[from]?.cap;
  const phrase = owned ? personPhraseAt(s, from + 2, talk) : undefined;
  return phrase?.sure === "trade" ? told(phrase.to, phrase.fields) : undefined;
}
