import { describe, expect, test } from "vitest";
import { type EvalCase, loadCases, requestOf } from "../../../../bench/eval-cases.ts";
import { add, empty, score, type Tally } from "../../../../bench/eval-score.ts";
import { readOffline } from "../../../../src/adapters/offline/read.ts";

/** The least the labelled messages must reach; `npm run eval` prints the figures. */
const GOALS = { entities: 0.9, attributes: 0.8, relationships: 0.75 } as const;
const MOST_FALSE_CHANGES = 0.02;

const cases = loadCases().map((one) => ({ one, result: score(one, readOffline(requestOf(one))) }));

describe.each([
  ["tuned", false],
  ["held out", true],
])("%s messages", (_, held) => {
  const part = cases.filter(({ one }) => (one.held_out ?? false) === held);

  test.each(Object.entries(GOALS) as [keyof typeof GOALS, number][])(
    "F1 of %s is at least %d",
    (measure, goal) => {
      const sum = empty();
      for (const { result } of part) add(sum, result[measure]);
      expect(f1(sum)).toBeGreaterThanOrEqual(goal);
    },
  );

  test("talk that states nothing changes nothing", () => {
    const silent = part.filter(({ one }) => statesNothing(one));
    const changed = silent.filter(({ result }) => result.changes).map(({ one }) => one.text);
    expect(changed.length / silent.length, changed.join("\n")).toBeLessThanOrEqual(MOST_FALSE_CHANGES);
  });
});

function statesNothing(one: EvalCase): boolean {
  return one.set === "questions" || one.set.endsWith("negatives");
}

function f1({ right, wrong, missed }: Tally): number {
  return (2 * right) / (2 * right + wrong + missed);
}
