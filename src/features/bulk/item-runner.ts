import type { Job, JobRun } from "../../ports/queue.ts";

export interface ItemRunner {
  run(job: Job, run: JobRun): Promise<void>;
  /** Marks the items of a job that ended outside of `run` (stalled too often). */
  lost(jobId: string, reason: string): Promise<void>;
}
