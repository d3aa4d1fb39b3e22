import type { BulkJobOptions, Job as BullJob } from "bullmq";
import type { Json } from "../../lib/json.ts";
import type { Job } from "../../ports/queue.ts";

/** Between interactive work (1–9) and bulk (10 and up). */
const DEFAULT_PRIORITY = 9;

/** BullMQ reads a bare `null` back as `{}`, so the data travels inside an object. */
export interface Envelope {
  readonly data: Json;
}

export interface BullJobSpec {
  readonly name: string;
  readonly data: Envelope;
  readonly opts: BulkJobOptions;
}

export function toBullJob(job: Job, backoffMs: number): BullJobSpec {
  return {
    name: job.name,
    data: { data: job.data },
    opts: {
      jobId: toBullId(job.id),
      priority: job.priority ?? DEFAULT_PRIORITY,
      attempts: job.attempts ?? 1,
      backoff: { type: "exponential", delay: job.backoffMs ?? backoffMs, jitter: 0.5 },
      stackTraceLimit: 1,
    },
  };
}

export function fromBullJob(job: BullJob<Envelope>): Job {
  return {
    id: fromBullId(job.id ?? ""),
    name: job.name,
    data: job.data.data,
    priority: job.opts.priority ?? DEFAULT_PRIORITY,
    attempts: job.opts.attempts ?? 1,
  };
}

/** BullMQ refuses ids that are numbers or contain a colon, and uses the colon in its keys. */
export function toBullId(id: string): string {
  return `j.${id.replaceAll("%", "%25").replaceAll(":", "%3A")}`;
}

export function fromBullId(id: string): string {
  return id.slice(2).replaceAll("%3A", ":").replaceAll("%25", "%");
}
