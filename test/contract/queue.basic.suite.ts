import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job, JobRun, Queue } from "../../src/ports/queue.ts";
import { allEnded, ended, job, QUICK, type QueueLab, type QueueProvider, untilAborted } from "./queue.lab.ts";

/** Adding, running, order, events, counts, forgetting, closing. */
export function basicAspect(provider: () => QueueProvider): void {
  describe("basic", () => {
    let lab: QueueLab;
    let queue: Queue;

    beforeEach(async () => {
      lab = await provider().lab();
      queue = await lab.open(QUICK);
    });
    afterEach(() => lab.dispose());

    test("a job runs with its data, in a worker that was waiting for it", async () => {
      const seen: [Job, JobRun][] = [];
      await queue.work(async (...call) => void seen.push(call), { concurrency: 1 });
      const added = job({
        data: { text: "INT. DINER – NIGHT", list: [1, null, true] },
        priority: 3,
        attempts: 2,
      });
      const end = ended(queue, added.id);
      await queue.add([added]);
      expect(await end).toEqual({ type: "completed", id: added.id, name: added.name });
      expect(seen).toHaveLength(1);
      expect(seen[0]?.[0]).toEqual(added);
      expect(seen[0]?.[1]).toMatchObject({ attempt: 1, attempts: 2 });
      expect(seen[0]?.[1].signal.aborted).toBe(false);
    });

    test.each([null, "words", 7, [], [1], {}, { "": { deep: null } }].map((data) => ({ data })))(
      "$data comes back as it was",
      async ({ data }) => {
        const seen: unknown[] = [];
        await queue.work(async (run) => void seen.push(run.data), { concurrency: 1 });
        const added = job({ data });
        const end = ended(queue, added.id);
        await queue.add([added]);
        await end;
        expect(seen).toEqual([data]);
      },
    );

    test.each(["42", "a:b:c", "%3A", "100%", "ünï 🎬", "op/1?x=y"])(
      "the id %s is an id like any other",
      async (id) => {
        const end = ended(queue, id);
        await queue.work(async () => undefined, { concurrency: 1 });
        await queue.add([job({ id })]);
        expect(await end).toMatchObject({ type: "completed", id });
      },
    );

    test("the same id runs once, added one by one, together, again, and after it has ended", async () => {
      const runs: string[] = [];
      const one = job();
      await queue.add([one]);
      await queue.add([one, one]);
      const after = job();
      const end = allEnded(queue, [one.id, after.id]);
      await queue.work(async (run) => void runs.push(run.id), { concurrency: 1 });
      await queue.add([one]);
      await queue.add([after]);
      await end;
      const last = job();
      const lastEnd = ended(queue, last.id);
      await queue.add([one, last]);
      await lastEnd;
      expect(runs).toEqual([one.id, after.id, last.id]);
    });

    test("a forgotten job can be added again, one that waits or runs is not forgotten", async () => {
      const runs: string[] = [];
      const begun = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const done = job();
      const held = job();
      const waiting = job();
      const first = ended(queue, done.id);
      await queue.work(
        async (run) => {
          runs.push(run.id);
          if (run.id !== held.id) return;
          begun.resolve();
          await gate.promise;
        },
        { concurrency: 1 },
      );
      await queue.add([done]);
      await first;
      await queue.add([held]);
      await begun.promise;
      await queue.add([waiting]);
      await queue.forget([done.id, held.id, waiting.id, "never-heard-of"]);
      const end = allEnded(queue, [done.id, held.id, waiting.id]);
      await queue.add([held, waiting, done]);
      gate.resolve();
      await end;
      expect(runs).toEqual([done.id, held.id, waiting.id, done.id]);
    });

    test.each([
      { what: "interactive work", priorities: [5, 5, 5, 2, 1], order: [4, 3, 0, 1, 2] },
      { what: "bulk", priorities: [12, 12, 12, 11, 10], order: [4, 3, 0, 1, 2] },
    ])(
      "in $what smaller priority numbers go first, equal ones in the order they were added",
      async ({ priorities, order }) => {
        const runs: string[] = [];
        const jobs = priorities.map((priority) => job({ priority }));
        const ids = jobs.map((one) => one.id);
        await queue.add(jobs.slice(0, 3));
        for (const late of jobs.slice(3)) await queue.add([late]);
        const end = allEnded(queue, ids);
        await queue.work(async (run) => void runs.push(run.id), { concurrency: 1 });
        await end;
        expect(runs).toEqual(order.map((at) => ids[at]));
      },
    );

    test("interactive work runs while every worker of bulk is busy, and with its own concurrency", async () => {
      const gate = Promise.withResolvers<void>();
      const busy = Promise.withResolvers<void>();
      const most = { bulk: 0, quick: 0 };
      const now = { bulk: 0, quick: 0 };
      await queue.work(
        async ({ name }) => {
          const lane = name === "bulk" ? "bulk" : "quick";
          now[lane] += 1;
          most[lane] = Math.max(most[lane], now[lane]);
          if (lane === "bulk") {
            if (now.bulk === 2) busy.resolve();
            await gate.promise;
          } else await new Promise((resolve) => setTimeout(resolve, 5));
          now[lane] -= 1;
        },
        { concurrency: 2, interactive: 1 },
      );
      await queue.add(Array.from({ length: 5 }, () => job({ name: "bulk", priority: 10 })));
      await busy.promise;
      const quick = [job({ priority: 9 }), job({ priority: 1 }), job()];
      const end = allEnded(
        queue,
        quick.map((one) => one.id),
      );
      await queue.add(quick);
      await end;
      expect(most).toEqual({ bulk: 2, quick: 1 });
      gate.resolve();
    });

    test("no more jobs run at once than the concurrency, and that many do", async () => {
      const batch = Array.from({ length: 12 }, () => job());
      const end = allEnded(
        queue,
        batch.map((one) => one.id),
      );
      const full = Promise.withResolvers<void>();
      let running = 0;
      let most = 0;
      await queue.add(batch);
      await queue.work(
        async () => {
          running += 1;
          most = Math.max(most, running);
          if (running === 3) full.resolve();
          await full.promise;
          running -= 1;
        },
        { concurrency: 3 },
      );
      await end;
      expect(most).toBe(3);
    });

    test("each of 400 jobs added together runs once between two processes", async () => {
      const other = await lab.open(QUICK);
      const batch = Array.from({ length: 400 }, () => job());
      const runs = new Map<string, number>();
      const end = Promise.withResolvers<void>();
      let ends = 0;
      queue.onEvent((event) => {
        if (event.type !== "completed") return;
        ends += 1;
        if (ends === batch.length) end.resolve();
      });
      const count = async (run: Job): Promise<void> => void runs.set(run.id, (runs.get(run.id) ?? 0) + 1);
      await queue.work(count, { concurrency: 4 });
      await other.work(count, { concurrency: 4 });
      await queue.add(batch);
      await end.promise;
      expect(runs.size).toBe(batch.length);
      expect([...runs.values()].every((times) => times === 1)).toBe(true);
    });

    test("events reach a process that runs nothing, until it stops listening", async () => {
      const watcher = await lab.open(QUICK);
      const heard: unknown[] = [];
      const stop = watcher.onEvent((event) => heard.push(event));
      const one = job({ name: "first" });
      const end = ended(watcher, one.id);
      await queue.work(async () => undefined, { concurrency: 1 });
      await queue.add([one]);
      await end;
      expect(heard).toEqual([{ type: "completed", id: one.id, name: "first" }]);
      stop();
      const two = job();
      const secondEnd = ended(watcher, two.id);
      await queue.add([two]);
      await secondEnd;
      expect(heard).toHaveLength(1);
    });

    test("a listener that throws does not silence the others", async () => {
      queue.onEvent(() => {
        throw new Error("broken listener");
      });
      const [one, two] = [job(), job()];
      await queue.work(async () => undefined, { concurrency: 1 });
      const end = allEnded(queue, [one.id, two.id]);
      await queue.add([one, two]);
      await expect(end).resolves.toHaveLength(2);
    });

    test("counts tell waiting, active, delayed and failed apart", async () => {
      const begun = Promise.withResolvers<void>();
      const fails = job({ data: "fails" });
      const failed = ended(queue, fails.id);
      const worker = await queue.work(
        async (run, { signal }) => {
          if (run.data === "fails") throw new Error("no");
          begun.resolve();
          await untilAborted(signal);
        },
        { concurrency: 1 },
      );
      await queue.add([fails]);
      await failed;
      await queue.add([job(), job(), job()]);
      await begun.promise;
      expect(await queue.counts()).toEqual({ waiting: 2, active: 1, delayed: 0, failed: 1 });
      await worker.close(0);
      expect(await queue.counts()).toEqual({ waiting: 3, active: 0, delayed: 0, failed: 1 });
    });

    test("ping answers while open and throws once closed", async () => {
      await queue.ping();
      expect(queue.provider).toMatch(/^bullmq-/);
    });
  });
}
