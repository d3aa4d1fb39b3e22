import { describe, expect, test } from "vitest";
import type { Operation } from "../../src/domain/operation.ts";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, creation } from "./bible-samples.ts";
import { AT, anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Operations are cancelled, tried again, listed and taken up after a restart. */
export const operationCourseSuite: StoreSuite = (stores) => {
  const start = async (total: number, stage?: { session: Session }) => {
    const { session } = stage ?? (await aStage(stores()));
    const operation = anOperation(session, total);
    await stores().turns.commit(aRecord(session, { operation: { operation, items: total } }));
    return { session, operation };
  };
  const complete = (session: Session, id: string, index: number, name: string) =>
    stores().operations.complete(
      id,
      index,
      name,
      creation(session, anEntry(session, "character", name), { operation_id: id }),
    );
  const statuses = async (id: string) => (await stores().operations.items(id)).map((item) => item.status);

  describe("operations: cancel", () => {
    test("stops what has not ended and keeps what has", async () => {
      const { session, operation } = await start(4);
      await complete(session, operation.id, 1, "Ana");
      await stores().operations.fail(operation.id, 2, "x", 1, AT);
      const cancelled: Operation = {
        ...operation,
        status: "cancelled",
        progress: { completed: 1, total: 4, failed: 1, cancelled: 2 },
        ended_at: AT,
      };
      const answer = await stores().operations.cancel(operation.id, AT);
      expect(answer).toEqual({ operation: cancelled, indexes: [0, 3] });
      expect(await stores().operations.get(operation.id)).toEqual(cancelled);
      expect(await statuses(operation.id)).toEqual(["cancelled", "completed", "failed", "cancelled"]);
      expect(await complete(session, operation.id, 0, "Bo")).toBeUndefined();
      expect(await stores().operations.fail(operation.id, 3, "x", 1, AT)).toBeUndefined();
      expect((await stores().projects.counts(session.project_id)).character).toBe(1);
    });

    test("has nothing to do when the operation has ended or never was", async () => {
      const { session, operation } = await start(1);
      await complete(session, operation.id, 0, "Ana");
      expect(await stores().operations.cancel(operation.id, AT)).toBeUndefined();
      expect(await stores().operations.cancel("opn_never", AT)).toBeUndefined();
      expect(await stores().operations.get(operation.id)).toMatchObject({ status: "completed" });
    });
  });

  describe("operations: retry", () => {
    test("makes failed items pending again, in a new round, until all are done", async () => {
      const { session, operation } = await start(3);
      await complete(session, operation.id, 0, "Ana");
      for (const index of [1, 2]) await stores().operations.fail(operation.id, index, "x", 4, AT);
      await stores().operations.markShown(operation.id);
      const answer = await stores().operations.retry(operation.id);
      expect(answer).toEqual({
        operation: {
          ...operation,
          status: "processing",
          progress: { completed: 1, total: 3, failed: 0, cancelled: 0 },
          round: 1,
        },
        indexes: [1, 2],
      });
      expect(await statuses(operation.id)).toEqual(["completed", "pending", "pending"]);
      expect((await stores().operations.items(operation.id))[1]).not.toHaveProperty("error");
      await complete(session, operation.id, 1, "Bo");
      expect(await complete(session, operation.id, 2, "Cy")).toMatchObject({ status: "completed", round: 1 });
    });

    test("has nothing to do when nothing failed", async () => {
      const { operation } = await start(1);
      expect(await stores().operations.retry(operation.id)).toBeUndefined();
      expect(await stores().operations.retry("opn_never")).toBeUndefined();
    });

    test("waits for those that have not ended", async () => {
      const { session, operation } = await start(2);
      await stores().operations.fail(operation.id, 0, "x", 4, AT);
      expect(await stores().operations.retry(operation.id)).toBeUndefined();
      await complete(session, operation.id, 1, "Ana");
      expect(await stores().operations.retry(operation.id)).toMatchObject({ indexes: [0] });
    });

    test("an operation of which nothing came but failures is pending again", async () => {
      const { operation } = await start(1);
      await stores().operations.fail(operation.id, 0, "x", 4, AT);
      expect((await stores().operations.retry(operation.id))?.operation).toEqual({ ...operation, round: 1 });
    });

    test("what was cancelled and fails again stays cancelled", async () => {
      const { operation } = await start(2);
      await stores().operations.fail(operation.id, 0, "x", 4, AT);
      await stores().operations.cancel(operation.id, AT);
      await stores().operations.retry(operation.id);
      const ended = await stores().operations.fail(operation.id, 0, "x", 4, AT);
      expect(ended).toMatchObject({ status: "cancelled", progress: { failed: 1, cancelled: 1 } });
    });
  });

  describe("operations: lists", () => {
    test("lists a project's operations, newest first", async () => {
      const stage = await aStage(stores());
      const first = await start(1, stage);
      const second = await start(1, stage);
      const list = (limit: number) => stores().operations.list(stage.project.id, limit);
      expect(await list(10)).toEqual([second.operation, first.operation]);
      expect(await list(1)).toEqual([second.operation]);
    });

    test("an operation is unfinished until it has ended and its end is shown", async () => {
      const { session, operation } = await start(1);
      const open = async () =>
        (await stores().operations.unfinished()).filter(({ id }) => id === operation.id);
      expect(await open()).toEqual([operation]);
      await stores().operations.markShown(operation.id);
      expect(await stores().operations.get(operation.id)).toEqual(operation);
      const ended = await complete(session, operation.id, 0, "Ana");
      expect(await open()).toEqual([ended]);
      await stores().operations.markShown(operation.id);
      expect(await open()).toEqual([]);
      expect(await stores().operations.get(operation.id)).toEqual({ ...ended, shown: true });
    });
  });
};
