import { describe, expect, test } from "vitest";
import { ConflictError } from "../../src/domain/errors.ts";
import type { Session } from "../../src/domain/session.ts";
import type { MadeItem } from "../../src/ports/operation-store.ts";
import { anEntry, creation } from "./bible-samples.ts";
import { anOperation, aRecord, aStage } from "./samples.ts";
import type { StoreSuite } from "./store-suite.ts";
import { recounted } from "./tally-turns.ts";

/** Several items that end in one write, all or nothing. */
export const operationTogetherSuite: StoreSuite = (stores) => {
  const start = async (total: number) => {
    const { session } = await aStage(stores());
    const operation = anOperation(session, total);
    await stores().turns.commit(aRecord(session, { operation: { operation, items: total } }));
    return { session, operation, made: itemsOf(session, operation.id) };
  };
  const itemsOf =
    (session: Session, operation_id: string) =>
    (...named: readonly (readonly [number, string])[]): MadeItem[] =>
      named.map(([index, name]) => {
        const entry = anEntry(session, "character", name, { role: "lead" }, { operation_id });
        return { index, name, change: creation(session, entry, { operation_id }) };
      });
  const cast = async (session: Session) =>
    (await stores().bible.list(session.project_id, { limit: 50 })).map(({ name }) => name);

  describe("operations: items together", () => {
    test("are written as each would be by itself", async () => {
      const { session, operation, made } = await start(3);
      const seen = await stores().messages.lastSeq(session.id);
      const items = made([0, "Ana"], [2, "Bo"]);
      expect(await stores().operations.completeAll(operation.id, items)).toEqual({
        ...operation,
        status: "processing",
        progress: { completed: 2, total: 3, failed: 0, cancelled: 0 },
      });
      expect(await cast(session)).toEqual(["Ana", "Bo"]);
      expect(await stores().operations.items(operation.id)).toEqual([
        { index: 0, status: "completed", name: "Ana", entry_id: items[0]?.change.entry_id, attempts: 1 },
        { index: 1, status: "pending", attempts: 0 },
        { index: 2, status: "completed", name: "Bo", entry_id: items[1]?.change.entry_id, attempts: 1 },
      ]);
      const feed = await stores().messages.feed(session.id, seen, 10);
      expect(feed.map(({ frame }) => frame)).toEqual(
        items.map(({ change: { before: _before, after: _after, ...told } }) => ({
          type: "change",
          change: told,
        })),
      );
      const totals = await stores().projects.totals(session.project_id);
      expect(totals.counts.character).toBe(2);
      expect(totals.tallies).toEqual(await recounted(stores(), session.project_id));
    });

    test("end the operation with the last of them", async () => {
      const { operation, made } = await start(2);
      const items = made([0, "Ana"], [1, "Bo"]);
      expect(await stores().operations.completeAll(operation.id, items)).toMatchObject({
        status: "completed",
        ended_at: items[1]?.change.at,
      });
    });

    test("are none of them written when one is no longer wanted", async () => {
      const { session, operation, made } = await start(3);
      await stores().operations.completeAll(operation.id, made([1, "Ana"]));
      expect(await stores().operations.completeAll(operation.id, made([0, "Bo"], [1, "Cy"]))).toBeUndefined();
      expect(await cast(session)).toEqual(["Ana"]);
      expect(await stores().operations.get(operation.id)).toMatchObject({ progress: { completed: 1 } });
      expect(await stores().operations.completeAll("opn_never", made([0, "Bo"]))).toBeUndefined();
    });

    test("are none of them written when a name is taken, by others or among themselves", async () => {
      const { session, operation, made } = await start(4);
      await stores().operations.completeAll(operation.id, made([0, "Ana"]));
      for (const second of ["Ana", "Cy"])
        await expect(
          stores().operations.completeAll(operation.id, made([1, "Cy"], [2, second])),
        ).rejects.toThrow(ConflictError);
      expect(await cast(session)).toEqual(["Ana"]);
      expect(await stores().operations.get(operation.id)).toMatchObject({ progress: { completed: 1 } });
    });
  });
};
