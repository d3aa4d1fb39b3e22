import { describe, expect, test } from "vitest";
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
