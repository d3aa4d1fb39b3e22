import type { BulkJobOptions, Job as BullJob } from "bullmq";
import type { Json } from "../../lib/json.ts";
import type { Job, Share } from "../../ports/queue.ts";

/** Between interactive work (1–9) and bulk (10 and up). */
export const DEFAULT_PRIORITY = 9;
/** BullMQ's own: past it, jobs go in the order they were added. */
export const PRIORITY_LIMIT = 2_097_151;

/** BullMQ reads a bare `null` back as `{}`, so the data travels inside an object. */
export interface Envelope {
  readonly data: Json;
  /** A job that shares has a turn for BullMQ's priority; its own is kept here. */
  readonly share?: Share;
  readonly priority?: number;
}

export interface BullJobSpec {
  readonly name: string;
  readonly data: Envelope;
  readonly opts: BulkJobOptions;
}

/** `priority` is BullMQ's, where it is not the job's own. */
export function toBullJob(job: Job, backoffMs: number, priority = job.priority): BullJobSpec {
  const { share } = job;
  return {
    name: job.name,
    data: { data: job.data, ...(share ? { share, priority: job.priority ?? DEFAULT_PRIORITY } : {}) },
    opts: {
      jobId: toBullId(job.id),
      priority: priority ?? DEFAULT_PRIORITY,
      attempts: job.attempts ?? 1,
      backoff: { type: "exponential", delay: job.backoffMs ?? backoffMs, jitter: 0.5 },
      stackTraceLimit: 1,
    },
  };
}

export function fromBullJob(job: BullJob<Envelope>): Job {
  const { share } = job.data;
  return {
    id: fromBullId(job.id ?? ""),
    name: job.name,
    data: job.data.data,
    priority: job.data.priority ?? job.opts.priority ?? DEFAULT_PRIORITY,
    attempts: job.opts.attempts ?? 1,
    ...(share ? { share } : {}),
  };
}

/** BullMQ refuses ids that are numbers or contain a colon, and uses the colon in its keys. */
export function toBullId(id: string): string {
  return `j.${id.replaceAll("%", "%25").replaceAll(":", "%3A")}`;
}

export function fromBullId(id: string): string {
  return id.slice(2).replaceAll("%3A", ":").replaceAll("%25", "%");
}
