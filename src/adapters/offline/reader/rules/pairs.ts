import type { Statement } from "../../../../domain/reading/reading.ts";
import { copulaAt } from "../parts/copula.ts";
import type { Discourse, Party } from "../parts/discourse.ts";
import { hasAt } from "../parts/having.ts";
import { kinAt, ownedKinAt, tieOf } from "../parts/kin.ts";
import { partyAt } from "../parts/party.ts";
import { NEGATIONS } from "../parts/predicate.ts";
import { remember, tellOf, tieStatements } from "../parts/statements.ts";
import type { Told } from "../parts/told.ts";
import { at, low, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { isFilmTalk, isHedged, isShopTalk, isSubordinate } from "./mood.ts";
import { found, type Rule } from "./rule.ts";

const ARE = pattern("are|'re|got|get actually|now|both|also|secretly|all*");
const FORMERLY = pattern("were|used to? be? once?");
const STATES: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["spouse", pattern("secretly? married")],
  ["fiancé", pattern("engaged")],
  ["ex-spouse", pattern("divorced|separated")],
  ["lover", pattern("madly|secretly? in love")],
  ["lover", pattern("having an affair")],
  ["partner", pattern("dating|together")],
  ["partner", pattern("a couple|item")],
  ["partner", pattern("in a relationship")],
];
const VERBS: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["enemy", pattern("hate|despise|loathe each other")],
  ["lover", pattern("love each other")],
  ["colleague", pattern("work together")],
];
const MAX_PARTIES = 5;

/** "Sarah and John are siblings", "Karen and Viktor hate each other", "Maya and Tom have a daughter called Iris". */
export const pairs: Rule = (s, index, talk) => {
  if (isHedged(s) || isSubordinate(s, index) || isShopTalk(s, index) || isFilmTalk(s)) return undefined;
  const parties = partiesAt(s, index, talk);
  if (parties.length < 2) return they(s, index, talk);
  talk.pair = parties;
  const here = parties.at(-1)?.to ?? index;
  const related = relationAt(s, here);
  if (related === "denied") return found(s.tokens.length, []);
  const owned = ARE(s, here) > here ? ownedKinAt(s, ARE(s, here), talk) : undefined;
  if (owned?.kin.noun.plural === true) {
    for (const party of parties) remember(talk, party, [], false);
    const tie = { ...tieOf(s, owned, false), span: spanOf(s, index, owned.to) };
    return found(
      owned.to,
      parties.flatMap((party) => tieStatements(talk, party, tie, false)),
    );
  }
  if (related !== undefined) return found(related.to, tied(s, parties, related, talk, index));
  return shared(s, here, parties, talk, index);
};

/** "they're rivals, Karen and Maya". */
function they(s: Sentence, index: number, talk: Discourse): ReturnType<Rule> {
  if (low(s, index) !== "they") return undefined;
  const related = relationAt(s, index + 1);
  const pair = bothOf(s, index, talk);
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

/** Whom "they" means: the two last named together, else the only two spoken of. */
function bothOf(s: Sentence, index: number, talk: Discourse): Party[] {
  const span = spanOf(s, index, index + 1);
  if (talk.pair.length > 0) return talk.pair.map((one) => ({ ...one, mention: { ...one.mention, ...span } }));
  const people = talk.spoken.filter((one) => one.kind === "character");
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
  return found(
    kin.to,
    tied(s, parties, { relation: kin.noun.relation, description: kin.description, to: kin.to }, talk, index),
  );
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

interface Related {
  readonly relation: Relation;
  readonly description: string | undefined;
  readonly to: number;
}

function relationAt(s: Sentence, index: number): Related | "denied" | undefined {
  for (const [relation, match] of VERBS) {
    const to = match(s, index);
    if (to > index) return { relation, description: undefined, to };
  }
  const formerly = FORMERLY(s, index);
  const are = Math.max(ARE(s, index), formerly);
  const beside = low(s, index) === "," ? kinAt(s, index + 1) : undefined;
  if (beside?.noun.plural === true && at(s, beside.to).text === "") {
    return { relation: beside.noun.relation, description: beside.description, to: beside.to };
  }
  if (are <= index) return low(s, index + 1) === "n't" ? "denied" : undefined;
  if (NEGATIONS.has(low(s, are))) return "denied";
  const secret = words(s, index, are).includes("secretly") || low(s, are) === "secretly";
  for (const [relation, match] of STATES) {
    const to = match(s, are);
    if (to <= are) continue;
    if (formerly > 0 && relation === "spouse") return { relation: "ex-spouse", description: undefined, to };
    if (formerly > 0) return undefined;
    return {
      relation,
      description: secret
        ? `secretly ${words(s, are, to)}`.replace("secretly secretly", "secretly")
        : undefined,
      to,
    };
  }
  const kin = kinAt(s, are);
  if (kin === undefined || !kin.noun.plural || formerly > 0 || ["of", "to"].includes(low(s, kin.to)))
    return undefined;
  return { relation: kin.noun.relation, description: secret ? "secret" : kin.description, to: kin.to };
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
  const span = spanOf(s, index, related.to);
  return parties.flatMap((from, place) =>
    parties
      .slice(place + 1)
      .flatMap((other) =>
        tieStatements(talk, from, { ...related, other, way: "is", introduces: false, span }, false),
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
  let to = here;
  for (const party of parties) {
    const subject = { referent: party.referent, introduced: false };
    const one = hasAt(s, here, talk, subject) ?? being(s, here, talk, party);
    if (one === undefined) return undefined;
    const once =
      statements.length > 0
        ? { ...one, ties: one.ties.map((tie) => ({ ...tie, other: { ...tie.other, fields: [] } })) }
        : one;
    statements.push(...tellOf(talk, party, once, false, spanOf(s, index, one.to)));
    to = one.to;
  }
  return statements.length === 0 ? undefined : found(to, statements);
}

function being(s: Sentence, here: number, talk: Discourse, party: Party): Told | undefined {
  const are = ARE(s, here);
  if (are <= here || NEGATIONS.has(low(s, are)) || at(s, are).type === "mark") return undefined;
  const subject = { referent: party.referent, introduced: false };
  return copulaAt(s, are, talk, { subject, past: false, plural: true, secret: false });
}
