import { Queue as BullQueue } from "bullmq";
import type { Logger } from "../../ports/logger.ts";
import type { FailedJob, Job, JobHandler, Worker } from "../../ports/queue.ts";
import type { Bull } from "./bull.ts";
import type { Connection, QueueTimings } from "./connection.ts";
import { CANCELLED_PROGRESS, type FeedListener, openFeed } from "./event-feed.ts";
import { readFailed } from "./failed.ts";
import { toBullId, toBullJob } from "./job-codec.ts";
import { ENDED, NOT_BEGUN, removeIn } from "./remove.ts";
import { sweep } from "./sweep.ts";
import { Turns } from "./turns.ts";
import { QueueWorker } from "./worker.ts";

const BATCH = 500;
/** How many jobs may end between two looks for finished jobs nobody needs any more. */
const SWEEP_EVERY = 1_000;
/** Events are read as they come; the rest is for a listener that reconnects. */
const KEEP_EVENTS = 2_000;

export interface LaneParts {
  /** Its `name` is the lane's own. */
  readonly connection: Connection;
  readonly timings: QueueTimings;
  readonly logger: Logger | undefined;
  /** A provider's rate limit stops the whole lane, in every process. */
  readonly stopsTogether: boolean;
}

export type LaneListener = Pick<FeedListener, "completed" | "failed" | "stalled">;

/** One queue of BullMQ with its workers and its events. */
export class Lane {
  readonly #parts: LaneParts;
  readonly #bull: Bull;
  readonly #turns: Turns;
  readonly #workers = new Set<QueueWorker>();
  #sweeping: Promise<void> = Promise.resolve();
  #endedSinceSweep = 0;
  #limitedUntil = 0;
  #closeFeed: (() => Promise<void>) | undefined;

  constructor(parts: LaneParts) {
    this.#parts = parts;
    const { connection, logger } = parts;
    this.#bull = new BullQueue(
      connection.name,
      { connection: connection.connection, streams: { events: { maxLen: KEEP_EVENTS } } },
      connection.factory,
    );
    this.#bull.on("error", (error) => logger?.warn({ err: error }, "The queue reported an error"));
    this.#turns = new Turns(this.#bull);
  }

  /** Answers once events arrive. `soleOwner` says that no other process can be running this queue's jobs. */
  async open(soleOwner: boolean, listener: LaneListener): Promise<void> {
    await this.#bull.waitUntilReady();
    await sweep(this.#bull);
    if (soleOwner) await this.#takeBackOrphans();
    this.#closeFeed = await openFeed(this.#parts.connection, {
      ...listener,
      cancelled: (bullId) => this.#abort([bullId]),
      error: (error) => this.#parts.logger?.warn({ err: error }, "The queue's events reported an error"),
    });
  }

  async add(jobs: readonly Job[]): Promise<void> {
    const priorities = await this.#turns.priorities(jobs);
    const specs = jobs.map((job, at) => toBullJob(job, this.#parts.timings.backoffMs, priorities[at]));
    const [only] = specs;
    if (specs.length === 1 && only !== undefined) {
      await this.#bull.add(only.name, only.data, only.opts);
      return;
    }
    for (let at = 0; at < specs.length; at += BATCH) await this.#bull.addBulk(specs.slice(at, at + BATCH));
  }

  /**
   * Removes what has not begun and aborts what runs. Running jobs are told first and once more at the end, because some
   * begin while the others are removed; what went back to wait for another try in between is removed then. Answers
   * BullMQ's ids of the jobs removed.
   */
  async cancel(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const removed = new Set<string>();
    const { waiting, active, delayed } = await this.counts();
    if (waiting + active + delayed === 0) return removed;
    const left = new Set(ids.map(toBullId));
    const told = new Set<string>();
    const remove = async (): Promise<void> => {
      for (const bullId of await removeIn(this.#parts.connection, this.#bull, [...left], NOT_BEGUN)) {
        left.delete(bullId);
        removed.add(bullId);
      }
    };
    await this.#tell(left, told);
    await remove();
    if (left.size > told.size) {
      await this.#tell(left, told);
      for (const bullId of told) left.delete(bullId);
      await remove();
    }
    return removed;
  }

  async forget(ids: readonly string[]): Promise<void> {
    const ended = Object.values(await this.#bull.getJobCounts(...ENDED));
    if (ended.every((count) => count === 0)) return;
    await removeIn(this.#parts.connection, this.#bull, ids.map(toBullId), ENDED);
  }

  async work(handler: JobHandler, concurrency: number): Promise<Worker> {
    const { stopsTogether, ...parts } = this.#parts;
    const worker = new QueueWorker(handler, concurrency, {
      ...parts,
      ...(stopsTogether ? { limit: (ms: number) => this.#limit(ms) } : {}),
      onBegun: (priority) => this.#turns.began(priority),
      onEnded: () => this.#countEnded(),
      onClosed: (closed) => this.#workers.delete(closed),
    });
    this.#workers.add(worker);
    await worker.ready();
    return worker;
  }

  async counts(): Promise<{ waiting: number; active: number; delayed: number; failed: number }> {
    const counts = await this.#bull.getJobCounts("waiting", "prioritized", "active", "delayed", "failed");
    const of = (state: string): number => counts[state] ?? 0;
    return {
      waiting: of("waiting") + of("prioritized"),
      active: of("active"),
      delayed: of("delayed"),
      failed: of("failed"),
    };
  }

  failed(limit: number): Promise<readonly FailedJob[]> {
    return readFailed(this.#bull, limit);
  }

  async nameOf(bullId: string): Promise<string> {
    return (await this.#bull.getJob(bullId))?.name ?? "";
  }

  async ping(): Promise<void> {
    await this.#bull.isPaused();
  }

  async closeWorkers(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
  }

  async close(): Promise<void> {
    await this.#sweeping;
    await this.#closeFeed?.();
    await this.#bull.close();
  }

  /** Aborts those of `ids` that run anywhere, and notes them in `told`. */
  async #tell(ids: ReadonlySet<string>, told: Set<string>): Promise<void> {
    const running = (await this.#bull.getRanges(["active"], 0, -1)).filter(
      (id) => ids.has(id) && !told.has(id),
    );
    this.#abort(running);
    for (const bullId of running) {
      told.add(bullId);
      // Written to the job, so that a worker elsewhere hears of it and a run after a crash reads it.
      await this.#bull.updateJobProgress(bullId, CANCELLED_PROGRESS).catch(async (error: unknown) => {
        if ((await this.#bull.getJobState(bullId)) !== "unknown") throw error;
      });
    }
  }

  #abort(bullIds: readonly string[]): void {
    for (const worker of this.#workers) worker.cancel(bullIds);
  }

  /** A shorter limit never takes the place of a longer one. */
  async #limit(ms: number): Promise<void> {
    const until = Date.now() + ms;
    if (until <= this.#limitedUntil) return;
    this.#limitedUntil = until;
    await this.#bull.rateLimit(Math.ceil(ms));
  }

  /** What a process that died was running would otherwise wait until its lock ends. Token "0" stands for any lock. */
  async #takeBackOrphans(): Promise<void> {
    for (const job of await this.#bull.getJobs(["active"])) await job.moveToWait("0");
  }

  #countEnded(): void {
    this.#endedSinceSweep += 1;
    if (this.#endedSinceSweep < SWEEP_EVERY) return;
    this.#endedSinceSweep = 0;
    this.#sweeping = this.#sweeping
      .then(() => sweep(this.#bull))
      .catch((error) => this.#parts.logger?.warn({ err: error }, "Finished jobs could not be swept away"));
  }
}
