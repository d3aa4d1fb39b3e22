import { expect, test, vi } from "vitest";
import type { Task } from "../../../../src/features/deliver/board.ts";
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

test("what was read while a post before it failed does not go before that", async () => {
  const clock = new StillClock();
  const waiting = ["Fay", "Gwen"];
  const sent: string[] = [];
  const ends: ((on: boolean) => void)[] = [];
  let gate: Promise<void> = Promise.resolve();
  const deliveries = {
    due: async (_now: Date, _limit: number, except: readonly string[]) => {
      const rows = waiting.filter((name) => !except.includes(name));
      await gate;
      return rows.map((message_id) => ({ message_id }));
    },
    nextDue: async () => undefined,
  };
  const taskOf = ({ message_id: id }: { readonly message_id: string }): Task => ({
    ...{ id, channel: "set", session: "talk", rank: 0 },
    seenTo: () => 0,
    waitMs: () => 0,
    run: async () => {
      sent.push(id);
      const on = await new Promise<boolean>((end) => ends.push(end));
      if (on) waiting.splice(waiting.indexOf(id), 1);
      return on;
    },
  });
  const parts = { clock, deliveries, logger: silent } as unknown as DelivererParts;
  const reader = createReader(parts, async (rows) => rows.map(taskOf));
  reader.kick();
  await vi.waitFor(() => expect(sent).toEqual(["Fay"]));

  const { promise, resolve: open } = Promise.withResolvers<void>();
  gate = promise;
  waiting.push("Hana");
  reader.kick();
  await vi.waitFor(() => expect(reader.board.size).toBe(2));
  ends.shift()?.(false);
  await vi.waitFor(() => expect(reader.board.size).toBe(0));
  open();
  reader.wakeAt(clock.now().getTime());
  clock.pass(100);
  for (const _ of waiting.slice()) {
    await vi.waitFor(() => expect(ends).toHaveLength(1));
    ends.shift()?.(true);
  }
  expect(sent).toEqual(["Fay", "Fay", "Gwen", "Hana"]);
  await reader.stop();
});

test("what was read before there was news is told so", async () => {
  const clock = new StillClock();
  let touched = 0;
  const task: Task = {
    ...{ id: "Fay", channel: "set", session: "talk", rank: 0 },
    seenTo: () => 0,
    waitMs: () => 0,
    touch: () => {
      touched += 1;
    },
    run: async () => true,
  };
  const rows = [[{ message_id: "Fay" }]];
  const deliveries = { due: async () => rows.shift() ?? [], nextDue: async () => undefined };
  const parts = { clock, deliveries, logger: silent } as unknown as DelivererParts;
  const reader = createReader(parts, async (found) => {
    if (found.length > 0) reader.kick();
    return found.map(() => task);
  });
  await reader.drain();
  expect(touched).toBe(1);
  await reader.stop();
});
