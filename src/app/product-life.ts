import { BULK_JOB } from "../features/bulk/job-id.ts";
import type { BulkParts } from "../features/bulk/parts.ts";
import type { Progress } from "../features/bulk/progress.ts";
import { createItemRunner } from "../features/bulk/run-item.ts";
import type { Conductor } from "../features/converse/conductor.ts";
import type { Deliverer } from "../features/deliver/deliverer.ts";
import type { Features } from "../features/features.ts";
import { HOOK_JOB } from "../features/orchestrate/hook-job.ts";
import type { OrchestrateParts } from "../features/orchestrate/parts.ts";
import { createHookRunner } from "../features/orchestrate/run-hook.ts";
import type { Job, JobRun, Worker } from "../ports/queue.ts";
import type { Product, ProductParts } from "./product-parts.ts";

/** Jobs that one process runs at a time. Offline one is as fast as many; with a model the waiting overlaps. */
const WORKERS = 8;
/** Feed frames are for catching up; who was away longer loads the session anew. */
const FEED_DAYS = 7;
const PRUNE_EVERY_MS = 6 * 3_600_000;
/** What a job that ended by itself held is marked as soon as the store, which may be why it ended, takes it. */
const MARK_AGAIN_MS = 1_000;

interface Moving {
  readonly parts: ProductParts;
  readonly bulk: BulkParts;
  readonly progress: Progress;
  readonly hooks: OrchestrateParts;
  readonly conductor: Conductor;
  readonly deliverer: Deliverer;
  readonly features: Features;
}

/** What runs a job, by the job's name. */
interface JobRunner {
  run(job: Job, run: JobRun): Promise<void>;
  /** Its job ended outside of `run`. */
  lost(jobId: string, reason: string): Promise<void>;
}

/** How the product starts working, takes up what was left, and stops. */
export function productLife({
  parts,
  bulk,
  progress,
  hooks,
  conductor,
  deliverer,
  features,
}: Moving): Pick<Product, "start" | "recover" | "stop"> {
  const { queue, stores } = parts.storage;
  const runners = new Map<string, JobRunner>([
    [BULK_JOB, createItemRunner(bulk, progress)],
    [HOOK_JOB, createHookRunner(hooks)],
  ]);
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
  let stopPruning = () => {};
  const prune = () => {
    const before = new Date(parts.clock.now().getTime() - FEED_DAYS * 86_400_000);
    stores.messages
      .prune(before)
      .catch((error: unknown) => parts.logger.warn({ err: error }, "old feed frames could not be forgotten"));
    stopPruning = parts.clock.after(PRUNE_EVERY_MS, prune);
  };
  return {
    start: async () => {
      queue.onEvent((event) => {
        if (event.type === "failed") markLost(event.name, event.id);
      });
      worker = await queue.work(async (job, run) => runners.get(job.name)?.run(job, run), {
        concurrency: WORKERS,
      });
    },
    recover: async () => {
      await conductor.recover();
      await features.bulk.recover();
      await features.orchestration.recover();
      deliverer.kick();
      prune();
    },
    stop: async () => {
      stopped = true;
      stopPruning();
      await conductor.stop();
      await worker?.close();
      progress.stop();
      await deliverer.stop();
    },
  };
}
