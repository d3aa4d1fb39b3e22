import { expect, test } from "vitest";
import { killRounds } from "./kill-rounds.ts";

test("forty kills at random moments: every message is answered once and in order", async () => {
  const { sent, kills, resent } = await killRounds({
    rounds: 40,
    sessions: 4,
    messagesARound: 30,
    killWithinMs: 400,
    seed: 7,
  });
  expect(kills).toBe(40);
  expect(sent).toBeGreaterThan(200);
  expect(resent).toBeGreaterThan(10);
});
