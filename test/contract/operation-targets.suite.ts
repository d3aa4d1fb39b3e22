import { describe, expect, test } from "vitest";
import { NO_STALE } from "../../src/domain/bible/stale.ts";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Operation } from "../../src/domain/operation.ts";
import { anEntry, commitChanges, makeEntries, revision } from "./bible-samples.ts";
import { AT, anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Items that are about something there is: they change it, or leave the bible as it is. */
export const operationTargetsSuite: StoreSuite = (stores) => {
  const start = async (targets: readonly string[], over: Partial<Operation> = {}) => {
    const { session } = await aStage(stores());
    const scene = anEntry(session, "scene", "The Handover");
    await makeEntries(stores(), session, scene);
    const operation = anOperation(session, targets.length, {
      type: "summaries",
      selection: "missing",
      ...over,
    });
    await stores().turns.commit(
      aRecord(session, { operation: { operation, items: targets.length, targets } }),
    );
    const told = revision(
      session,
      scene,
      {
        facts: {
          ...scene.facts,
          summary: { value: "They meet.", status: "proposed", by: "backlot", at: AT },
        },
      },
      { operation_id: operation.id, fields: { summary: { after: "They meet." } } },
    );
    return { session, scene, operation, ...told };
  };

  describe("operations: targets", () => {
    test("every item keeps what it is about, and what was selected", async () => {
      const { operation } = await start(["ent_1", "ent_2 ent_3"]);
      expect(await stores().operations.get(operation.id)).toEqual(operation);
      expect(await stores().operations.items(operation.id)).toEqual([
        { index: 0, target: "ent_1", status: "pending", attempts: 0 },
        { index: 1, target: "ent_2 ent_3", status: "pending", attempts: 0 },
      ]);
    });

    test("items are read from the first to the last asked for", async () => {
      const { operation } = await start(["a", "b", "c", "d"]);
      const within = { first: 1, last: 2 };
      const items = await stores().operations.items(operation.id, { status: ["pending"], within });
      expect(items.map(({ target }) => target)).toEqual(["b", "c"]);
    });

    test("an item changes an entry that is there, once", async () => {
      const { scene, operation, change, after } = await start(["x", "y"]);
      const complete = () => stores().operations.complete(operation.id, 0, scene.name, change);
      expect(await complete()).toMatchObject({ status: "processing", progress: { completed: 1 } });
      expect(await stores().bible.get([scene.id])).toEqual([after]);
      expect(await stores().bible.changesOfOperation(operation.id)).toEqual([change]);
      expect(await complete()).toBeUndefined();
      expect(await stores().bible.get([scene.id])).toEqual([after]);
      const [item] = await stores().operations.items(operation.id);
      expect(item).toMatchObject({ status: "completed", entry_id: scene.id, target: "x" });
    });

    test("an entry that somebody wrote meanwhile is a conflict, and the item stays wanted", async () => {
      const { session, scene, operation, change } = await start(["x"]);
      const other = revision(session, scene, { name: "The Exchange" });
      await commitChanges(stores(), session, [other.change]);
      await expect(stores().operations.complete(operation.id, 0, scene.name, change)).rejects.toBeInstanceOf(
        ConflictError,
      );
      expect(await stores().operations.get(operation.id)).toEqual(operation);
      expect(await stores().bible.get([scene.id])).toEqual([other.after]);
      expect(await stores().bible.changesOfOperation(operation.id)).toEqual([]);
    });

    test("an item may write nothing and still ends once", async () => {
      const { session, scene, operation } = await start(["x", "y"]);
      const seen = await stores().messages.lastSeq(session.id);
      const at = "2026-03-01T12:00:00Z";
      const pass = (index: number) =>
        stores().operations.complete(operation.id, index, scene.name, { entry_id: scene.id, at });
      const tries = await Promise.all([pass(0), pass(0), pass(0)]);
      expect(tries.filter((answer) => answer !== undefined)).toHaveLength(1);
      expect(await pass(1)).toMatchObject({ status: "completed", ended_at: at, progress: { completed: 2 } });
      expect(await pass(1)).toBeUndefined();
      expect(await stores().bible.get([scene.id])).toEqual([scene]);
      expect(await stores().messages.feed(session.id, seen, 10)).toEqual([]);
      const [item] = await stores().operations.items(operation.id);
      expect(item).toEqual({
        index: 0,
        target: "x",
        status: "completed",
        name: scene.name,
        entry_id: scene.id,
        attempts: 1,
      });
    });

    test("what a change brings up to date is no longer out of date; an item nobody wants marks nothing", async () => {
      const { session, scene, operation, change } = await start(["x"]);
      const { project_id } = session;
      const mark = {
        project_id,
        dependant_id: scene.id,
        cause_id: "ent_c",
        change_id: "chg_c",
        reason: "r",
        at: AT,
      };
      await stores().turns.commit(aRecord(session, { stale: { ...NO_STALE, marks: [mark] } }));
      const marks = async () => (await stores().stale.list({ project_id }, 10)).length;
      expect(await marks()).toBe(1);
      const stale = { ...NO_STALE, rewritten: [{ dependant_id: scene.id, by: change.id }] };
      expect(await stores().operations.complete("opn_never", 0, "x", change, stale)).toBeUndefined();
      expect(await marks()).toBe(1);
      await stores().operations.complete(operation.id, 0, scene.name, change, stale);
      expect(await marks()).toBe(0);
    });

    test("what stands of its changes marks once; what is taken back marks nothing, and is not among the newest", async () => {
      const { session, scene, operation, change, after } = await start(["x"]);
      const { project_id } = session;
      const { operations, bible, stale, turns } = stores();
      await operations.complete(operation.id, 0, scene.name, change);
      expect(await bible.newestOfOperation(operation.id, 5)).toEqual([change]);
      const mark = {
        project_id,
        dependant_id: `${project_id}:step:lock`,
        cause_id: scene.id,
        change_id: change.id,
        reason: "r",
        at: AT,
      };
      await operations.outdates([mark, { ...mark, change_id: "chg_never" }]);
      await operations.outdates([mark]);
      expect(await stale.list({ project_id }, 10)).toEqual([mark]);
      const back = revision(session, after, { facts: scene.facts }, { undoes: change.id });
      await turns.commit(aRecord(session, { changes: [back.change], undone: [change.id] }));
      expect(await stale.list({ project_id }, 10)).toEqual([]);
      await operations.outdates([{ ...mark, dependant_id: `${project_id}:step:late` }]);
      expect(await stale.list({ project_id }, 10)).toEqual([]);
      expect(await bible.newestOfOperation(operation.id, 5)).toEqual([]);
    });
  });
};
