import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Queue } from "../../src/ports/queue.ts";
import { type CrashLab, ended, job, QUICK, type QueueProvider } from "./queue.lab.ts";

const JOBS = 300;
/** Added once the last worker is there. */
const LATE_JOBS = 100;

/** Workers in processes of their own, on one queue at the same time. */
export function processesAspect(provider: () => QueueProvider, reasonToSkip: string | undefined): void {
  if (reasonToSkip !== undefined) {
    describe("processes", () => test.skip(`are not tested: ${reasonToSkip}`, () => undefined));
    return;
  }
  describe("processes", { timeout: 60_000 }, () => {
    let lab: CrashLab;
    let queue: Queue;
    const children: ChildProcess[] = [];

    beforeEach(async () => {
      lab = await provider().crashLab();
      queue = await lab.openAfter(QUICK);
    });
    afterEach(async () => {
      for (const child of children.splice(0)) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      await queue.close();
      await lab.dispose();
    });

    /** A process that works; `heard` is called with each line it says. */
    function start(mode: string, heard: (line: string) => void, id = ""): ChildProcess {
      const file = join(import.meta.dirname, "queue.child.ts");
      const child = spawn(process.execPath, [file, mode, JSON.stringify(lab.child), id], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.push(child);
      createInterface({ input: child.stdout }).on("line", heard);
      return child;
    }

    test("one of two is killed in the middle of its work, another joins: each job ends once, none is lost", async () => {
      const by = new Map<string, string[]>();
      const note = (who: string) => (line: string) =>
        void (line.startsWith("done ") && by.set(who, [...(by.get(who) ?? []), line.slice(5)]));
      const ends = new Map<string, number>();
      const all = Promise.withResolvers<void>();
      queue.onEvent((event) => {
        if (event.type === "stalled") return;
        ends.set(event.id, (ends.get(event.id) ?? 0) + 1);
        if (event.type === "failed") all.reject(new Error(`${event.id} failed: ${event.error}`));
        if (ends.size === JOBS) all.resolve();
      });
      const jobs = Array.from({ length: JOBS }, (_, turn) =>
        job({ priority: 10, attempts: 2, share: { group: "P", part: "one", turn } }),
      );
      await queue.add(jobs.slice(0, -LATE_JOBS));
      const killed = start("work", note("killed"));
      start("work", note("kept"));
      await expect
        .poll(() => [...by.values()].map((done) => done.length > 10), { timeout: 20_000 })
        .toEqual([true, true]);
      killed.kill("SIGKILL");
      const joined = Promise.withResolvers<void>();
      start("work", (line) => (line === "ready" ? joined.resolve() : note("joined")(line)));
      await joined.promise;
      await queue.add(jobs.slice(-LATE_JOBS));
      await all.promise;
      expect(new Set(ends.keys())).toEqual(new Set(jobs.map(({ id }) => id)));
      expect([...ends.values()].every((count) => count === 1)).toBe(true);
      const done = [...by.values()].flat();
      // Run twice is only what the killed one had not told the queue: no more than it ran at a time.
      expect(new Set(done).size).toBeGreaterThanOrEqual(JOBS - 4);
      expect(done.length - new Set(done).size).toBeLessThanOrEqual(4);
      expect(by.get("joined")?.length).toBeGreaterThan(0);
      await expect.poll(() => queue.counts()).toMatchObject({ waiting: 0, active: 0, delayed: 0, failed: 0 });
    });

    test("what runs in another process hears within a second that it is cancelled", async () => {
      const running = Promise.withResolvers<void>();
      const id = "op:processes:1";
      start("hang", () => running.resolve(), id);
      await running.promise;
      const end = ended(queue, id);
      const from = performance.now();
      await queue.cancel([id, ...Array.from({ length: 1_000 }, (_, at) => `op:unknown:${at}`)]);
      expect(await end).toMatchObject({ type: "failed", error: "cancelled" });
      expect(performance.now() - from).toBeLessThan(1_000);
    });
  });
}
