import type { Json } from "../lib/json.ts";

/** Whose turn a job is. Without it a job goes before all that share. */
export interface Share {
  /** Who it is for: a project. */
  readonly group: string;
  /** What it is part of: an operation. Operations take turns, one job each, whatever their sizes. */
  readonly part: string;
  /** 0 for the first job of the part, 1 for the next. */
  readonly turn: number;
}

/** One unit of background work. The id is its identity: adding the same id twice while it is known runs it once. */
export interface Job {
  readonly id: string;
  readonly name: string;
  readonly data: Json;
  /** 1 is first; larger waits longer. Interactive work uses 1–9, bulk 10 and up: workers of its own, so that it never waits for bulk to end. */
  readonly priority?: number;
  readonly share?: Share;
  /** Tries in all, the first included. 1 when left out. */
  readonly attempts?: number;
  /** The wait after the first try that failed; it doubles with each. The queue's own when left out. */
  readonly backoffMs?: number;
}

export interface JobRun {
  /** 1 for the first try. */
  readonly attempt: number;
  readonly attempts: number;
  /** Aborted when the job is cancelled or the worker is told to stop. */
  readonly signal: AbortSignal;
}

/**
 * Throwing makes the queue try again with exponential back-off and jitter; a non-retryable AppError fails at once. A
 * RateLimitedError uses up no try: the job goes back, and until its time bulk work rests, in every process.
 */
export type JobHandler = (job: Job, run: JobRun) => Promise<void>;

export type JobEvent =
  | { readonly type: "completed"; readonly id: string; readonly name: string }
  | { readonly type: "failed"; readonly id: string; readonly name: string; readonly error: string }
  | { readonly type: "stalled"; readonly id: string };

/** A job that ended without success and is not tried again, until it is forgotten or a day has passed. */
export interface FailedJob {
  readonly id: string;
  readonly name: string;
  /** Tries begun, the last one included; 0 when it was given up without one coming to its end. */
  readonly attempts: number;
  readonly error: string;
  /** ISO date of the end. */
  readonly at: string;
}

export interface Worker {
  /** Takes no new jobs, aborts the running ones after `graceMs`, and resolves when they have ended. */
  close(graceMs?: number): Promise<void>;
}

export interface Queue {
  readonly provider: string;
  /** Any number: they are sent in batches. */
  add(jobs: readonly Job[]): Promise<void>;
  /** Removes waiting jobs and aborts running ones of these ids, wherever they run. Answers the ids removed before they began. */
  cancel(ids: readonly string[]): Promise<readonly string[]>;
  /** Forgets finished or failed jobs of these ids so that the same ids can be added again. */
  forget(ids: readonly string[]): Promise<void>;
  /** `concurrency` jobs of bulk at a time, and beside them `interactive` others (as many, when left out). */
  work(
    handler: JobHandler,
    options: { readonly concurrency: number; readonly interactive?: number },
  ): Promise<Worker>;
  /** Calls back for every job that ends for good. Answers a function that stops listening. */
  onEvent(listener: (event: JobEvent) => void): () => void;
  counts(): Promise<{
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
    readonly failed: number;
  }>;
  /** What failed for good, newest first, at most `limit`. Cancelled jobs are not among them. */
  failed(limit: number): Promise<readonly FailedJob[]>;
  /** Cheap round trip for the health check; throws when the backend is away. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
