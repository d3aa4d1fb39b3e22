import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { staleAfter } from "../../../../src/domain/bible/stale-after.ts";
import { undoAll } from "../../../../src/domain/bible/undo.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { Statement } from "../../../../src/domain/reading/reading.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Stores } from "../../../../src/ports/stores.ts";
import { STORE_PROVIDERS } from "../../../contract/open-stores.ts";
import { aRecord, aStage, newId } from "../../../contract/samples.ts";
import { AT, author, mention, NOWHERE, openBible, removes, renames, says, ties } from "./bible-maker.ts";

let stores: Stores;
let close: () => Promise<void>;
beforeAll(async () => {
  const [open] = Object.values(STORE_PROVIDERS);
  if (!open) throw new Error("no store provider");
  ({ stores, close } = await open());
});
afterAll(() => close());

const person = fc.constantFrom("Sarah", "John", "Ana Brown");
const scene = fc.constantFrom("INT. DINER - NIGHT", "EXT. PIER - DAY");
const statement: fc.Arbitrary<Statement> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(person, fc.integer({ min: 20, max: 23 }))
      .map(([who, age]) => says("character", who, { age })),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        scene,
        fc.uniqueArray(person, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("They meet.", "They part."),
      )
      .map(([name, characters, summary]) =>
        says("scene", name, { characters, location: "Diner", summary }, false),
      ),
  },
  { weight: 2, arbitrary: scene.map((name) => says("scene", name, { location: "Diner" })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("A", "B").map((description) => says("location", "Diner", { description })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(person, person, fc.constantFrom("sibling" as const, "rival" as const))
      .map((all) => ties(...all)),
  },
  { weight: 1, arbitrary: fc.tuple(person, person).map(([who, now]) => renames(who, now)) },
  { weight: 1, arbitrary: fc.oneof(person, scene, fc.constant("Diner")).map((who) => removes(who)) },
  {
    weight: 1,
    arbitrary: fc.tuple(person, person).map(
      ([subject, into]): Statement => ({
        type: "merge",
        subject: mention(subject),
        into: mention(into),
        span: NOWHERE,
      }),
    ),
  },
);
const turns = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 });
const TEXTS: Project["documents"] = { synopsis: "Sarah and Brown wait.", outline: "1. INT. DINER - NIGHT" };

/** A bible in memory and in the stores at once, with the marks that its turns leave. */
async function openMarked() {
  const { project, session } = await aStage(stores);
  const film = { ...project, documents: TEXTS };
  const who = author({ project_id: project.id, session_id: session.id, nextId: newId });
  const bible = openBible();
  const commit = async (changes: readonly Change[], undone: readonly string[] = []) => {
    const stale = staleAfter({ changes, documents: [], project: film, at: AT });
    await stores.turns.commit(aRecord(session, { changes, undone, stale }));
  };
  const take = async (changes: readonly Change[]) => {
    const undone = undoAll(changes, bible.all(), who);
    if (!undone.ok) throw new Error(undone.reason);
    bible.keep(undone.changes);
    await commit(undone.changes, undone.undone);
    return undone.changes;
  };
  return { bible, who, commit, take, marks: () => marksOf(session) };
}

async function marksOf(session: Session): Promise<string[]> {
  const marks = await stores.stale.list({ project_id: session.project_id }, 1_000);
  return marks.map((mark) => `${mark.dependant_id} ${mark.change_id} ${mark.reason}`).toSorted();
}

it("undo and redo of any sequence of turns give back the marks of every earlier and later state", async () => {
  let marked = 0;
  await fc.assert(
    fc.asyncProperty(turns, async (spoken) => {
      const { bible, who, commit, take, marks } = await openMarked();
      const states: { before: string[]; after: string[]; changes: readonly Change[] }[] = [];
      for (const statements of spoken) {
        const before = await marks();
        const { changes } = bible.say(statements, who);
        await commit(changes);
        if (changes.length > 0) states.push({ before, after: await marks(), changes });
      }
      marked += states.filter(({ after }) => after.length > 0).length;
      const undos: { after: string[]; changes: readonly Change[] }[] = [];
      for (const { before, after, changes } of states.toReversed()) {
        undos.push({ after, changes: await take(changes.toReversed()) });
        expect(await marks()).toEqual(before);
      }
      expect(await marks()).toEqual([]);
      for (const { after, changes } of undos.toReversed()) {
        await take(changes.toReversed());
        expect(await marks()).toEqual(after);
      }
    }),
    { numRuns: 40 },
  );
  expect(marked).toBeGreaterThan(20);
});
