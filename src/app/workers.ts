import { BULK_JOB } from "../features/bulk/job-id.ts";
import type { BulkParts } from "../features/bulk/parts.ts";
import type { Progress } from "../features/bulk/progress.ts";
import { createItemRunner } from "../features/bulk/run-item.ts";
import type { Features } from "../features/features.ts";
import { HOOK_JOB } from "../features/orchestrate/hook-job.ts";
import type { OrchestrateParts } from "../features/orchestrate/parts.ts";
import { createHookRunner } from "../features/orchestrate/run-hook.ts";
import type { Job, JobRun, Worker } from "../ports/queue.ts";
import type { ProductParts } from "./product-parts.ts";
import { createTidying, takeUpAll } from "./tidying.ts";

/** Bulk jobs that one process runs at a time, unless told otherwise. */
const BULK_CONCURRENCY = 8;
/** Hooks and their like that one process runs at a time, beside its bulk work. */
const INTERACTIVE = 4;
/** What a job that ended by itself held is marked as soon as the store, which may be why it ended, takes it. */
const MARK_AGAIN_MS = 1_000;

interface Working {
  readonly parts: ProductParts;
  readonly bulk: BulkParts;
  readonly progress: Progress;
  readonly hooks: OrchestrateParts;
  readonly features: Features;
}

/** What a process that works on the queue starts, takes up and stops. It needs no platform and hears nobody. */
export interface Workers {
  start(): Promise<void>;
  /** Queues what the last process left undone. */
  recover(): Promise<void>;
  stop(): Promise<void>;
}

/** What runs a job, by the job's name. */
interface JobRunner {
  run(job: Job, run: JobRun): Promise<void>;
  /** Its job ended outside of `run`. */
  lost(jobId: string, reason: string): Promise<void>;
}

export function createWorkers({ parts, bulk, progress, hooks, features }: Working): Workers {
  const { queue } = parts.storage;
  const runners = new Map<string, JobRunner>([
    [BULK_JOB, createItemRunner(bulk, progress)],
    [HOOK_JOB, createHookRunner(hooks)],
  ]);
  const tidy = createTidying(parts, features);
  let worker: Worker | undefined;
  let stopped = false;
  const markLost = (name: string, id: string) => {
    runners
      .get(name)
      ?.lost(id, "it was interrupted too often")
      .catch((error: unknown) => {
        parts.logger.warn({ err: error, job_id: id }, "a lost job could not be marked; trying again");
        if (!stopped) parts.clock.after(MARK_AGAIN_MS, () => markLost(name, id));
      });
  };
  return {
    start: async () => {
      queue.onEvent((event) => {
        if (event.type === "failed") markLost(event.name, event.id);
      });
      worker = await queue.work(async (job, run) => runners.get(job.name)?.run(job, run), {
        concurrency: parts.bulkConcurrency ?? BULK_CONCURRENCY,
        interactive: INTERACTIVE,
      });
    },
    recover: () => (parts.shared ? tidy.start() : takeUpAll(features)),
    stop: async () => {
      stopped = true;
      tidy.stop();
      await worker?.close();
    },
  };
}
