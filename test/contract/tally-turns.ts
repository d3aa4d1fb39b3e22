import fc from "fast-check";
import type { Change } from "../../src/domain/bible/change.ts";
import type { Entry } from "../../src/domain/bible/entry.ts";
import type { Fact } from "../../src/domain/bible/fact.ts";
import type { EntryKind } from "../../src/domain/bible/kinds.ts";
import { addTallies, NO_TALLIES, type Tallies, talliesOf } from "../../src/domain/bible/tallies.ts";
import type { Session } from "../../src/domain/session.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { anEntry, creation, revision } from "./bible-samples.ts";
import { AT } from "./samples.ts";

const KINDS = ["character", "scene", "location", "relationship", "prop", "vehicle"] as EntryKind[];
const EVIDENCE = { quote: "Ana is a lead", message_id: "msg_1", start: 0, end: 13 };

const fact = (value: fc.Arbitrary<Fact["value"]>): fc.Arbitrary<Fact> =>
  fc.tuple(value, fc.boolean()).map(([said, proven]) => ({
    value: said,
    status: "confirmed",
    by: "u1",
    at: AT,
    ...(proven ? { evidence: EVIDENCE } : {}),
  }));

/** Fields of all kinds at once: what is counted goes by the field's name, and by the kind it is of. */
const facts = fc.record(
  {
    role: fact(fc.constantFrom("lead", "day player")),
    age: fact(fc.nat(90)),
    age_range: fact(fc.constant("thirties")),
    int_ext: fact(fc.constantFrom("INT", "INT/EXT")),
    location: fact(fc.constant("Pier")),
    set: fact(fc.constant("Pier")),
    type: fact(fc.constantFrom("fiancé", "aunt or uncle")),
    secret: fact(fc.boolean()),
    traits: fact(fc.constant(["calm", "kind"])),
    'odd "name"': fact(fc.constant("x")),
  },
  { requiredKeys: [] },
);

interface Step {
  readonly who: number;
  readonly kind: EntryKind;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly status: Entry["status"];
  /** The change leaves nothing behind. */
  readonly gone: boolean;
}

/** One thing done to one entry: made, filled in, corrected, confirmed, locked, removed or brought back. */
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(20),
  kind: fc.constantFrom(...KINDS),
  facts: facts as fc.Arbitrary<Readonly<Record<string, Fact>>>,
  status: fc.constantFrom("draft", "confirmed", "confirmed", "locked", "removed"),
  gone: fc.nat(9).map((of) => of === 0),
});

export const anyTurns = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

/** The changes of turns that follow one another; an entry may change several times within one. */
export function changesOf(session: Session, turns: readonly (readonly Step[])[]): Change[][] {
  const entries: Entry[] = [];
  return turns.map((steps) => steps.map((each) => changeOf(session, entries, each)));
}

function changeOf(session: Session, entries: Entry[], step: Step): Change {
  const at = step.who % (entries.length + 1);
  const before = entries[at];
  if (before === undefined) {
    const made = anEntry(session, step.kind, `Number ${at}`, {}, { status: step.status });
    const after = { ...made, facts: { ...made.facts, ...step.facts } };
    entries.push(after);
    return creation(session, after);
  }
  const { name } = before.facts;
  const patch = { status: step.status, facts: { ...(name ? { name } : {}), ...step.facts } };
  const { change, after } = revision(session, before, patch);
  entries[at] = step.gone ? { ...before, status: "removed", version: after.version } : after;
  return step.gone ? { ...change, after: null } : change;
}

/** What the living entries tell when each is looked at. */
export async function recounted(stores: Stores, projectId: string): Promise<Tallies> {
  const living = await stores.bible.list(projectId, { limit: 1_000 });
  return living.map(talliesOf).reduce(addTallies, NO_TALLIES);
}
