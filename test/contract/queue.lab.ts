import type { QueueTimings } from "../../src/adapters/bullmq/connection.ts";
import type { Job, JobEvent, Queue } from "../../src/ports/queue.ts";

/** What a child process needs to work on a queue of its own accord. */
export type ChildConfig =
  | { readonly kind: "redis" | "server"; readonly url: string; readonly name: string }
  | { readonly kind: "folder"; readonly dataDir: string; readonly name: string };

/** A place for jobs of one test's own. */
export interface QueueLab {
  /** Opens the queue; opened twice, the two know one another through the backend only, as two processes do. */
  open(timings?: Partial<QueueTimings>): Promise<Queue>;
  dispose(): Promise<void>;
}

/** A place for jobs that a child process can work in, and that is opened here after the child was killed. */
export interface CrashLab {
  readonly child: ChildConfig;
  /** `soleOwner` as the program has it: an embedded database belongs to one process, Redis to several. */
  openAfter(timings: Partial<QueueTimings>): Promise<Queue>;
  dispose(): Promise<void>;
}

export interface QueueProvider {
  readonly name: string;
  lab(): Promise<QueueLab>;
  crashLab(): Promise<CrashLab>;
  dispose(): Promise<void>;
}

export const QUICK: Partial<QueueTimings> = { backoffMs: 20, lockMs: 400, stalledMs: 150 };

let jobs = 0;

/** With colons, as ids made of several parts have them. */
export function job(fields: Partial<Job> = {}): Job {
  jobs += 1;
  return { id: `op:${process.pid}:${jobs}`, name: "test", data: { n: jobs }, ...fields };
}

/** Resolves with the event that ends the job for good, whatever it is. */
export function ended(queue: Queue, id: string): Promise<JobEvent> {
  return new Promise((resolve) => {
    const stop = queue.onEvent((event) => {
      if (event.type === "stalled" || event.id !== id) return;
      stop();
      resolve(event);
    });
  });
}

/** Resolves when every one of the ids has ended for good. */
export async function allEnded(queue: Queue, ids: readonly string[]): Promise<readonly JobEvent[]> {
  return Promise.all(ids.map((id) => ended(queue, id)));
}

/** Never resolves by itself; rejects once the run is aborted. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")), { once: true });
  });
}
