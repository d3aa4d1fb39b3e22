import { describe, expect, test } from "vitest";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, creation, makeEntries } from "./bible-samples.ts";
import { AT, anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Items end one by one, each with what it wrote. */
export const operationStoreSuite: StoreSuite = (stores) => {
  const start = async (total: number) => {
    const { session } = await aStage(stores());
    const operation = anOperation(session, total);
    await stores().turns.commit(aRecord(session, { operation: { operation, items: total } }));
    return { session, operation };
  };
  const person = (session: Session, name: string, operation_id: string) =>
    creation(session, anEntry(session, "character", name, {}, { operation_id }), { operation_id });
  const complete = (session: Session, id: string, index: number, name: string) =>
    stores().operations.complete(id, index, name, person(session, name, id));

  describe("operations: items", () => {
    test("begins with every item pending", async () => {
      const { operation } = await start(3);
      expect(await stores().operations.get(operation.id)).toEqual(operation);
      expect(await stores().operations.ofTurn(operation.turn_id)).toEqual(operation);
      expect(await stores().operations.items(operation.id)).toEqual(
        [0, 1, 2].map((index) => ({ index, status: "pending", attempts: 0 })),
      );
      expect(await stores().operations.get("opn_never")).toBeUndefined();
      expect(await stores().operations.ofTurn("trn_never")).toBeUndefined();
    });

    test("a completed item has written its entry, its change, its frame and the counts", async () => {
      const { session, operation } = await start(2);
      const change = person(session, "Ana Ruiz", operation.id);
      const { before: _before, after, ...told } = change;
      const seen = await stores().messages.lastSeq(session.id);
      expect(await stores().operations.complete(operation.id, 1, "Ana Ruiz", change)).toEqual({
        ...operation,
        status: "processing",
        progress: { completed: 1, total: 2, failed: 0, cancelled: 0 },
      });
      expect(await stores().bible.get([change.entry_id])).toEqual([after]);
      expect(await stores().bible.change(change.id)).toEqual(change);
      expect(await stores().bible.byKeys(session.project_id, ["ruiz"], 5)).toEqual([after]);
      expect((await stores().projects.counts(session.project_id)).character).toBe(1);
      const feed = await stores().messages.feed(session.id, seen, 10);
      expect(feed.map(({ frame }) => frame)).toEqual([{ type: "change", change: told }]);
      const done = {
        index: 1,
        status: "completed",
        name: "Ana Ruiz",
        entry_id: change.entry_id,
        attempts: 1,
      };
      expect(await stores().operations.items(operation.id, { status: ["completed"] })).toEqual([done]);
    });

    test("the last item ends the operation, when its change says", async () => {
      const { session, operation } = await start(2);
      await complete(session, operation.id, 0, "Ana");
      const last = { ...person(session, "Bo", operation.id), at: "2026-03-01T12:00:00Z" };
      expect(await stores().operations.complete(operation.id, 1, "Bo", last)).toMatchObject({
        status: "completed",
        ended_at: "2026-03-01T12:00:00Z",
        progress: { completed: 2 },
      });
    });

    test("an item is completed once, whoever else tries", async () => {
      const { session, operation } = await start(2);
      const tries = await Promise.all(
        ["Ana", "Bo", "Cy"].map((name) => complete(session, operation.id, 0, name)),
      );
      expect(tries.filter((answer) => answer !== undefined)).toHaveLength(1);
      expect(await complete(session, operation.id, 0, "Di")).toBeUndefined();
      expect((await stores().projects.counts(session.project_id)).character).toBe(1);
      expect(await stores().operations.get(operation.id)).toMatchObject({ progress: { completed: 1 } });
      expect(await stores().bible.changesOfOperation(operation.id)).toHaveLength(1);
      expect(await complete(session, "opn_never", 0, "Ed")).toBeUndefined();
      expect(await complete(session, operation.id, 9, "Ed")).toBeUndefined();
    });

    test("a taken name is a conflict, and the item stays wanted", async () => {
      const { session, operation } = await start(1);
      await makeEntries(stores(), session, anEntry(session, "character", "Ana Ruiz"));
      await expect(complete(session, operation.id, 0, "Ana  RUIZ")).rejects.toBeInstanceOf(ConflictError);
      expect(await stores().operations.get(operation.id)).toEqual(operation);
      expect(await stores().bible.changesOfOperation(operation.id)).toEqual([]);
      expect(await complete(session, operation.id, 0, "Bo")).toMatchObject({ status: "completed" });
    });
  });

  describe("operations: failures", () => {
    test("a failed item keeps its reason and its tries", async () => {
      const { session, operation } = await start(2);
      expect(await stores().operations.fail(operation.id, 0, "no free name", 4, AT)).toMatchObject({
        status: "processing",
        progress: { completed: 0, failed: 1, total: 2, cancelled: 0 },
      });
      expect(await stores().operations.items(operation.id, { status: ["failed"] })).toEqual([
        { index: 0, status: "failed", error: "no free name", attempts: 4 },
      ]);
      expect(await stores().operations.fail(operation.id, 0, "again", 1, AT)).toBeUndefined();
      expect(await complete(session, operation.id, 0, "Ana")).toBeUndefined();
      expect(await stores().operations.fail("opn_never", 0, "x", 1, AT)).toBeUndefined();
    });

    test("every try is counted, also those that came to nothing and those of an earlier round", async () => {
      const { session, operation } = await start(2);
      const item = async () => (await stores().operations.items(operation.id))[0];
      await stores().operations.tried(operation.id, 0, "it was busy");
      expect(await item()).toEqual({ index: 0, status: "pending", error: "it was busy", attempts: 1 });
      await stores().operations.fail(operation.id, 0, "it was away", 1, AT);
      expect(await item()).toEqual({ index: 0, status: "failed", error: "it was away", attempts: 2 });
      await stores().operations.tried(operation.id, 0, "too late");
      expect(await item()).toMatchObject({ error: "it was away", attempts: 2 });
      await complete(session, operation.id, 1, "Ana");
      await stores().operations.retry(operation.id);
      await complete(session, operation.id, 0, "Bo");
      const made = await item();
      expect(made).toMatchObject({ status: "completed", attempts: 3 });
      expect(made?.error).toBeUndefined();
    });

    test("an operation has failed when all its items have", async () => {
      const { operation } = await start(2);
      await stores().operations.fail(operation.id, 0, "x", 1, AT);
      const ended = await stores().operations.fail(operation.id, 1, "x", 1, AT);
      expect(ended).toMatchObject({ status: "failed", ended_at: AT });
      const { session, operation: mixed } = await start(2);
      await complete(session, mixed.id, 0, "Ana");
      expect(await stores().operations.fail(mixed.id, 1, "x", 1)).toMatchObject({
        status: "completed",
        ended_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      });
    });
  });
};
