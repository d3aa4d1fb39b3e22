import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Queue } from "../../src/ports/queue.ts";
import { type CrashLab, ended, QUICK, type QueueProvider } from "./queue.lab.ts";

/** A killed worker's lock has to end and two looks have to pass; the rest is a slow machine. */
const RECOVER_WITHIN_MS = 5_000;
/** A process with nothing left to do ends at once. */
const EXIT_WITHIN_MS = 5_000;

/** What is left of a process that was killed, and of one that closed. */
export function recoveryAspect(provider: () => QueueProvider): void {
  describe("recovery", { timeout: 60_000 }, () => {
    let lab: CrashLab;
    const opened: Queue[] = [];

    beforeEach(async () => {
      lab = await provider().crashLab();
    });
    afterEach(async () => {
      for (const queue of opened.splice(0)) await queue.close();
      await lab.dispose();
    });

    async function child(mode: string, until: string, id = ""): Promise<ChildProcess> {
      const file = join(import.meta.dirname, "queue.child.ts");
      const process_ = spawn(process.execPath, [file, mode, JSON.stringify(lab.child), id], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let said = "";
      for await (const chunk of process_.stdout ?? []) {
        said += String(chunk);
        if (said.includes(until)) return process_;
      }
      throw new Error(`The child ended without saying ${until}: ${said}`);
    }

    test("a job whose process was killed in the middle of it runs again, and ends once", async () => {
      const id = "op:crash:1";
      const killed = await child("hang", "running", id);
      killed.kill("SIGKILL");
      await once(killed, "exit");
      const queue = await lab.openAfter(QUICK);
      const from = performance.now();
      opened.push(queue);
      const ends: string[] = [];
      queue.onEvent((event) => {
        if (event.type !== "stalled") ends.push(`${event.type} ${event.id}`);
      });
      const end = ended(queue, id);
      const attempts: number[] = [];
      await queue.work(async (_, { attempt }) => void attempts.push(attempt), { concurrency: 2 });
      expect(await end).toEqual({ type: "completed", id, name: "test" });
      expect(performance.now() - from).toBeLessThan(RECOVER_WITHIN_MS);
      expect(attempts).toEqual([1]);
      expect(ends).toEqual([`completed ${id}`]);
    });

    test("a job cancelled while its process was dead does not run again", async () => {
      const id = "op:crash:2";
      const killed = await child("hang", "running", id);
      killed.kill("SIGKILL");
      await once(killed, "exit");
      const queue = await lab.openAfter(QUICK);
      opened.push(queue);
      await queue.cancel([id]);
      const runs: string[] = [];
      await queue.work(async (run) => void runs.push(run.id), { concurrency: 1 });
      await expect
        .poll(() => queue.counts(), { timeout: RECOVER_WITHIN_MS })
        .toMatchObject({ active: 0, waiting: 0 });
      expect(runs).toEqual([]);
    });

    test("a process that closed its queue has nothing left that keeps it alive", async () => {
      const closing = await child("finish", "closed");
      const from = performance.now();
      if (closing.exitCode === null) await once(closing, "exit");
      expect(performance.now() - from).toBeLessThan(EXIT_WITHIN_MS);
      expect(closing.exitCode).toBe(0);
    });
  });
}
