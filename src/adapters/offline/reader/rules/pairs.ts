import type { Statement } from "../../../../domain/reading/reading.ts";
import { copulaAt } from "../parts/copula.ts";
import { type Couple, coupleAt } from "../parts/couple.ts";
import { denialAt } from "../parts/denial.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { hasAt } from "../parts/having.ts";
import { kinAt, ownedKinAt, tieOf } from "../parts/kin.ts";
import { isNameless } from "../parts/nameless.ts";
import { partyAt } from "../parts/party.ts";
import { phraseEnd } from "../parts/phrase.ts";
import { ofOne, singularly, withFinite } from "../parts/plural.ts";
import { NEGATIONS } from "../parts/predicate.ts";
import { remember, tellOf, tieStatements } from "../parts/statements.ts";
import { tieVerb } from "../parts/tie-verbs.ts";
import type { Subject, Tie, Told } from "../parts/told.ts";
import { at, low, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { ARE, type Related, relationAt } from "./pair-state.ts";
import { found, type Rule } from "./rule.ts";

const MAX_PARTIES = 5;

/** "Sarah and John are siblings", "Karen and Viktor hate each other", "Maya and Tom have a daughter called Iris". */
export const pairs: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index)) return undefined;
  const parties = partiesAt(s, low(s, index) === "both" ? index + 1 : index, talk);
  if (isShopTalk(s, index) || isFilmTalk(s)) {
    if (parties.length > 1 && parties.every(({ referent }) => referent.entry_id !== undefined))
      talk.pair = parties;
    return undefined;
  }
  if (parties.length < 2) return they(s, index, talk);
  talk.pair = parties;
  const here = parties.at(-1)?.to ?? index;
  const related = relationAt(s, here);
  if (related === "denied") return shared(s, here, parties, talk, index) ?? found(phraseEnd(s, here + 1), []);
  const owned = ARE(s, here) > here ? ownedKinAt(s, ARE(s, here), talk) : undefined;
  if (owned?.kin.noun.plural === true) {
    for (const party of parties) remember(talk, party, [], false);
    const tie = { ...tieOf(s, owned, false), span: spanOf(s, index, owned.to) };
    return found(
      owned.to,
      parties.flatMap((party) => tieStatements(talk, party, tie, false)),
    );
  }
  const couple = coupleAt(s, Math.max(ARE(s, here), here), parties);
  if (couple !== undefined) return coupled(s, index, talk, parties, couple);
  if (related !== undefined) return found(related.to, tied(s, parties, related, talk, index));
  return shared(s, here, parties, talk, index);
};

/** "Viktor and Sarah are father and daughter". */
function coupled(
  s: Sentence,
  index: number,
  talk: Discourse,
  parties: readonly Party[],
  { relation, turned, to }: Couple,
): ReturnType<Rule> {
  const [from, other] = turned ? parties.toReversed() : parties;
  if (from === undefined || other === undefined || parties.length > 2) return undefined;
  for (const party of parties) remember(talk, party, [], false);
  const tie: Tie = {
    relation,
    other,
    way: "is",
    description: undefined,
    introduces: false,
    span: spanOf(s, index, to),
  };
  return found(to, tieStatements(talk, from, tie, false));
}

/** "they're rivals, Karen and Maya". */
function they(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (low(s, index) !== "they") return undefined;
  const related = relationAt(s, index + 1);
  const ends = related !== undefined && related !== "denied" && related.ends;
  const pair = bothOf(s, index, talk, ends);
  if (pair.length === 2 && related === undefined) return shared(s, index + 1, pair, talk, index);
  if (pair.length === 2 && related !== "denied" && related !== undefined && low(s, related.to) !== ",") {
    return found(related.to, tied(s, pair, related, talk, index));
  }
  if (related === undefined || related === "denied" || low(s, related.to) !== ",") return undefined;
  const parties = partiesAt(s, related.to + 1, talk);
  const to = parties.at(-1)?.to;
  if (to === undefined || parties.length < 2) return undefined;
  return found(to, tied(s, parties, { ...related, to }, talk, index));
}

/** Whom "they" means: the two last named together, else the only two spoken of; of what ends, the last two of the talk before. */
function bothOf(s: Sentence, index: number, talk: Discourse, ends: boolean): Party[] {
  const span = spanOf(s, index, index + 1);
  if (talk.pair.length > 0) return talk.pair.map((one) => ({ ...one, mention: { ...one.mention, ...span } }));
  const here = talk.spoken.filter((one) => one.kind === "character");
  const before = ends && here.length === 0 ? talk.request.focus : [];
  const people = [
    ...here,
    ...before
      .filter(({ kind }) => kind === "character")
      .slice(0, 2)
      .map((one) => ({ ...one, occupation: undefined, fresh: false })),
  ];
  if (people.length !== 2) return [];
  return people.map((referent): Party => {
    const mention = { name: referent.name, ...span };
    return {
      mention: referent.entry_id === undefined ? mention : { ...mention, entry_id: referent.entry_id },
      referent,
      to: index + 1,
      fields: [],
    };
  });
}

/** "make John and Sarah siblings". */
export const makePair: Rule = (s, index, talk) => {
  if (!["make", "set", "mark"].includes(low(s, index)) || isHedged(s)) return undefined;
  const parties = partiesAt(s, index + 1, talk);
  const to = parties.at(-1)?.to;
  const kin =
    to === undefined || parties.length < 2 ? undefined : kinAt(s, low(s, to) === "as" ? to + 1 : to);
  if (kin?.noun.plural !== true) return undefined;
  return found(kin.to, tied(s, parties, { ...kin, relation: kin.noun.relation, ends: false }, talk, index));
};

function partiesAt(s: Sentence, index: number, talk: Discourse): Party[] {
  const parties: Party[] = [];
  let here = index;
  while (parties.length < MAX_PARTIES) {
    const party = partyAt(s, here, talk, parties[0]?.referent);
    if (party === undefined || low(s, party.to) === "'s") break;
    parties.push(party);
    here = party.to;
    if (![",", "and", "&"].includes(low(s, here))) break;
    here += low(s, here) === "," && low(s, here + 1) === "and" ? 2 : 1;
  }
  return parties;
}

const SYMMETRIC = new Set<Relation>([
  "sibling",
  "spouse",
  "ex-spouse",
  "partner",
  "lover",
  "fiancé",
  "cousin",
  "friend",
  "best friend",
  "rival",
  "enemy",
  "ally",
  "colleague",
  "neighbour",
  "acquaintance",
]);

function tied(
  s: Sentence,
  parties: readonly Party[],
  related: Related,
  talk: Discourse,
  index: number,
): Statement[] {
  if (!SYMMETRIC.has(related.relation)) return [];
  for (const party of parties) remember(talk, party, [], false);
  const { to, ...tie } = related;
  const span = spanOf(s, index, to);
  return parties.flatMap((from, place) =>
    parties
      .slice(place + 1)
      .flatMap((other) =>
        tieStatements(talk, from, { ...tie, other, way: "is", introduces: false, span }, false),
      ),
  );
}

/** What is said of each of them: a child they have, a fear they share. */
function shared(
  s: Sentence,
  here: number,
  parties: readonly Party[],
  talk: Discourse,
  index: number,
): ReturnType<Rule> {
  const statements: Statement[] = [];
  let first: Told | undefined;
  let to = here;
  for (const party of parties) {
    const subject = { referent: party.referent, introduced: false };
    const one =
      hasAt(s, here, talk, subject) ??
      being(s, here, talk, party) ??
      deniedOfEach(s, here, talk, subject) ??
      tieVerb(withFinite(s, here), here, talk, subject);
    if (one === undefined) return undefined;
    const before = first;
    const once =
      before === undefined ? one : { ...one, ties: one.ties.map((tie, at) => again(tie, before, at)) };
    first ??= one;
    statements.push(...tellOf(talk, party, once, false, spanOf(s, index, one.to)));
    to = one.to;
  }
  return statements.length === 0 ? undefined : found(to, statements);
}

function deniedOfEach(s: Sentence, here: number, talk: Discourse, subject: Subject): Told | undefined {
  const denied = denialAt(singularly(s, here), here, talk, subject);
  return denied && { ...denied, drops: ofOne(denied.drops ?? []) };
}

/** A child that both have is one, with a name or without. */
function again(tie: Tie, first: Told, at: number): Tie {
  const other = isNameless(tie.other.mention) ? (first.ties[at]?.other ?? tie.other) : tie.other;
  return { ...tie, other: { ...other, fields: [] } };
}

function being(s: Sentence, here: number, talk: Discourse, party: Party): Told | undefined {
  const are = ARE(s, here);
  if (are <= here || NEGATIONS.has(low(s, are)) || at(s, are).type === "mark") return undefined;
  const subject = { referent: party.referent, introduced: false };
  const each = low(s, are) === "the" ? s : singularly(s, are);
  const said = copulaAt(each, are, talk, { subject, past: false, plural: true, secret: false });
  return said && { ...said, fields: ofOne(said.fields) };
}
