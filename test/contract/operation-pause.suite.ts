import { describe, expect, test } from "vitest";
import type { Session } from "../../src/domain/session.ts";
import { anEntry, creation } from "./bible-samples.ts";
import { AT, anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** Operations are paused and resumed, and read item by item. */
export const operationPauseSuite: StoreSuite = (stores) => {
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

  describe("operations: pause and resume", () => {
    test("a pause is seen wherever the operation is read, and holds until it is resumed in a new round", async () => {
      const { session, operation } = await start(3);
      await complete(session, operation.id, 1, "Ana");
      const progress = { completed: 1, total: 3, failed: 0, cancelled: 0 };
      const paused = { ...operation, status: "paused", progress };
      expect(await stores().operations.pause(operation.id)).toEqual(paused);
      expect(await stores().operations.pause(operation.id)).toBeUndefined();
      expect(await stores().operations.get(operation.id)).toEqual(paused);
      expect(await stores().operations.ofTurn(operation.turn_id)).toEqual(paused);
      expect(await stores().operations.list(operation.project_id, 5)).toEqual([paused]);
      expect((await stores().operations.unfinished()).filter(({ id }) => id === operation.id)).toEqual([
        paused,
      ]);
      expect(await stores().operations.resume(operation.id)).toEqual({
        operation: { ...operation, status: "processing", progress, round: 1 },
        indexes: [0, 2],
      });
      expect(await stores().operations.resume(operation.id)).toBeUndefined();
      expect(await stores().operations.pause(operation.id)).toMatchObject({ status: "paused", round: 1 });
    });

    test("what runs when it is paused ends as it would without, also the last item", async () => {
      const { session, operation } = await start(2);
      await stores().operations.pause(operation.id);
      expect(await complete(session, operation.id, 0, "Ana")).toMatchObject({
        status: "paused",
        progress: { completed: 1 },
      });
      expect(await stores().operations.fail(operation.id, 1, "x", 1, AT)).toMatchObject({
        status: "completed",
        progress: { completed: 1, failed: 1 },
        ended_at: AT,
      });
      expect(await stores().operations.resume(operation.id)).toBeUndefined();
      expect((await stores().operations.retry(operation.id))?.operation).toMatchObject({
        status: "processing",
        round: 1,
      });
    });

    test("is cancelled like any other", async () => {
      const { operation } = await start(2);
      await stores().operations.pause(operation.id);
      expect(await stores().operations.cancel(operation.id, AT)).toMatchObject({
        operation: { status: "cancelled", progress: { cancelled: 2 } },
        indexes: [0, 1],
      });
      expect(await stores().operations.pause(operation.id)).toBeUndefined();
      expect(await stores().operations.resume(operation.id)).toBeUndefined();
    });

    test("pressed by many at once, one pauses and one resumes", async () => {
      const { operation } = await start(2);
      const { pause, resume } = stores().operations;
      const paused = await Promise.all([1, 2, 3].map(() => pause(operation.id)));
      expect(paused.filter((answer) => answer !== undefined)).toHaveLength(1);
      const resumed = await Promise.all([1, 2, 3].map(() => resume(operation.id)));
      expect(resumed.filter((answer) => answer !== undefined)).toHaveLength(1);
      expect(await pause("opn_never")).toBeUndefined();
      expect(await resume("opn_never")).toBeUndefined();
    });
  });

  describe("operations: pages", () => {
    test("items come in pages, by status, and from the end", async () => {
      const { session, operation } = await start(6);
      for (const index of [0, 2, 3]) await complete(session, operation.id, index, `Ana ${index}`);
      const indexes = async (filter: Parameters<ReturnType<typeof stores>["operations"]["items"]>[1]) =>
        (await stores().operations.items(operation.id, filter)).map((item) => item.index);
      expect(await indexes({ limit: 4 })).toEqual([0, 1, 2, 3]);
      expect(await indexes({ after: 3, limit: 4 })).toEqual([4, 5]);
      expect(await indexes({ status: ["completed"], after: 0, limit: 1 })).toEqual([2]);
      expect(await indexes({ status: ["completed"], last: 2 })).toEqual([2, 3]);
      expect(await indexes({ last: 9 })).toEqual([0, 1, 2, 3, 4, 5]);
    });

    test("reasons of failures are counted, the most frequent first", async () => {
      const { operation } = await start(5);
      for (const index of [0, 1, 2])
        await stores().operations.fail(operation.id, index, "no free name", 4, AT);
      await stores().operations.fail(operation.id, 3, "it was busy", 4, AT);
      expect(await stores().operations.failures(operation.id, 5)).toEqual([
        { error: "no free name", count: 3 },
        { error: "it was busy", count: 1 },
      ]);
      expect(await stores().operations.failures(operation.id, 1)).toHaveLength(1);
      expect(await stores().operations.failures("opn_never", 5)).toEqual([]);
    });

    test("a project's operations are listed by how they stand, page by page", async () => {
      const stage = await aStage(stores());
      const done = await start(1, stage);
      await complete(stage.session, done.operation.id, 0, "Ana");
      const failed = await start(1, stage);
      await stores().operations.fail(failed.operation.id, 0, "x", 1, AT);
      const running = await start(1, stage);
      const ids = async (...rest: [{ standing?: "open" | "ended"; before?: string }]) =>
        (await stores().operations.list(stage.project.id, 10, ...rest)).map(({ id }) => id);
      expect(await ids({ standing: "open" })).toEqual([running.operation.id, failed.operation.id]);
      expect(await ids({ standing: "ended" })).toEqual([failed.operation.id, done.operation.id]);
      expect(await ids({ before: running.operation.id })).toEqual([failed.operation.id, done.operation.id]);
      expect(await ids({ before: done.operation.id })).toEqual([]);
    });
  });
};
