import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Queue } from "../../src/ports/queue.ts";
import { allEnded, ended, job, QUICK, type QueueLab, type QueueProvider, untilAborted } from "./queue.lab.ts";

/** How long a running job may go on after it was cancelled anywhere. */
const ABORT_WITHIN_MS = 1_000;

export function cancelAspect(provider: () => QueueProvider): void {
  describe("cancel", () => {
    let lab: QueueLab;
    let queue: Queue;

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
    });
    afterEach(() => lab.dispose());

    /** Starts a job that only an abort ends; answers once it runs. */
    async function running(on: Queue, attempts = 3) {
      const begun = Promise.withResolvers<void>();
      const runs: string[] = [];
      const worker = await on.work(
        async (run, { signal }) => {
          runs.push(run.id);
          begun.resolve();
          await untilAborted(signal);
        },
        { concurrency: 1 },
      );
      const one = job({ attempts });
      await on.add([one]);
      await begun.promise;
      return { id: one.id, runs, worker };
    }

    test("a waiting job is removed and never runs", async () => {
      const runs: string[] = [];
      const [kept, dropped] = [job(), job()];
      await queue.add([dropped, kept]);
      expect(await queue.cancel([dropped.id, "never-heard-of"])).toEqual([dropped.id]);
      const end = ended(queue, kept.id);
      await queue.work(async (run) => void runs.push(run.id), { concurrency: 1 });
      await end;
      expect(runs).toEqual([kept.id]);
    });

    test("a running job is aborted within a second and not tried again", async () => {
      const { id, runs } = await running(queue);
      const end = ended(queue, id);
      const from = performance.now();
      expect(await queue.cancel([id])).toEqual([]);
      expect(await end).toEqual({ type: "failed", id, name: "test", error: "cancelled" });
      expect(performance.now() - from).toBeLessThan(ABORT_WITHIN_MS);
      expect(runs).toEqual([id]);
      expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
    });

    test("a job running in another process is aborted within a second", async () => {
      const other = await lab.open(QUICK);
      const { id } = await running(other);
      const end = ended(other, id);
      const from = performance.now();
      expect(await queue.cancel([id])).toEqual([]);
      expect(await end).toMatchObject({ type: "failed", error: "cancelled" });
      expect(performance.now() - from).toBeLessThan(ABORT_WITHIN_MS);
    });

    test("a job that waits for its next try is removed", async () => {
      const slow = await lab.open({ ...QUICK, backoffMs: 60_000 });
      const failed = Promise.withResolvers<void>();
      await slow.work(
        async () => {
          failed.resolve();
          throw new Error("later");
        },
        { concurrency: 1 },
      );
      const one = job({ attempts: 2 });
      await slow.add([one]);
      await failed.promise;
      await expect.poll(() => slow.counts()).toMatchObject({ delayed: 1, active: 0 });
      expect(await queue.cancel([one.id])).toEqual([one.id]);
      expect(await queue.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    });

    test("a finished job stays finished", async () => {
      const one = job();
      const runs: number[] = [];
      await queue.work(async () => void runs.push(1), { concurrency: 1 });
      const end = ended(queue, one.id);
      await queue.add([one]);
      await end;
      expect(await queue.cancel([one.id])).toEqual([]);
      const last = job();
      const lastEnd = ended(queue, last.id);
      await queue.add([one, last]);
      await lastEnd;
      expect(runs).toHaveLength(2);
    });

    test("a cancelled job that was forgotten runs again when it is added again", async () => {
      const { id, runs, worker } = await running(queue, 1);
      const end = ended(queue, id);
      await queue.cancel([id]);
      await end;
      await queue.forget([id]);
      await queue.add([job({ id })]);
      await expect.poll(() => runs).toEqual([id, id]);
      await worker.close(0);
    });

    test("of 200 jobs cancelled while they run, each is either removed or ends, and the rest never begins", async () => {
      const batch = Array.from({ length: 200 }, () => job());
      const ids = batch.map((one) => one.id);
      const begun = new Set<string>();
      const enough = Promise.withResolvers<void>();
      const endedIds = new Set<string>();
      queue.onEvent((event) => {
        if (event.type !== "stalled") endedIds.add(event.id);
      });
      await queue.work(
        async (run) => {
          begun.add(run.id);
          if (begun.size === 10) enough.resolve();
        },
        { concurrency: 2 },
      );
      await queue.add(batch);
      await enough.promise;
      const removed = new Set(await queue.cancel(ids));
      const last = job();
      const end = allEnded(queue, [last.id]);
      await queue.add([last]);
      await end;
      expect(removed.size).toBeGreaterThan(0);
      for (const id of ids) {
        if (removed.has(id)) expect(begun).not.toContain(id);
        else expect(endedIds).toContain(id);
      }
    });

    test("ten thousand are cancelled together, the running ones within a second, and can be added again", async () => {
      // With locks as the product has them: ten thousand keep a busy machine longer than the quick ones last.
      const patient = await lab.open();
      const jobs = Array.from({ length: 10_000 }, (_, turn) =>
        job({ priority: 10, share: { group: "P", part: "one", turn } }),
      );
      const ids = jobs.map((one) => one.id);
      const aborted: number[] = [];
      const begun = Promise.withResolvers<void>();
      let running = 0;
      const worker = await patient.work(
        async (_, { signal }) => {
          running += 1;
          if (running === 4) begun.resolve();
          await untilAborted(signal).finally(() => aborted.push(performance.now()));
        },
        { concurrency: 4 },
      );
      await patient.add(jobs);
      await begun.promise;
      const from = performance.now();
      const removed = await patient.cancel(ids);
      await expect.poll(() => patient.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0 });
      // Those that began in the place of the first four are aborted as well.
      expect(removed.length + aborted.length).toBe(jobs.length);
      expect(aborted.length).toBeLessThan(50);
      for (const at of aborted.slice(0, 4)) expect(at - from).toBeLessThan(ABORT_WITHIN_MS);
      await worker.close(0);
      await patient.forget(ids);
      await patient.add(jobs.slice(0, 3));
      expect(await patient.counts()).toEqual({ waiting: 3, active: 0, delayed: 0, failed: 0 });
    });
  });
}
