import { expect, test, vi } from "vitest";
import type { DelivererParts } from "../../../../src/features/deliver/parts.ts";
import { createReader } from "../../../../src/features/deliver/reader.ts";
import { StillClock, silent } from "../../../support/stage.ts";

test("what falls due while the outbox is read is not left lying", async () => {
  const clock = new StillClock();
  const dueAt = clock.now().getTime() + 1;
  const asked: number[] = [];
  const deliveries = {
    // A timer may ring a moment early: nothing is due yet, and a moment later it is.
    due: async (now: Date) => {
      asked.push(now.getTime());
      clock.pass(2);
      return [];
    },
    nextDue: async (after?: Date) => (dueAt > (after?.getTime() ?? 0) ? new Date(dueAt) : undefined),
  };
  const parts = { clock, deliveries, logger: silent } as unknown as DelivererParts;
  const reader = createReader(parts, async () => []);
  await reader.drain();
  clock.pass(100);
  await vi.waitFor(() => expect(asked.at(-1)).toBeGreaterThanOrEqual(dueAt));
  await reader.stop();
});
