import { expect, test } from "vitest";
import { createInTurn } from "../../../src/lib/in-turn.ts";

test("work of one key runs in order, one at a time, and a failure does not stop what follows", async () => {
  const inTurn = createInTurn();
  const log: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inTurn("a", async () => {
    await gate.promise;
    log.push("a1");
    throw new Error("broken");
  });
  const second = inTurn("a", async () => log.push("a2"));
  await inTurn("b", async () => log.push("b1"));
  expect(log).toEqual(["b1"]);
  gate.resolve();
  await expect(first).rejects.toThrow("broken");
  await second;
  expect(log).toEqual(["b1", "a1", "a2"]);
});
