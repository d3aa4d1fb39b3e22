import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../src/domain/errors.ts";
import type { Job, Queue } from "../../src/ports/queue.ts";
import { allEnded, ended, job, QUICK, type QueueLab, type QueueProvider, untilAborted } from "./queue.lab.ts";

/** What failed for good stays visible until it is forgotten. */
export function failedAspect(provider: () => QueueProvider): void {
  describe("failed", () => {
    let lab: QueueLab;
    let queue: Queue;

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
    });
    afterEach(() => lab.dispose());

    /** Runs the jobs, each of which throws what it carries; one with null goes well. */
    async function fail(jobs: readonly Job[]): Promise<void> {
      const worker = await queue.work(
        async ({ data }) => {
          if (typeof data === "string") throw new Error(data);
        },
        { concurrency: 1 },
      );
      for (const one of jobs) {
        const end = ended(queue, one.id);
        await queue.add([one]);
        await end;
      }
      await worker.close();
    }

    test("nothing failed: nothing is shown", async () => {
      await fail([job({ data: null }), job({ data: null, priority: 12 })]);
      expect(await queue.failed(10)).toEqual([]);
    });

    test("newest first, with tries, the last error and the time", async () => {
      const before = Date.now();
      const once = job({ name: "first", data: "a broken rule", priority: 12 });
      const thrice = job({ name: "second", data: "no answer", attempts: 3 });
      await fail([once, job({ data: null }), thrice]);
      const failed = await queue.failed(10);
      expect(failed).toEqual([
        { id: thrice.id, name: "second", attempts: 3, error: "no answer", at: expect.any(String) },
        { id: once.id, name: "first", attempts: 1, error: "a broken rule", at: expect.any(String) },
      ]);
      for (const { at } of failed) {
        expect(Date.parse(at)).toBeGreaterThanOrEqual(before);
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
      }
    });

    test("no more than asked for, the newest of them", async () => {
      const jobs = ["1", "2", "3", "4"].map((data, at) => job({ data, priority: at % 2 === 0 ? 5 : 12 }));
      await fail(jobs);
      expect((await queue.failed(2)).map((one) => one.error)).toEqual(["4", "3"]);
      expect(await queue.failed(0)).toEqual([]);
    });

    test("a cancelled job is none of them, and hides none", async () => {
      const broken = job({ data: "broken" });
      await fail([broken]);
      const begun = Promise.withResolvers<void>();
      let count = 0;
      await queue.work(
        async (_, { signal }) => {
          count += 1;
          if (count === 3) begun.resolve();
          await untilAborted(signal);
        },
        { concurrency: 3 },
      );
      const running = [job(), job(), job()];
      const ids = running.map((one) => one.id);
      const end = allEnded(queue, ids);
      await queue.add(running);
      await begun.promise;
      await queue.cancel(ids);
      await end;
      expect((await queue.failed(2)).map((one) => one.id)).toEqual([broken.id]);
    });

    test("forgotten, it is gone", async () => {
      const [kept, dropped] = [job({ data: "kept" }), job({ data: "dropped", priority: 12 })];
      await fail([kept, dropped]);
      await queue.forget([dropped.id]);
      expect((await queue.failed(5)).map((one) => one.id)).toEqual([kept.id]);
    });

    test("an error that no other try can cure is there after the first", async () => {
      const end = Promise.withResolvers<void>();
      queue.onEvent(() => end.resolve());
      await queue.work(
        async () => {
          throw new AppError("invalid", "a broken rule");
        },
        { concurrency: 1 },
      );
      await queue.add([job({ attempts: 5 })]);
      await end.promise;
      expect(await queue.failed(1)).toMatchObject([{ attempts: 1, error: "a broken rule" }]);
    });
  });
}
