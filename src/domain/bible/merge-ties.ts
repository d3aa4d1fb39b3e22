import { current, freeName, setFact, setLinks, setName, setStatus, takeFact } from "./desk.ts";
import type { Entry } from "./entry.ts";
import type { Evidence } from "./fact.ts";
import { checkField, saysTheSame } from "./field-check.ts";
import type { Hearing } from "./hearing.ts";
import { inverseOf, nameOfTie, type RelationshipType } from "./relations.ts";

/** The relationships at hand by what they say, from whichever side. */
export interface TieIndex {
  /** The other tie that says the same once `into` stands where `gone` did. */
  twinOf(tie: Entry, gone: Entry, into: Entry): Entry | undefined;
  /** Takes a tie in as it stands now. */
  put(tie: Entry): void;
}

export function createTieIndex(entries: readonly Entry[]): TieIndex {
  const ties = new Map<string, Entry>();
  const put = (tie: Entry) => {
    const key = tie.kind === "relationship" ? keyOf(tie, endsOf(tie)) : undefined;
    if (key !== undefined) ties.set(key, tie);
  };
  for (const entry of entries) put(entry);
  return {
    put,
    twinOf: (tie, gone, into) => {
      if (tie.kind !== "relationship") return undefined;
      const twin = ties.get(keyOf(tie, movedEnds(tie, gone, into)) ?? "");
      return twin?.id === tie.id ? undefined : twin;
    },
  };
}

/**
 * Ties `into` to whoever `gone` was tied to. A tie between the two is taken out; one that says what another says
 * already leaves that one its description and what else it lacks.
 */
export function moveTie(
  hearing: Hearing,
  ties: TieIndex,
  tie: Entry,
  gone: Entry,
  into: Entry,
  evidence: Evidence | undefined,
): void {
  const { desk } = hearing;
  const ends = movedEnds(tie, gone, into);
  const twin = ties.twinOf(tie, gone, into);
  if (twin) takeRest(hearing, current(desk, twin), tie, evidence);
  if (twin || ends.from === ends.to) {
    setStatus(desk, tie, "removed", evidence);
    return;
  }
  let moved = tie;
  for (const end of ["from", "to"] as const) {
    if (endsOf(tie)[end] !== gone.id) continue;
    moved = setFact(desk, moved, end, into.name, evidence);
    moved = setLinks(desk, moved, end, [into.id]);
  }
  ties.put(setName(desk, moved, freeName(desk, "relationship", nameOfTie(moved), tie.id), evidence));
}

/** What is secret stays as the tie that stays has it: one that was told openly does not become a secret. */
const KEPT: readonly string[] = ["name", "from", "to", "type", "secret"];

function takeRest(hearing: Hearing, twin: Entry, tie: Entry, evidence: Evidence | undefined): void {
  let entry = twin;
  for (const [field, fact] of Object.entries(tie.facts))
    if (!KEPT.includes(field) && entry.facts[field] === undefined)
      entry = takeFact(hearing.desk, entry, field, fact);
  const [mine, theirs] = [twin.facts.description?.value, tie.facts.description?.value];
  if (typeof mine !== "string" || typeof theirs !== "string" || saysTheSame(mine, theirs)) return;
  const both = checkField("relationship", "description", `${mine}\n${theirs}`);
  if (both.ok) setFact(hearing.desk, entry, "description", both.value, evidence);
}

interface Ends {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const endsOf = (tie: Entry): Ends => ({ from: tie.links.from?.[0], to: tie.links.to?.[0] });

function movedEnds(tie: Entry, gone: Entry, into: Entry): Ends {
  const { from, to } = endsOf(tie);
  const moved = (id: string | undefined) => (id === gone.id ? into.id : id);
  return { from: moved(from), to: moved(to) };
}

/** "Sarah is John's parent" and "John is Sarah's child" have one key; a tie without both ends has none. */
function keyOf(tie: Entry, { from, to }: Ends): string | undefined {
  const type = tie.facts.type?.value;
  if (from === undefined || to === undefined || typeof type !== "string") return undefined;
  const inverse = inverseOf(type as RelationshipType);
  const said = `${from} ${to} ${type}`;
  return inverse === undefined ? said : [said, `${to} ${from} ${inverse}`].sort().join(", ");
}
