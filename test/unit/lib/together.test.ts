import { describe, expect, test } from "vitest";
import { together } from "../../../src/lib/together.ts";

/** A run that goes on until it is let go, and what it was given each time. */
function held() {
  const runs: number[][] = [];
  const goOn: (() => void)[] = [];
  const run = async (items: readonly number[]) => {
    runs.push([...items]);
    await new Promise<void>((resolve) => goOn.push(resolve));
    if (items.some((item) => item < 0)) throw new Error(`not ${items.join()}`);
    return items.map((item) => item * 10);
  };
  const next = async () => {
    goOn.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { runs, run, next };
}

describe("together", () => {
  test("runs the first at once, and what comes meanwhile together", async () => {
    const { runs, run, next } = held();
    const ask = together(run, 50);
    const answers = [1, 2, 3].map(ask);
    expect(runs).toEqual([[1]]);
    await next();
    expect(runs).toEqual([[1], [2, 3]]);
    await next();
    expect(await Promise.all(answers)).toEqual([10, 20, 30]);
    void ask(4);
    expect(runs.at(-1)).toEqual([4]);
  });

  test("runs no more than so many at a time", async () => {
    const { runs, run, next } = held();
    const ask = together(run, 2);
    for (const item of [1, 2, 3, 4]) void ask(item);
    await next();
    await next();
    expect(runs).toEqual([[1], [2, 3], [4]]);
  });

  test("lets none fail for another's sake", async () => {
    const { run, next } = held();
    const ask = together(run, 50);
    const answers = Promise.allSettled([1, 2, -3, 4].map(ask));
    for (let step = 0; step < 5; step += 1) await next();
    expect(await answers).toEqual([
      { status: "fulfilled", value: 10 },
      { status: "fulfilled", value: 20 },
      { status: "rejected", reason: new Error("not -3") },
      { status: "fulfilled", value: 40 },
    ]);
  });
});
