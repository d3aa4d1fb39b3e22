import type { FieldReading } from "../../../../domain/reading/reading.ts";
import type { Discourse } from "../parts/discourse.ts";
import { nameAt } from "../parts/names.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { namedParty, partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { entryStatement, remember, tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { at, firstOf, low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../words/word-set.ts";
import { isFilmTalk, isHedged, isShopTalk } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const NO_LONGER = firstOf(pattern("is|'s not|n't the|our"), pattern("is|'s no longer the|our"));
const ANY_MORE = firstOf(pattern("anymore|now"), pattern("any more|longer"));
const NEXT = firstOf(pattern(",|;|:|-|–|— but|and?"), pattern("but|and"));
const IS = pattern("is|'s now|instead?");
const PARTS = wordSet("occupation role archetype");

/** "Finn isn't the safecracker anymore, Rosa is": what somebody of the film was is somebody else. */
export const handedOn: Rule = (s, index, talk) => {
  if (s.asks || isHedged(s) || isFilmTalk(s) || isShopTalk(s, index)) return undefined;
  const one = partyAt(s, index, talk);
  const from = one?.referent.entry_id === undefined ? -1 : NO_LONGER(s, one.to);
  const phrase = from < 0 ? undefined : personPhraseAt(s, from, talk);
  const parts = phrase?.fields.filter(({ field }) => PARTS.has(field)) ?? [];
  if (one === undefined || phrase === undefined || phrase.sure === "guess" || parts.length === 0)
    return undefined;
  const next = NEXT(s, Math.max(phrase.to, ANY_MORE(s, phrase.to)));
  const given = next < 0 ? undefined : heirAt(s, index, next, parts, talk);
  if (given === undefined) return undefined;
  const drops = parts.map(({ field, value, start, end }) => ({ field, value, start, end }));
  remember(talk, one, [], false);
  const lost = entryStatement("character", one.mention, false, [], spanOf(s, index, phrase.to), drops);
  return found(given.to, [lost, ...given.statements]);
};

function heirAt(
  s: Sentence,
  index: number,
  from: number,
  parts: readonly FieldReading[],
  talk: Discourse,
): ReturnType<Rule> {
  const name = nameAt(s, from, talk, "character");
  const fits = name !== undefined && !name.ambiguous && (at(s, from).cap || name.entry !== undefined);
  const is = fits ? IS(s, name.to) : -1;
  if (name === undefined || is < 0 || !endsAt(s, is) || ["not", "n't"].includes(low(s, is))) return undefined;
  const heir = { ...namedParty(s, name), fields: [] };
  const isNew = name.entry === undefined;
  remember(talk, heir, parts, isNew);
  return found(is, tellOf(talk, heir, told(is, [...parts]), isNew, spanOf(s, index, is)));
}
