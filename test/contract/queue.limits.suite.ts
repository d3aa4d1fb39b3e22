import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RateLimitedError } from "../../src/domain/errors.ts";
import type { Job, JobRun, Queue } from "../../src/ports/queue.ts";
import { allEnded, ended, job, QUICK, type QueueLab, type QueueProvider } from "./queue.lab.ts";

const PLACES = 4;
const REST_MS = 700;

/** What a provider's rate limit means for the jobs. */
export function limitsAspect(provider: () => QueueProvider): void {
  describe("rate limits", () => {
    let lab: QueueLab;
    let queue: Queue;

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
    });
    afterEach(() => lab.dispose());

    const bulk = (count: number): Job[] =>
      Array.from({ length: count }, () => job({ name: "bulk", priority: 10, attempts: 2 }));

    /** A provider that closes for a while at its tenth call. */
    function strict() {
      const calls: { at: number; id: string; attempt: number; refused: boolean }[] = [];
      let closedUntil = 0;
      const ask = async ({ id }: Job, { attempt }: JobRun): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        const at = performance.now();
        if (calls.length === 9) closedUntil = at + REST_MS;
        const refused = at < closedUntil;
        calls.push({ at, id, attempt, refused });
        if (refused) throw new RateLimitedError("wait", closedUntil - at);
      };
      return { calls, ask };
    }

    test("all workers rest, in every process; no try is used up, and everything ends", async () => {
      const { calls, ask } = strict();
      const other = await lab.open(QUICK);
      const jobs = bulk(40);
      const end = allEnded(
        queue,
        jobs.map((one) => one.id),
      );
      await queue.add(jobs);
      await queue.work(ask, { concurrency: PLACES });
      await other.work(ask, { concurrency: PLACES });
      expect((await end).every(({ type }) => type === "completed")).toBe(true);
      const refused = calls.filter((call) => call.refused);
      // Each place is refused once at most: by then no other job is claimed.
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThanOrEqual(2 * PLACES);
      expect(calls).toHaveLength(jobs.length + refused.length);
      expect(calls.every(({ attempt }) => attempt === 1)).toBe(true);
      expect(await queue.failed(5)).toEqual([]);
    });

    test("other work goes on meanwhile, and comes before what waited", async () => {
      const { calls, ask } = strict();
      const quick: number[] = [];
      await queue.work(
        async (one, run) => {
          if (one.name === "bulk") return ask(one, run);
          quick.push(performance.now());
        },
        { concurrency: PLACES },
      );
      const jobs = bulk(30);
      const end = allEnded(
        queue,
        jobs.map((one) => one.id),
      );
      await queue.add(jobs);
      await expect.poll(() => calls.some((call) => call.refused)).toBe(true);
      const hook = job({ priority: 8 });
      const hookEnd = ended(queue, hook.id);
      await queue.add([hook]);
      expect(await hookEnd).toMatchObject({ type: "completed" });
      await end;
      const resumed = calls.find((call) => !call.refused && call.at > (calls[9]?.at ?? 0) + REST_MS - 50);
      expect(quick[0]).toBeLessThan(resumed?.at ?? 0);
    });

    test("an interactive job that is turned away waits by itself", async () => {
      const runs: { id: string; attempt: number; at: number }[] = [];
      const limited = job({ priority: 8, attempts: 2 });
      await queue.work(
        async ({ id }, { attempt }) => {
          runs.push({ id, attempt, at: performance.now() });
          if (id === limited.id && runs.length === 1) throw new RateLimitedError("wait", 400);
        },
        { concurrency: 1 },
      );
      const [limitedEnd, after] = [ended(queue, limited.id), job({ priority: 9 })];
      await queue.add([limited]);
      await expect.poll(() => runs.length).toBe(1);
      await queue.add([after]);
      await limitedEnd;
      expect(runs.map(({ id, attempt }) => [id, attempt])).toEqual([
        [limited.id, 1],
        [after.id, 1],
        [limited.id, 1],
      ]);
      expect((runs[2]?.at ?? 0) - (runs[0]?.at ?? 0)).toBeGreaterThanOrEqual(390);
    });

    test("a job that is turned away without end has failed in the end", { timeout: 60_000 }, async () => {
      let runs = 0;
      await queue.work(
        async () => {
          runs += 1;
          throw new RateLimitedError("never", 1);
        },
        { concurrency: 1 },
      );
      const one = job({ priority: 10, attempts: 1 });
      const end = ended(queue, one.id);
      await queue.add([one]);
      expect(await end).toMatchObject({ type: "failed", error: "never" });
      expect(runs).toBeGreaterThan(50);
      expect(runs).toBeLessThan(150);
    });

    test("what rests can be cancelled, and a worker that rests closes at once", async () => {
      let runs = 0;
      const worker = await queue.work(
        async () => {
          runs += 1;
          throw new RateLimitedError("wait", 60_000);
        },
        { concurrency: 1 },
      );
      const jobs = bulk(5);
      const ids = jobs.map((one) => one.id);
      await queue.add(jobs);
      await expect.poll(() => runs).toBe(1);
      await expect.poll(() => queue.counts()).toMatchObject({ active: 0, waiting: 5 });
      expect(await queue.cancel(ids)).toEqual(ids);
      const from = performance.now();
      await worker.close();
      expect(performance.now() - from).toBeLessThan(2_000);
      expect(runs).toBe(1);
    });
  });
}
