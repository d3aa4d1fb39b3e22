import { expect, test } from "vitest";
import { bulkKillRounds } from "./bulk-rounds.ts";

test("a thousand items, twenty kills at random moments: exactly a thousand, and one true message", async () => {
  const seed = Date.now() % 100_000;
  console.log(`seed ${seed}`);
  const { kills, midway, seen } = await bulkKillRounds({
    kills: [4, 4, 3, 3, 3, 3],
    items: 1_000,
    // Short beside the second and a half that a thousand items take, so that kills meet them under way.
    killWithinMs: 400,
    seed,
  });
  console.log(
    `${midway} of ${kills} kills met an operation under way, with so many items: ${seen.join(" ")}`,
  );
  expect(kills).toBe(20);
  expect(midway).toBeGreaterThan(10);
});
