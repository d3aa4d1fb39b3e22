import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError, ConflictError } from "../../src/domain/errors.ts";
import type { Queue } from "../../src/ports/queue.ts";
import { ended, job, QUICK, type QueueLab, type QueueProvider, untilAborted } from "./queue.lab.ts";

/** What a handler's error means for its job. */
export function retryAspect(provider: () => QueueProvider): void {
  describe("retry", () => {
    let lab: QueueLab;
    let queue: Queue;

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
    });
    afterEach(() => lab.dispose());

    async function attemptsOf(error: () => Error, succeedAt: number, attempts?: number) {
      const tries: { attempt: number; at: number }[] = [];
      await queue.work(
        async (_, { attempt }) => {
          tries.push({ attempt, at: performance.now() });
          if (attempt < succeedAt) throw error();
        },
        { concurrency: 3 },
      );
      const one = job(attempts === undefined ? {} : { attempts });
      const end = ended(queue, one.id);
      await queue.add([one]);
      return { end: await end, tries, id: one.id };
    }

    test("a job that fails is tried again until it succeeds, later each time", async () => {
      const { end, tries } = await attemptsOf(() => new Error("not yet"), 4, 5);
      expect(end.type).toBe("completed");
      expect(tries.map((one) => one.attempt)).toEqual([1, 2, 3, 4]);
      const waits = tries.slice(1).map((one, at) => one.at - (tries[at]?.at ?? 0));
      // 20, 40 and 80 ms, of which up to half is left out at random.
      for (const [at, least] of [10, 20, 40].entries()) expect(waits[at]).toBeGreaterThanOrEqual(least - 1);
      for (const wait of waits) expect(wait).toBeLessThan(1_000);
    });

    test("a job whose tries are used up has failed, with the last error", async () => {
      const { end, tries, id } = await attemptsOf(() => new Error("still broken"), 99, 3);
      expect(end).toEqual({ type: "failed", id, name: "test", error: "still broken" });
      expect(tries).toHaveLength(3);
      expect((await queue.counts()).failed).toBe(1);
    });

    test("without attempts there is one try", async () => {
      const { end, tries } = await attemptsOf(() => new Error("once"), 99);
      expect(end.type).toBe("failed");
      expect(tries).toHaveLength(1);
    });

    test("an error that cannot be cured by trying again fails at once", async () => {
      const { end, tries } = await attemptsOf(() => new AppError("invalid", "a broken rule"), 99, 5);
      expect(end).toMatchObject({ type: "failed", error: "a broken rule" });
      expect(tries).toHaveLength(1);
    });

    test("a retryable AppError is tried again", async () => {
      const { end, tries } = await attemptsOf(() => new ConflictError("someone was first"), 2, 5);
      expect(end.type).toBe("completed");
      expect(tries).toHaveLength(2);
    });

    test("a failed job that was forgotten starts over at the first attempt", async () => {
      const { id, tries } = await attemptsOf(() => new Error("no"), 2, 1);
      await queue.forget([id]);
      const end = ended(queue, id);
      await queue.add([job({ id, attempts: 2 })]);
      expect(await end).toMatchObject({ type: "completed", id });
      expect(tries.map((one) => one.attempt)).toEqual([1, 1, 2]);
    });

    test("a worker told to stop gives its job back, and another runs it as the same attempt", async () => {
      const begun = Promise.withResolvers<void>();
      const worker = await queue.work(
        async (_, { signal }) => {
          begun.resolve();
          await untilAborted(signal);
        },
        { concurrency: 1 },
      );
      const one = job();
      const end = ended(queue, one.id);
      await queue.add([one]);
      await begun.promise;
      await worker.close(0);
      const attempts: number[] = [];
      await queue.work(async (_, { attempt }) => void attempts.push(attempt), { concurrency: 1 });
      expect((await end).type).toBe("completed");
      expect(attempts).toEqual([1]);
    });

    test("a worker with time to finish finishes, and takes nothing new", async () => {
      const begun = Promise.withResolvers<void>();
      const runs: string[] = [];
      const worker = await queue.work(
        async (run, { signal }) => {
          runs.push(run.id);
          begun.resolve();
          await new Promise((resolve) => setTimeout(resolve, 50));
          expect(signal.aborted).toBe(false);
        },
        { concurrency: 1 },
      );
      const [one, two] = [job(), job()];
      const end = ended(queue, one.id);
      await queue.add([one, two]);
      await begun.promise;
      await worker.close(5_000);
      expect((await end).type).toBe("completed");
      expect(runs).toEqual([one.id]);
      expect(await queue.counts()).toMatchObject({ waiting: 1, active: 0 });
    });
  });
}
