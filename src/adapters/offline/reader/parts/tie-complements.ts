import { low, pattern, spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { KIN, type Relation } from "../words/relations.ts";
import type { Complement } from "./being.ts";
import { type Discourse, type Party, sameReferent, speakOf } from "./discourse.ts";
import { kinAt, kinGender, ownedKinAt, tieOf } from "./kin.ts";
import { partyAt } from "./party.ts";
import { endsAt } from "./phrase.ts";
import { type Tie, told } from "./told.ts";

const WED = pattern("married to");
/** "was married to Tom". */
export const exTie: Complement = (s, index, talk, being) => {
  const from = WED(s, index);
  const other = from < 0 ? undefined : partyAt(s, from, talk, being.subject.referent);
  if (other === undefined) return undefined;
  const span = spanOf(s, index, other.to);
  return told(
    other.to,
    [],
    [{ relation: "ex-spouse", other, way: "is", description: undefined, introduces: false, span }],
  );
};

const AFFAIR = pattern("having an affair with");
const TIES: readonly (readonly [Relation, ReturnType<typeof pattern>])[] = [
  ["spouse", pattern("secretly? married to|with")],
  ["fiancé", pattern("secretly? engaged to")],
  ["ex-spouse", pattern("divorced|separated from")],
  ["lover", pattern("madly|deeply|hopelessly|secretly? in love with")],
  ["lover", AFFAIR],
  ["lover", pattern("sleeping with")],
  ["partner", pattern("secretly? dating|seeing")],
  ["partner", pattern("going out with")],
  ["partner", pattern("in a relationship with")],
  ["best friend", pattern("best friends|mates with")],
  ["friend", pattern("good|close|old? friends with")],
  ["rival", pattern("rivals with")],
  ["employee", pattern("employed by")],
  ["mentee", pattern("mentored|trained by")],
  ["mentor", pattern("mentoring|coaching|training")],
  ["employee", pattern("working for")],
  ["colleague", pattern("working with")],
  ["protector", pattern("protecting|guarding")],
];

/** "is John's sister", "is married to Tom", "is in love with her". */
export const tieTo: Complement = (s, index, talk, being) => {
  const owned = ownedKinAt(s, index, talk, being.subject.referent) ?? looseKinAt(s, index, talk);
  if (owned !== undefined && sameReferent(owned.owner.referent, being.subject.referent)) return undefined;
  if (owned !== undefined && !owned.kin.noun.plural) {
    const tie = tieOf(s, owned, false);
    speakOf(talk, owned.owner.referent);
    const gender = being.subject.introduced ? kinGender(s, owned.kin) : [];
    const others = owned.owner.to < owned.kin.to ? [] : andOthers(s, owned, talk);
    const ties = [tie, ...others.map((other) => ({ ...tie, other }))];
    const to = others.at(-1)?.to ?? owned.to;
    return told(
      to,
      gender,
      ties.map((one) => ({ ...one, secret: one.secret === true || being.secret })),
    );
  }
  for (const [relation, match] of TIES) {
    const from = match(s, index);
    const other = from < 0 ? undefined : partyAt(s, from, talk, being.subject.referent);
    if (other === undefined) continue;
    const affair = AFFAIR(s, index) > 0;
    const tie: Tie = {
      relation,
      other,
      way: "is",
      description: affair ? "an affair" : undefined,
      secret: being.secret || affair || low(s, index) === "secretly",
      introduces: false,
      span: spanOf(s, index, other.to),
    };
    return told(other.to, [], [tie]);
  }
  return undefined;
};

const FOR_GOOD = new Set<Relation>([...KIN, "mentor", "mentee", "employer", "employee"]);
/** "was Viktor's teacher", "was once his boss": of these "was" says no less than "is". */
export const pastTie: Complement = (s, index, talk, being) => {
  const from = ["once", "also", "formerly", "always"].includes(low(s, index)) ? index + 1 : index;
  const was = tieTo(s, from, talk, being);
  return was?.ties.every(({ relation }) => FOR_GOOD.has(relation)) === true ? was : undefined;
};

/** "the son of Viktor and Maya": the second parent, if nothing is said of her instead. */
function andOthers(s: Sentence, owned: NonNullable<ReturnType<typeof ownedKinAt>>, talk: Discourse): Party[] {
  const others: Party[] = [];
  let here = owned.to;
  while (["and", "&", ","].includes(low(s, here))) {
    const other = partyAt(s, here + 1, talk, owned.owner.referent);
    if (other === undefined || !endsAt(s, other.to) || ["he", "she", "the"].includes(low(s, here + 1))) break;
    others.push(other);
    here = other.to;
  }
  return others;
}

/** "a friend of John" and "best friends with Tom" without an owner before the noun. */
function looseKinAt(s: Sentence, index: number, talk: Discourse): ReturnType<typeof ownedKinAt> {
  const kin = kinAt(s, index);
  if (kin === undefined || !kin.noun.plural || low(s, kin.to) !== "with") return undefined;
  const owner = partyAt(s, kin.to + 1, talk);
  return owner && { owner, kin: { ...kin, noun: { ...kin.noun, plural: false } }, from: index, to: owner.to };
}
