import { low } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { inverseOf, type Relation } from "../words/relations.ts";
import type { Party } from "./discourse.ts";
import { kinAt } from "./kin.ts";

/** What two are to each other by two words: the first is `relation` of the second, or the other way about. */
export interface Couple {
  readonly relation: Relation;
  readonly turned: boolean;
  readonly to: number;
}

/** "father and son", "brother and sister", "boss and employee": each word for one of the two. */
export function coupleAt(s: Sentence, index: number, [one, two]: readonly Party[]): Couple | undefined {
  const first = kinAt(s, index);
  const joined = first !== undefined && !first.noun.plural && ["and", "&", "/"].includes(low(s, first.to));
  const second = joined ? kinAt(s, first.to + 1) : undefined;
  if (first === undefined || second === undefined || second.noun.plural) return undefined;
  if (inverseOf(first.noun.relation) !== second.noun.relation) return undefined;
  const isOff = (party: Party | undefined, gender: string | undefined): boolean =>
    gender !== undefined && party?.referent.gender !== undefined && party.referent.gender !== gender;
  const turned = isOff(one, first.noun.gender) || isOff(two, second.noun.gender);
  return { relation: first.noun.relation, turned, to: second.to };
}
