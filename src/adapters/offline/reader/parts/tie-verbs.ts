import { firstOf, low, type Pattern, pattern, spanOf, words } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Relation } from "../words/relations.ts";
import { type Discourse, type Party, pronounGender } from "./discourse.ts";
import { type Kin, kinAt, ownedKinAt } from "./kin.ts";
import { nameAt } from "./names.ts";
import { namedParty, partyAt } from "./party.ts";
import { endsAt, phraseEnd } from "./phrase.ts";
import { type Subject, type Told, told } from "./told.ts";

const TIES: readonly (readonly [Relation, "is" | "has", Pattern])[] = [
  ["employee", "is", pattern("works for|under")],
  ["employee", "is", pattern("reports to")],
  ["colleague", "is", pattern("works with|alongside")],
  ["employer", "is", pattern("employs")],
  ["mentor", "is", pattern("mentors|coaches")],
  ["mentor", "is", pattern("takes|took")],
  ["enemy", "is", pattern("hates|despises|loathes|detests")],
  ["lover", "is", pattern("loves|adores")],
  ["protector", "is", pattern("protects|guards")],
  ["rival", "is", pattern("competes with|against")],
  ["mentee", "is", pattern("learns|studies from|under")],
];
/** Verbs by which a tie is over. A divorce leaves another in its place. */
const ENDINGS: readonly (readonly [Relation, boolean, Pattern])[] = [
  ["partner", true, pattern("has? broke|broken|breaks|split|splits up with")],
  ["partner", true, pattern("has? dumped|dumps")],
  ["partner", true, pattern("has? ended it|things with")],
  ["fiancé", true, pattern("broke|breaks off the|her|his|their engagement to|with")],
  ["ex-spouse", false, pattern("has? divorced|divorces")],
];

/** "broke up with John", "divorced him". */
function endingVerb(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  for (const [relation, ends, match] of ENDINGS) {
    const from = match(s, index);
    const other = from < 0 ? undefined : partyAt(s, from, talk, subject.referent);
    if (other === undefined || low(s, other.to) === "'s") continue;
    const span = spanOf(s, index, other.to);
    const tie = {
      relation,
      other,
      way: "is" as const,
      introduces: false,
      ends,
      span,
      description: undefined,
    };
    return told(other.to, [], [tie]);
  }
  return undefined;
}

const USED_TO_BE = firstOf(pattern("used to be"), pattern("was once|formerly"));
const ENDED = new Set<Relation>(["spouse", "partner", "fiancé"]);
/** What somebody once was to another, and in a story is in a way for good. */
const FOR_GOOD = new Set<Relation>([
  "employer",
  "employee",
  "mentor",
  "mentee",
  "colleague",
  "protector",
  "neighbour",
]);
const isOnce = (relation: Relation): boolean => ENDED.has(relation) || FOR_GOOD.has(relation);

/** "used to be Viktor's wife", "used to be Mara's boss", "used to be married to Viktor". */
export function onceTied(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const from = USED_TO_BE(s, index);
  if (from < 0) return undefined;
  const owned = ownedKinAt(s, from, talk, subject.referent);
  const wed = pattern("married to")(s, from);
  const other = owned?.owner ?? (wed < 0 ? undefined : partyAt(s, wed, talk, subject.referent));
  if (other === undefined || (owned !== undefined && !isOnce(owned.kin.noun.relation))) return undefined;
  const to = owned?.to ?? other.to;
  const was = owned?.kin.noun.relation;
  const tie = {
    relation: was !== undefined && FOR_GOOD.has(was) ? was : ("ex-spouse" as const),
    other,
    way: "is" as const,
    introduces: false,
    span: spanOf(s, index, to),
    description: undefined,
  };
  return told(to, [], [tie]);
}

/** "works for Karen", "hates her boss Karen", "employs Sarah and Tom": a verb that ties the subject to someone. */
export function tieVerb(s: Sentence, index: number, talk: Discourse, subject: Subject): Told | undefined {
  const ending = endingVerb(s, index, talk, subject);
  if (ending !== undefined) return ending;
  for (const [relation, way, match] of TIES) {
    const from = match(s, index);
    const kin = from < 0 ? undefined : ownKin(s, from, talk, subject);
    if (kin !== undefined) return kinVerb(s, index, relation, kin);
    const start = low(s, from) === "both" ? from + 1 : from;
    const other = from < 0 ? undefined : partyAt(s, start, talk, subject.referent);
    if (other === undefined || low(s, other.to) === "'s") continue;
    if (
      ["takes", "took"].includes(low(s, index)) &&
      words(s, other.to, other.to + 3) !== "under his wing" &&
      words(s, other.to, other.to + 3) !== "under her wing"
    )
      continue;
    const tie = {
      relation,
      other,
      way,
      introduces: false,
      span: spanOf(s, index, other.to),
      description: undefined,
    };
    const more = others(s, other, talk);
    const last = more.at(-1);
    if (last !== undefined) return told(last.to, [], [tie, ...more.map((one) => ({ ...tie, other: one }))]);
    const trade =
      ["employer"].includes(relation) && low(s, other.to) === "as" ? phraseEnd(s, other.to) : other.to;
    return told(trade, [], [tie]);
  }
  return undefined;
}

/** "employs Sarah and Tom": the objects after the first, if they end there. */
function others(s: Sentence, first: Party, talk: Discourse): Party[] {
  const more: Party[] = [];
  let to = first.to;
  while (["and", ",", "&"].includes(low(s, to))) {
    const name = nameAt(s, to + 1, talk, "character");
    if (name === undefined || !endsAt(s, name.to)) break;
    more.push(namedParty(s, name));
    to = name.to;
  }
  return more;
}

interface OwnKin {
  readonly kin: Kin;
  readonly other: Party;
}

/** "her boss Karen" after a verb: the kin is the subject's own. */
function ownKin(s: Sentence, from: number, talk: Discourse, subject: Subject): OwnKin | undefined {
  const gender = pronounGender(low(s, from));
  const kin =
    gender === undefined || (subject.referent.gender ?? gender) !== gender ? undefined : kinAt(s, from + 1);
  const name =
    kin === undefined
      ? undefined
      : nameAt(s, low(s, kin.to) === "," ? kin.to + 1 : kin.to, talk, "character");
  return kin === undefined || name === undefined ? undefined : { kin, other: namedParty(s, name) };
}

function kinVerb(s: Sentence, index: number, relation: Relation, { kin, other }: OwnKin): Told {
  const span = spanOf(s, index, other.to);
  const base = { other, introduces: false, span };
  return told(
    other.to,
    [],
    [
      { ...base, relation: kin.noun.relation, way: "has", description: kin.description },
      { ...base, relation, way: "is", description: undefined },
    ],
  );
}
