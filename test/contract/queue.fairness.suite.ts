import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job, Queue } from "../../src/ports/queue.ts";
import { job, QUICK, type QueueLab, type QueueProvider } from "./queue.lab.ts";

const PLACES = 4;

/** Who goes first when several want much. */
export function fairnessAspect(provider: () => QueueProvider): void {
  describe("fairness", () => {
    let lab: QueueLab;
    let queue: Queue;
    /** The parts of the jobs begun, in that order. */
    let order: string[];

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
      order = [];
    });
    afterEach(() => lab.dispose());

    const operation = (part: string, group: string, count: number): Job[] =>
      Array.from({ length: count }, (_, turn) =>
        job({ name: part, priority: 10, share: { group, part, turn } }),
      );

    /** Works until `until` jobs have begun, then answers. */
    async function work(on: Queue): Promise<(until: number) => Promise<void>> {
      let wake = () => {};
      await on.work(
        async ({ name }) => {
          order.push(name);
          wake();
        },
        { concurrency: PLACES },
      );
      return (until) =>
        new Promise((resolve) => {
          wake = () => {
            if (order.length >= until) resolve();
          };
          wake();
        });
    }

    const share = (of: string, from: number, to: number): number =>
      order.slice(from, to).filter((part) => part === of).length;

    test.each([
      { what: "of another project", group: "Q", within: 40 },
      { what: "of the same project", group: "P", within: 60 },
    ])("10 jobs $what begin beside 1,000 that were there before", async ({ group, within }) => {
      const begun = await work(queue);
      await queue.add(operation("large", "P", 1_000));
      await begun(50);
      await queue.add(operation("small", group, 10));
      const from = order.length;
      await begun(1_010);
      expect(share("small", 0, from + within)).toBe(10);
      expect(order).toHaveLength(1_010);
    });

    test("so it is where one process adds and another works", async () => {
      const begun = await work(await lab.open(QUICK));
      await queue.add(operation("large", "P", 500));
      await begun(50);
      await queue.add(operation("small", "Q", 10));
      const from = order.length;
      await begun(510);
      expect(share("small", 0, from + 40)).toBe(10);
    });

    test("an operation that comes later neither overtakes the one before it nor waits for its end", async () => {
      await queue.add(operation("first", "P", 200));
      const begun = await work(queue);
      await begun(100);
      await queue.add(operation("second", "Q", 200));
      const from = order.length + 20;
      await begun(from + 60);
      expect(share("first", from, from + 60)).toBeGreaterThanOrEqual(20);
      expect(share("second", from, from + 60)).toBeGreaterThanOrEqual(20);
      await begun(400);
    });

    test("a project does not take over by starting many operations", async () => {
      for (const number of [1, 2, 3, 4, 5, 6]) await queue.add(operation(`P${number}`, "P", 60));
      await queue.add(operation("Q", "Q", 20));
      const begun = await work(queue);
      await begun(380);
      // One turn in seven would be 140 jobs for the twenty.
      expect(share("Q", 0, 75)).toBe(20);
      for (const number of [1, 2, 3, 4, 5, 6]) expect(share(`P${number}`, 0, 75)).toBeGreaterThan(0);
    });

    test("what comes in batches takes the turns that are its own", async () => {
      const large = operation("large", "P", 300);
      for (let at = 0; at < 300; at += 100) await queue.add(large.slice(at, at + 100));
      await queue.add(operation("other", "Q", 100));
      const begun = await work(queue);
      await begun(400);
      expect(share("other", 0, 210)).toBeGreaterThanOrEqual(90);
    });

    test("jobs come back as they were added, whatever turn they got", async () => {
      const seen: Job[] = [];
      const added = operation("one", "P", 3);
      await queue.add(added);
      await queue.work(async (run) => void seen.push(run), { concurrency: 1 });
      await expect.poll(() => seen.length).toBe(3);
      expect(seen).toEqual(added.map((one) => ({ ...one, attempts: 1 })));
    });

    test("while others wait, the long jobs of one project leave them a place, and alone it has all", async () => {
      const gates: (() => void)[] = [];
      let long = 0;
      let most = 0;
      await queue.work(
        async ({ name }) => {
          order.push(name);
          if (name !== "long") return;
          long += 1;
          most = Math.max(most, long);
          await new Promise<void>((resolve) => gates.push(resolve));
          long -= 1;
        },
        { concurrency: PLACES },
      );
      await queue.add(operation("long", "P", 12));
      await expect.poll(() => long).toBe(PLACES);
      await queue.add(operation("short", "Q", 6));
      gates.shift()?.();
      // One place came free; by turns alone the next long job would have taken it after the first short one.
      await expect.poll(() => share("short", 0, order.length)).toBe(6);
      await expect.poll(() => long).toBe(PLACES);
      for (let ended = 0; ended < 11; ended += 1) {
        await expect.poll(() => gates.length).toBeGreaterThan(0);
        gates.shift()?.();
      }
      await expect.poll(() => queue.counts()).toMatchObject({ active: 0, waiting: 0, delayed: 0 });
      expect(most).toBe(PLACES);
      expect(order).toHaveLength(18);
    });
  });
}
