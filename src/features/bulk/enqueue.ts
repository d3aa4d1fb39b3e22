import { backoffMs } from "../../lib/backoff.ts";
import type { Job } from "../../ports/queue.ts";
import type { BulkParts } from "./parts.ts";

/**
 * Queues the jobs of what is stored already. A queue that is away is tried again for as long as this process lives: the
 * work is begun, and nobody would begin it a second time. Adding a job twice adds it once.
 */
export async function enqueue(
  parts: Pick<BulkParts, "queue" | "clock" | "logger">,
  jobs: readonly Job[],
  tries = 1,
): Promise<void> {
  try {
    await parts.queue.add(jobs);
  } catch (error) {
    parts.logger.warn(
      { err: error, jobs: jobs.length, tries },
      "bulk work could not be queued; trying again",
    );
    parts.clock.after(backoffMs(tries), () => void enqueue(parts, jobs, tries + 1));
  }
}
