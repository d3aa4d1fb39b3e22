import { describe, expect, test } from "vitest";
import { ConflictError } from "../../src/domain/errors.ts";
import { anEntry, creation } from "./bible-samples.ts";
import { AT, anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";

/** What an operation used of a model, and which of its items are being made. */
export const operationUsageSuite: StoreSuite = (stores) => {
  const start = async (total: number) => {
    const { session } = await aStage(stores());
    const operation = anOperation(session, total);
    await stores().turns.commit(aRecord(session, { operation: { operation, items: total } }));
    return operation;
  };
  const statuses = async (id: string) => (await stores().operations.items(id)).map(({ status }) => status);

  describe("operations: what they take", () => {
    test("tokens and money add up; there are none before the first", async () => {
      const { id } = await start(1);
      const { operations } = stores();
      expect((await operations.get(id))?.usage).toBeUndefined();
      await operations.spent(id, { input_tokens: 100, output_tokens: 20 });
      expect((await operations.get(id))?.usage).toEqual({ input_tokens: 100, output_tokens: 20 });
      await operations.spent(id, { input_tokens: 10, output_tokens: 2, cost: 0.25 });
      await operations.spent(id, { input_tokens: 10, output_tokens: 2, cost: 0.5 });
      await operations.spent(id, { input_tokens: 1, output_tokens: 1 });
      expect((await operations.get(id))?.usage).toEqual({ input_tokens: 121, output_tokens: 25, cost: 0.75 });
    });

    test("is counted with the item that it was used for, once, and with a try that failed", async () => {
      const { session } = await aStage(stores());
      const operation = anOperation(session, 4);
      const { id } = operation;
      await stores().turns.commit(aRecord(session, { operation: { operation, items: 4 } }));
      const { operations } = stores();
      const made = (name: string) =>
        creation(session, anEntry(session, "character", name, {}, { operation_id: id }), {
          operation_id: id,
        });
      const one = { input_tokens: 10, output_tokens: 1, cost: 0.5 };
      const counted = async () => (await operations.get(id))?.usage?.input_tokens ?? 0;
      const after = await operations.complete(id, 0, "Ana", made("Ana"), undefined, one);
      expect(after).toMatchObject({ usage: one, progress: { completed: 1 } });
      // The name is taken, so nothing is written.
      await expect(operations.complete(id, 1, "Ana", made("Ana"), undefined, one)).rejects.toThrow(
        ConflictError,
      );
      expect(await counted()).toBe(10);
      await operations.tried(id, 1, "x", one);
      await operations.tried(id, 1, "y");
      expect((await operations.items(id))[1]).toMatchObject({ status: "pending", attempts: 2, error: "y" });
      expect(await counted()).toBe(20);
      await operations.fail(id, 1, "z", 1, AT, one);
      expect(await operations.complete(id, 2, "Bo", { at: AT }, undefined, one)).toMatchObject({
        usage: { input_tokens: 40, output_tokens: 4, cost: 2 },
        progress: { completed: 2, failed: 1 },
      });
    });

    test("is counted of an item that nobody wants any longer, which is not written", async () => {
      const { id } = await start(2);
      const { operations } = stores();
      const one = { input_tokens: 10, output_tokens: 1 };
      const pass = () => operations.complete(id, 0, "Ana", { at: AT }, undefined, one);
      expect((await pass())?.progress.completed).toBe(1);
      expect(await pass()).toBeUndefined();
      expect(await operations.fail(id, 0, "x", 1, AT, one)).toBeUndefined();
      await operations.tried(id, 0, "x", one);
      await operations.cancel(id, AT);
      expect(await pass()).toBeUndefined();
      const after = await operations.get(id);
      expect(after).toMatchObject({ usage: { input_tokens: 50 }, progress: { completed: 1, cancelled: 1 } });
      expect((await operations.items(id))[0]).toMatchObject({ status: "completed", attempts: 1 });
    });

    test("both at once lose nothing", async () => {
      const { id } = await start(1);
      const one = { input_tokens: 1, output_tokens: 2, cost: 1 };
      await Promise.all(Array.from({ length: 20 }, () => stores().operations.spent(id, one)));
      expect((await stores().operations.get(id))?.usage).toEqual({
        input_tokens: 20,
        output_tokens: 40,
        cost: 20,
      });
    });

    test("an item that is begun is under way until it ends, and only one that waits is begun", async () => {
      const { id } = await start(3);
      const { operations } = stores();
      await operations.fail(id, 1, "x", 1, AT);
      for (const index of [0, 1]) await operations.begun(id, index);
      expect(await statuses(id)).toEqual(["processing", "failed", "pending"]);
      await operations.cancel(id, AT);
      expect(await statuses(id)).toEqual(["cancelled", "failed", "cancelled"]);
      await operations.begun(id, 0);
      expect(await statuses(id)).toEqual(["cancelled", "failed", "cancelled"]);
    });

    test("a pause and a retry take up what was begun", async () => {
      const { id } = await start(2);
      const { operations } = stores();
      await operations.begun(id, 0);
      await operations.pause(id);
      expect((await operations.resume(id))?.indexes).toEqual([0, 1]);
      await operations.fail(id, 0, "x", 1, AT);
      await operations.fail(id, 1, "x", 1, AT);
      expect((await operations.retry(id))?.indexes).toEqual([0, 1]);
    });
  });
};
