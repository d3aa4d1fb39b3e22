import { expect, test } from "vitest";
import { killRounds } from "./kill-rounds.ts";

test("killed at random moments, every message is answered once and in order", {
  timeout: 120_000,
}, async () => {
  const { sent, kills } = await killRounds({
    rounds: 2,
    sessions: 3,
    messagesARound: 30,
    killWithinMs: 250,
    seed: Date.now() % 10_000,
  });
  expect(kills).toBe(2);
  expect(sent).toBeGreaterThan(4);
});
