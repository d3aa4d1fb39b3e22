import { expect, test, vi } from "vitest";
import { createMemoryBus } from "../../../../src/adapters/memory/bus.ts";
import { openPostgresBus } from "../../../../src/adapters/postgres/bus.ts";
import { Letters } from "../../../../src/adapters/postgres/bus-letters.ts";
import type { PgResult } from "../../../../src/adapters/postgres/pg-pool.ts";
import { silent } from "../../../support/stage.ts";

/** A server that answers when it is told to. */
function slowServer() {
  const sent: string[][] = [];
  let answer: (() => void) | undefined;
  const query = (_text: string, params: readonly unknown[] = []) => {
    sent.push(params[0] as string[]);
    return new Promise<PgResult>((resolve) => {
      answer = () => resolve({ command: "SELECT", rowCount: 0, rows: [] });
    });
  };
  return { sent, database: { query }, answer: () => answer?.() };
}

test("what waits for a server that does not answer is bounded, and the others are told that they missed some", async () => {
  const server = slowServer();
  const bus = await openPostgresBus({
    local: createMemoryBus(() => undefined),
    database: server.database,
    listen: async () => async () => undefined,
    logger: silent,
  });
  bus.publish("t", "first");
  await vi.waitFor(() => expect(server.sent).toHaveLength(1));
  for (let at = 0; at < 12_000; at += 1) bus.publish("t", at);
  server.answer();
  await vi.waitFor(() => expect(server.sent).toHaveLength(2));
  const letters = new Letters();
  const said = server.sent[1]?.map((letter) => letters.read(letter, "me")).at(-1);
  expect(said?.lost).toBe(true);
  expect(said?.events.length).toBeLessThanOrEqual(5_000);
  expect(said?.events.at(-1)).toEqual(["t", 11_999]);
  server.answer();
  await bus.close();
});
