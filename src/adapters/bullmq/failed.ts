import type { Queue as BullQueue, IQueueBackend } from "bullmq";
import type { FailedJob } from "../../ports/queue.ts";
import { isCancelled } from "./event-feed.ts";
import { type Envelope, fromBullId } from "./job-codec.ts";

/** Cancelled jobs lie among the failed ones, a worker's worth for each cancellation; past so many the search ends. */
const LOOK_AT_MOST = 1_000;

/** The part of BullMQ's queue it takes. */
export type Readable = Pick<
  BullQueue<Envelope, string, string, Envelope, string, string, IQueueBackend, unknown>,
  "getJobs"
>;

/** Newest first, without the cancelled ones. */
export async function readFailed(queue: Readable, limit: number): Promise<readonly FailedJob[]> {
  const found: FailedJob[] = [];
  for (let from = 0; limit > 0 && from < LOOK_AT_MOST; from += limit) {
    const jobs = await queue.getJobs(["failed"], from, from + limit - 1);
    for (const job of jobs) {
      if (isCancelled(job.progress)) continue;
      found.push({
        id: fromBullId(job.id ?? ""),
        name: job.name,
        attempts: job.attemptsMade,
        error: job.failedReason ?? "",
        at: new Date(job.finishedOn ?? job.timestamp).toISOString(),
      });
      if (found.length === limit) return found;
    }
    if (jobs.length === 0) break;
  }
  return found;
}
