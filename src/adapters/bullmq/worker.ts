import {
  type Job as BullJob,
  Worker as BullWorker,
  DelayedError,
  type IQueueBackend,
  RateLimitError,
  UnrecoverableError,
  WaitingError,
} from "bullmq";
import { AppError, RateLimitedError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { JobHandler, Worker } from "../../ports/queue.ts";
import type { Connection, QueueTimings } from "./connection.ts";
import { isCancelled } from "./event-feed.ts";
import { type Envelope, fromBullJob } from "./job-codec.ts";
import { Room } from "./room.ts";

const DEFAULT_GRACE_MS = 5_000;
/** A job that was running each of this many times its process died is given up: it may be what kills it. */
const MAX_CRASHES = 20;
/** Waiting is ended by a push; this is only for a push lost with its connection. */
const LOOK_AGAIN_S = { postgres: 30, redis: 5 };
/** A job that a rate limit turned away so often has failed this try: its provider's limits never end. */
const MAX_TURNED_AWAY = 100;
/** BullMQ looks at a limit only where there is a limiter; this one never limits of its own accord. */
const LIMITER = { max: 1_000_000_000, duration: 1_000 };
/** How long a worker stands still when its backend failed it. BullMQ's own 15 s would make much of a second's outage. */
const BACKEND_AGAIN_MS = 1_000;
/** How long a cancellation is kept for a job that is just being handed over to the handler. */
const HANDOVER_MS = 60_000;

const CANCELLED = "cancelled";
const STOPPED = "stopped";
const LOST = "lost";

type Reason = typeof CANCELLED | typeof STOPPED | typeof LOST;

export interface QueueWorkerParts {
  readonly connection: Connection;
  readonly timings: QueueTimings;
  readonly logger: Logger | undefined;
  /** Stops all workers of the queue, in every process, for so long. Without it only the job itself waits. */
  readonly limit?: (ms: number) => Promise<void>;
  /** With BullMQ's priority of the job. */
  readonly onBegun: (priority: number) => void;
  /** Every time a job has ended here, in whichever way. */
  readonly onEnded: () => void;
  readonly onClosed: (worker: QueueWorker) => void;
}

/** Runs jobs. What a handler's end means for its job is decided in `#verdict`. */
export class QueueWorker implements Worker {
  readonly #handler: JobHandler;
  readonly #parts: QueueWorkerParts;
  readonly #bull: BullWorker<Envelope, string, string, IQueueBackend, object, unknown>;
  readonly #running = new Map<string, AbortController>();
  readonly #cancelledAt = new Map<string, number>();
  readonly #room: Room;
  #closing: Promise<void> | undefined;

  constructor(handler: JobHandler, concurrency: number, parts: QueueWorkerParts) {
    this.#handler = handler;
    this.#parts = parts;
    const { connection, timings } = parts;
    this.#bull = new BullWorker(
      connection.name,
      (job, token) => this.#process(job, token),
      {
        connection: connection.connection,
        concurrency,
        lockDuration: timings.lockMs,
        stalledInterval: timings.stalledMs,
        maxStalledCount: MAX_CRASHES,
        drainDelay: LOOK_AGAIN_S[connection.provider],
        runRetryDelay: BACKEND_AGAIN_MS,
        ...(parts.limit ? { limiter: LIMITER } : {}),
      },
      connection.factory,
    );
    this.#room = new Room(concurrency, (jobs) => {
      this.#bull.concurrency = jobs;
    });
    this.#bull.on("error", (error) =>
      this.#parts.logger?.warn({ err: error }, "A queue worker reported an error"),
    );
    this.#bull.on("completed", parts.onEnded);
    this.#bull.on("failed", parts.onEnded);
    this.#bull.on("lockRenewalFailed", (bullIds) => {
      for (const bullId of bullIds) this.#running.get(bullId)?.abort(LOST);
    });
  }

  async ready(): Promise<void> {
    await this.#bull.waitUntilReady();
  }

  /** Stops the jobs that run here, or are about to. */
  cancel(bullIds: readonly string[]): void {
    const now = Date.now();
    for (const [id, at] of this.#cancelledAt) if (now - at > HANDOVER_MS) this.#cancelledAt.delete(id);
    for (const bullId of bullIds) {
      this.#cancelledAt.set(bullId, now);
      this.#running.get(bullId)?.abort(CANCELLED);
    }
  }

  close(graceMs: number = DEFAULT_GRACE_MS): Promise<void> {
    this.#closing ??= this.#stop(graceMs);
    return this.#closing;
  }

  async #stop(graceMs: number): Promise<void> {
    this.#room.shut();
    const timer = setTimeout(() => {
      for (const controller of this.#running.values()) controller.abort(STOPPED);
    }, graceMs);
    try {
      await this.#bull.close();
    } finally {
      clearTimeout(timer);
      this.#parts.onClosed(this);
    }
  }

  /** Answers the job's name: BullMQ puts the answer into the `completed` event, which has no name of its own. */
  async #process(job: BullJob<Envelope, string>, token: string | undefined): Promise<string> {
    const bullId = job.id ?? "";
    if (isCancelled(job.progress) || this.#wasCancelled(bullId, job.processedOn ?? 0)) {
      throw new UnrecoverableError(CANCELLED);
    }
    const controller = new AbortController();
    this.#running.set(bullId, controller);
    this.#parts.onBegun(job.opts.priority ?? 0);
    const group = job.data.share?.group ?? "";
    // Not awaited where it can run at once: BullMQ reads how many it may claim as soon as this returns.
    const entering = this.#room.enter(group, controller.signal);
    const entered = typeof entering === "boolean" ? entering : await entering;
    try {
      if (!entered) {
        if (!controller.signal.aborted) controller.abort(STOPPED);
        throw new AppError("unavailable", "The job is not to run here.", { retryable: true });
      }
      const run = {
        attempt: job.attemptsMade + 1,
        attempts: job.opts.attempts ?? 1,
        signal: controller.signal,
      };
      await this.#handler(fromBullJob(job), run);
      return job.name;
    } catch (error) {
      throw await this.#verdict(error, controller.signal, job, token);
    } finally {
      this.#running.delete(bullId);
      if (entered) this.#room.leave(group);
    }
  }

  /** A cancellation of an earlier run of the same id, since forgotten and added again, says nothing about this one. */
  #wasCancelled(bullId: string, claimedAt: number): boolean {
    return (this.#cancelledAt.get(bullId) ?? -1) >= claimedAt;
  }

  async #verdict(
    thrown: unknown,
    signal: AbortSignal,
    job: BullJob<Envelope>,
    token: string | undefined,
  ): Promise<Error> {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const reason: Reason | undefined = signal.aborted ? signal.reason : undefined;
    if (reason === CANCELLED) return new UnrecoverableError(CANCELLED);
    if (reason === STOPPED) {
      await job.moveToWait(token);
      return new WaitingError();
    }
    if (error instanceof RateLimitedError && job.attemptsStarted - job.attemptsMade <= MAX_TURNED_AWAY)
      return this.#turnAway(error.retryAfterMs, job, token);
    return error instanceof AppError && !error.retryable ? new UnrecoverableError(error.message) : error;
  }
  /** The job waits at the head of the queue, or by itself where only it is to wait. */
  async #turnAway(ms: number, job: BullJob<Envelope>, token: string | undefined): Promise<Error> {
    if (this.#parts.limit) {
      await this.#parts.limit(ms);
      return new RateLimitError();
    }
    await job.moveToDelayed(Date.now() + ms, token);
    return new DelayedError();
  }
}
