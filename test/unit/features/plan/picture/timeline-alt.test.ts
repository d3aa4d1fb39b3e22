import { expect, test } from "vitest";
import { timelineAlt } from "../../../../../src/features/plan/picture/timeline-alt.ts";
import { manySteps, STATES, sampleView } from "./sample-view.ts";

test("says what the picture says, with the names as people wrote them", () => {
  const view = sampleView(STATES, (index) => `夜班 ${index + 1}`);
  expect(timelineAlt(view, { title: "夜のシフト" })).toBe(
    "夜のシフト: 3 of 7 steps done (43 %). Now: 夜班 4 (so far: 1 of 2 characters confirmed, no logline). " +
      "Next: Draft a logline; Add a character. Done: 夜班 1. Skipped: 夜班 2. Out of date: 夜班 3. " +
      "Open: 夜班 5. Blocked: 夜班 6. Locked: 夜班 7.",
  );
});

test("stays short enough for every platform, and counts what it leaves out", () => {
  const view = sampleView(manySteps(200), (index) => `A rather long name of step ${index + 1} `.repeat(3));
  const alt = timelineAlt(view, { title: "Long ".repeat(60) });
  expect(alt.length).toBeLessThanOrEqual(1_000);
  expect(alt).toMatch(/and \d+ more/);
});
