import { anyNameAt } from "../parts/any-name.ts";
import { type Discourse, sentencesIn } from "../parts/discourse.ts";
import { evidenceFrom, isFair } from "../parts/evidence.ts";
import { kinAt, kinGender, type OwnedKin, ownedKinAt, tieOf } from "../parts/kin.ts";
import { namelessKin } from "../parts/nameless.ts";
import { personPhraseAt } from "../parts/noun-phrase.ts";
import { partyAt } from "../parts/party.ts";
import { endsAt } from "../parts/phrase.ts";
import { tellOf } from "../parts/statements.ts";
import { told } from "../parts/told.ts";
import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { isHedged } from "./mood.ts";
import { present } from "./present.ts";
import { laterName } from "./role-first.ts";
import { found, type Rule } from "./rule.ts";

const MAKE = pattern("make|give");
const GIVE = pattern("give");
const ADD = pattern("add|create|introduce|include|make also|too*");

/** "make John's sister a nurse, call her Ama", "add also brother of Sarah.": kin of someone of the film, whose name comes later. */
export const makeKin: Rule = (s, index, talk) => {
  if (isHedged(s)) return undefined;
  const given = giveKin(s, index, talk) ?? aloneBefore(s, index, talk);
  if (given !== undefined) return given;
  const from = Math.max(MAKE(s, index), ADD(s, index));
  const owned = from < 0 ? undefined : ownedKinAt(s, from, talk);
  const { referent } = owned?.owner ?? {};
  if (
    owned === undefined ||
    owned.kin.noun.plural ||
    (referent?.entry_id === undefined && referent?.fresh !== true)
  )
    return undefined;
  return named(s, index, talk, owned) ?? bare(s, index, talk, owned);
};

/** "give john a little bro." */
function giveKin(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const from = GIVE(s, index);
  const owner = from < 0 ? undefined : partyAt(s, from, talk);
  const kin =
    owner !== undefined && ["a", "an"].includes(low(s, owner.to)) ? kinAt(s, owner.to + 1) : undefined;
  if (owner === undefined || kin === undefined || kin.to < s.tokens.length) return undefined;
  return owner.referent.entry_id === undefined
    ? undefined
    : unnamedKin(s, index, talk, { owner, kin, from, to: kin.to });
}

/** "Sarah's roommate. Bex. 27.": kin alone in a sentence, and a name begins the next. */
function aloneBefore(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  const owned = ownedKinAt(s, index, talk);
  if (owned === undefined || owned.to < s.tokens.length || owned.owner.referent.entry_id === undefined)
    return undefined;
  const [next] = sentencesIn(talk, s.end, talk.text.length, 1);
  const any = next === undefined || next.asks ? undefined : anyNameAt(next, 0, talk);
  if (next === undefined || any === undefined || any.by === "place") return undefined;
  return isFair(evidenceFrom(next, any.name.to, talk)) ? unnamedKin(s, index, talk, owned) : undefined;
}

function named(s: Sentence, index: number, talk: Discourse, owned: OwnedKin): ReturnType<Rule> {
  const phrase = ["a", "an"].includes(low(s, owned.to)) ? personPhraseAt(s, owned.to, talk) : undefined;
  const trade = phrase !== undefined && phrase.sure !== "guess" && endsAt(s, phrase.to) ? phrase : undefined;
  const name = trade === undefined ? undefined : laterName(s, trade.to, talk);
  if (trade === undefined || name === undefined) return undefined;
  const tie = { ...tieOf(s, owned, true), span: spanOf(s, index, name.to) };
  return present(s, index, talk, name, [...kinGender(s, owned.kin), ...trade.fields], [tie]);
}

/** No name yet: somebody who matters, for a "his name is …" to come. */
function bare(s: Sentence, index: number, talk: Discourse, owned: OwnedKin): ReturnType<Rule> {
  return ADD(s, index) > 0 && owned.to >= s.tokens.length ? unnamedKin(s, index, talk, owned) : undefined;
}

function unnamedKin(s: Sentence, index: number, talk: Discourse, owned: OwnedKin): ReturnType<Rule> {
  const party = namelessKin(s, talk, owned.kin, owned.kin.from);
  if (party === undefined) return undefined;
  const span = spanOf(s, index, owned.to);
  const tie = { ...tieOf(s, owned, true), span };
  return found(owned.to, tellOf(talk, party, told(owned.to, [], [tie]), true, span));
}
