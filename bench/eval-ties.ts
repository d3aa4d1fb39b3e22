import type { Statement } from "../src/domain/reading/reading.ts";
import type { EvalCase, TieLabel } from "./eval-cases.ts";
import { arguable, choices, key, looseKey } from "./eval-match.ts";
import { empty } from "./eval-tally.ts";

type Tie = Extract<Statement, { type: "relationship" }>;

const INVERSE: Record<string, string> = {
  parent: "child",
  child: "parent",
  employer: "employee",
  employee: "employer",
  mentor: "mentee",
  mentee: "mentor",
  grandparent: "grandchild",
  grandchild: "grandparent",
  "aunt or uncle": "niece or nephew",
  "niece or nephew": "aunt or uncle",
  protector: "ward",
  ward: "protector",
};
const ONE_WAY = new Set(["enemy", "lover", "client"]);

/** Ties between entries; and, where they are labelled, whether they are secret, since when, and whether they end. */
export function scoreTies(one: EvalCase, statements: readonly Statement[], faults: string[]) {
  const relationships = empty();
  const qualifiers = empty();
  const left = statements.filter((s) => s.type === "relationship");
  for (const [from, label, to, more] of one.relations ?? []) {
    const wanted = choices(label).map(arguable);
    const keys = wanted.map(({ name }) => tieKey(from, name, to));
    const index = left.findIndex((s) => keys.includes(tieKey(s.from.name, s.relation, s.to.name)));
    const [match] = index < 0 ? [] : left.splice(index, 1);
    const free = wanted.every((each) => each.free);
    if (match === undefined) {
      if (free) continue;
      relationships.missed += 1;
      faults.push(`missed relation ${keys.join(" or ")}`);
    } else if (!free && !match.ends === !more?.ends) relationships.right += 1;
    else if (!free) {
      relationships.missed += 1;
      relationships.wrong += 1;
    }
    if (more === undefined) continue;
    const isRight = match !== undefined && sameQualifiers(more, match);
    qualifiers[isRight ? "right" : "missed"] += 1;
    if (isRight) continue;
    if (match !== undefined) qualifiers.wrong += 1;
    faults.push(`tie ${keys[0]}: want ${JSON.stringify(more)}, got ${JSON.stringify(match ?? null)}`);
  }
  relationships.wrong += left.length;
  for (const s of left) faults.push(`invented relation ${tieKey(s.from.name, s.relation, s.to.name)}`);
  return { relationships, qualifiers };
}

const sameQualifiers = (want: TieLabel, got: Tie): boolean =>
  !want.secret === !got.secret &&
  !want.ends === !got.ends &&
  looseKey(want.since ?? "") === looseKey(got.since ?? "");

/** The same for both ways of saying it: "John is the parent of Ann", "Ann is the child of John". */
function tieKey(from: string, relation: string, to: string): string {
  const direct = `${key(from)} ${relation} ${key(to)}`;
  const inverse = `${key(to)} ${INVERSE[relation] ?? relation} ${key(from)}`;
  return ONE_WAY.has(relation) || direct < inverse ? direct : inverse;
}
