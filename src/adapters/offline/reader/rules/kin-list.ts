import type { Statement } from "../../../../domain/reading/reading.ts";
import { kinAt } from "../parts/kin.ts";
import { low, type SpanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { inverseOf, type Relation, relationNoun } from "../words/relations.ts";
import type { Found } from "./rule.ts";

/** What those listed after a word for two or more people are to each other. */
export interface ListedKin {
  readonly relation: Relation;
  /** "a mother and daughter": the first is the relation of the second, and no one else is tied. */
  readonly directed: boolean;
  readonly to: number;
}

const EQUALS = new Set<Relation>([
  "sibling",
  "friend",
  "best friend",
  "lover",
  "rival",
  "cousin",
  "enemy",
  "colleague",
  "partner",
  "spouse",
]);

/** "two estranged brothers", "a couple", "a mother and daughter" at `index`. */
export function listedKinAt(s: Sentence, index: number): ListedKin | undefined {
  if (["couple", "spouses"].includes(low(s, index)))
    return { relation: "partner", directed: false, to: index + 1 };
  const kin = kinAt(s, index);
  if (kin === undefined) return undefined;
  if (kin.noun.plural)
    return EQUALS.has(kin.noun.relation)
      ? { relation: kin.noun.relation, directed: false, to: kin.to }
      : undefined;
  if (low(s, kin.to) !== "and") return undefined;
  const second = relationNoun(low(s, kin.to + 1));
  if (second === undefined || second.plural || inverseOf(kin.noun.relation) !== second.relation)
    return undefined;
  return { relation: kin.noun.relation, directed: true, to: kin.to + 2 };
}

/** The listed people with the ties between them. */
export function withTies(list: Found, kin: ListedKin, span: SpanOf): Found {
  const people = list.statements.flatMap((one) => (one.type === "entry" ? [one.subject] : []));
  const pairs = people.flatMap((from, place) => people.slice(place + 1).map((to) => ({ from, to })));
  const ties = (kin.directed ? pairs.slice(0, 1) : pairs).map(
    ({ from, to }): Statement => ({
      type: "relationship",
      from,
      to,
      relation: kin.relation,
      explicit: true,
      span,
    }),
  );
  return { ...list, statements: [...list.statements, ...ties] };
}
