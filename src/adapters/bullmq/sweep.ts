import type { Queue as BullQueue, IQueueBackend } from "bullmq";

/** A finished job is kept this long, so that its id is known when it is added again. */
const KEEP_COMPLETED_MS = 3_600_000;
const KEEP_FAILED_MS = 86_400_000;
/** However young they are, no more than this many. */
const KEEP_AT_MOST = 10_000;
/** One statement's worth, some ten milliseconds on PGlite. */
const BATCH = 500;

type Ended = "completed" | "failed";

/** The part of BullMQ's queue it takes. */
export type Sweepable = Pick<
  BullQueue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, unknown>,
  "clean" | "getJobCounts"
>;

/**
 * Removes finished jobs nobody needs. BullMQ's own retention by age or count would do so each time a job ends, and on
 * Postgres reads every kept job for it.
 */
export async function sweep(queue: Sweepable): Promise<void> {
  await remove(queue, "completed", KEEP_COMPLETED_MS, Number.POSITIVE_INFINITY);
  await remove(queue, "failed", KEEP_FAILED_MS, Number.POSITIVE_INFINITY);
  const counts = await queue.getJobCounts("completed", "failed");
  await remove(queue, "completed", 0, (counts.completed ?? 0) - KEEP_AT_MOST);
  await remove(queue, "failed", 0, (counts.failed ?? 0) - KEEP_AT_MOST);
}

async function remove(queue: Sweepable, state: Ended, olderThanMs: number, atMost: number): Promise<void> {
  let left = atMost;
  while (left > 0) {
    const batch = Math.min(BATCH, left);
    const removed = await queue.clean(olderThanMs, batch, state);
    if (removed.length < batch) return;
    left -= removed.length;
  }
}
