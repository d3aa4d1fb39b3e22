import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../src/domain/bible/change.ts";
import { addTallies, NO_TALLIES, talliesOf } from "../../src/domain/bible/tallies.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, commitChanges, creation, makeEntries, revision } from "./bible-samples.ts";
import { anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";
import { anyTurns, changesOf, recounted } from "./tally-turns.ts";

const RUNS = 25;

/** What is counted of a project is what its living entries tell, whoever wrote them and however. */
export const talliesSuite: StoreSuite = (stores) => {
  const stored = async (session: Session) => (await stores().projects.totals(session.project_id)).tallies;
  const expectRight = async (session: Session) =>
    expect(await stored(session)).toEqual(await recounted(stores(), session.project_id));

  describe("projects: tallies", () => {
    test("are those of the living entries after any turns", async () => {
      await fc.assert(
        fc.asyncProperty(anyTurns, async (turns) => {
          const { session } = await aStage(stores());
          for (const changes of changesOf(session, turns)) {
            await commitChanges(stores(), session, changes);
            await expectRight(session);
          }
          const { project_id } = session;
          const totals = await stores().projects.totals(project_id);
          expect(await stores().sessions.load(session.id)).toMatchObject(totals);
          expect(await stores().projects.counts(project_id)).toEqual(totals.counts);
        }),
        { numRuns: RUNS },
      );
    });

    test("come to nothing when all that was made is removed, and come back with it", async () => {
      const { session } = await aStage(stores());
      const cast = ["Ana", "Bo"].map((name) =>
        anEntry(session, "character", name, { role: "lead", age: 31 }),
      );
      await makeEntries(stores(), session, ...cast);
      const before = await stored(session);
      expect(before).toMatchObject({ "character confirmed role=lead": 2, "character has age_range": 2 });
      const gone = cast.map((entry) => revision(session, entry, { status: "removed" }));
      const removals = await commitChanges(
        stores(),
        session,
        gone.map(({ change }) => change),
      );
      expect(await stored(session)).toEqual(NO_TALLIES);
      const back = gone.map(({ after }) => revision(session, after, { status: "confirmed" }).change);
      const undone = removals.map(({ id }) => id);
      await commitChanges(
        stores(),
        session,
        back.map((change, at) => ({ ...change, undoes: undone[at] ?? "" })),
        undone,
      );
      expect(await stored(session)).toEqual(before);
    });

    test("take in what bulk work makes", async () => {
      const { session } = await aStage(stores());
      const operation = anOperation(session, 3);
      await stores().turns.commit(aRecord(session, { operation: { operation, items: 3 } }));
      const made = [0, 1, 2].map((index) => {
        const values = { role: index === 0 ? "lead" : "support", age_range: "forties" };
        const over = { operation_id: operation.id };
        return creation(session, anEntry(session, "character", `Extra ${index}`, values, over), over);
      });
      const complete = (change: Change, index: number) =>
        stores().operations.complete(operation.id, index, change.name, change);
      await Promise.all(made.map(complete));
      const [first] = made;
      if (first) expect(await complete(first, 0)).toBeUndefined();
      await expectRight(session);
      expect(await stored(session)).toMatchObject({
        "character has age": 3,
        "character is role=support": 2,
      });
    });

    test("are right when many write at once, and when one of them may not", async () => {
      const { session } = await aStage(stores());
      const names = Array.from({ length: 8 }, (_, at) => `Number ${at}`);
      const people = names.map((name) => anEntry(session, "character", name, { age: 20 }));
      const places = names.map((name) => anEntry(session, "location", name, { int_ext: "INT" }));
      const commit = (...changes: Change[]) => commitChanges(stores(), session, changes);
      await Promise.all(
        people.map((person, at) => {
          const both = [person, ...places.slice(at, at + 1)].map((entry) => creation(session, entry));
          return commit(...(at % 2 === 0 ? both : both.toReversed()));
        }),
      );
      await expectRight(session);
      const rivals = people.flatMap((person) => [
        revision(session, person, { status: "locked", facts: {} }).change,
        revision(session, person, { facts: { ...person.facts, ...anEntry(session, "prop", "x").facts } })
          .change,
      ]);
      const ended = await Promise.allSettled(rivals.map((change) => commit(change)));
      expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(people.length);
      await expectRight(session);
      const all = [...(await stores().bible.get([...people, ...places].map(({ id }) => id)))];
      expect(await stored(session)).toEqual(all.map(talliesOf).reduce(addTallies, NO_TALLIES));
    });

    test("belong to one project", async () => {
      const [one, two] = [await aStage(stores()), await aStage(stores())];
      await makeEntries(stores(), one.session, anEntry(one.session, "prop", "Lamp"));
      expect(await stored(two.session)).toEqual(NO_TALLIES);
      expect(await stores().projects.totals("prj_never")).toMatchObject({ tallies: NO_TALLIES });
    });
  });
};
