import { Queue as BullQueue, type IQueueBackend } from "bullmq";
import { AppError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { FailedJob, Job, JobEvent, JobHandler, Queue, Worker } from "../../ports/queue.ts";
import type { Connection, QueueTimings } from "./connection.ts";
import { CANCELLED_PROGRESS, openFeed } from "./event-feed.ts";
import { readFailed } from "./failed.ts";
import { type Envelope, fromBullId, toBullId, toBullJob } from "./job-codec.ts";
import { sweep } from "./sweep.ts";
import { QueueWorker } from "./worker.ts";

const BATCH = 500;
const AT_ONCE = 20;
/** How many jobs may end between two looks for finished jobs nobody needs any more. */
const SWEEP_EVERY = 1_000;
const PING_MS = 2_000;
/** Events are read as they come; the rest is for a listener that reconnects. */
const KEEP_EVENTS = 2_000;

const NOT_BEGUN = new Set(["waiting", "prioritized", "delayed"]);
const ENDED = new Set(["completed", "failed"]);

export interface BullJobQueueParts {
  readonly connection: Connection;
  readonly timings: QueueTimings;
  readonly logger: Logger | undefined;
}

/** The queue port over BullMQ, the same for both of its backends. Made by `openQueue`. */
export class BullJobQueue implements Queue {
  readonly provider: string;
  readonly #parts: BullJobQueueParts;
  readonly #bull: BullQueue<Envelope, string, string, Envelope, string, string, IQueueBackend, unknown>;
  readonly #workers = new Set<QueueWorker>();
  readonly #listeners = new Set<(event: JobEvent) => void>();
  #telling: Promise<void> = Promise.resolve();
  #sweeping: Promise<void> = Promise.resolve();
  #endedSinceSweep = 0;
  #closeFeed: (() => Promise<void>) | undefined;
  #closing: Promise<void> | undefined;

  constructor(parts: BullJobQueueParts) {
    this.#parts = parts;
    const { connection, logger } = parts;
    this.provider = `bullmq-${connection.provider}`;
    this.#bull = new BullQueue(
      connection.name,
      { connection: connection.connection, streams: { events: { maxLen: KEEP_EVENTS } } },
      connection.factory,
    );
    this.#bull.on("error", (error) => logger?.warn({ err: error }, "The queue reported an error"));
  }

  /** Answers once events arrive. `soleOwner` says that no other process can be running this queue's jobs. */
  async open(soleOwner: boolean): Promise<void> {
    await this.#bull.waitUntilReady();
    await sweep(this.#bull);
    if (soleOwner) await this.#takeBackOrphans();
    this.#closeFeed = await openFeed(this.#parts.connection, {
      completed: (bullId, name) =>
        this.#tell(async () => ({ type: "completed", id: fromBullId(bullId), name })),
      failed: (bullId, error) =>
        this.#tell(async () => ({
          type: "failed",
          id: fromBullId(bullId),
          name: await this.#nameOf(bullId),
          error,
        })),
      stalled: (bullId) => this.#tell(async () => ({ type: "stalled", id: fromBullId(bullId) })),
      cancelled: (bullId) => {
        for (const worker of this.#workers) worker.cancel(bullId);
      },
      error: (error) => this.#parts.logger?.warn({ err: error }, "The queue's events reported an error"),
    });
  }

  async add(jobs: readonly Job[]): Promise<void> {
    const specs = jobs.map((job) => toBullJob(job, this.#parts.timings.backoffMs));
    const [only] = specs;
    if (specs.length === 1 && only !== undefined) {
      await this.#bull.add(only.name, only.data, only.opts);
      return;
    }
    for (let at = 0; at < specs.length; at += BATCH) await this.#bull.addBulk(specs.slice(at, at + BATCH));
  }

  async cancel(ids: readonly string[]): Promise<readonly string[]> {
    const removed = await mapAtOnce(ids, (id) => this.#cancelOne(toBullId(id)));
    return ids.filter((_, at) => removed[at]);
  }

  async forget(ids: readonly string[]): Promise<void> {
    await mapAtOnce(ids, async (id) => {
      const bullId = toBullId(id);
      if (ENDED.has(await this.#bull.getJobState(bullId))) await this.#bull.remove(bullId);
    });
  }

  async work(handler: JobHandler, options: { readonly concurrency: number }): Promise<Worker> {
    const worker = new QueueWorker(handler, options.concurrency, {
      ...this.#parts,
      onEnded: () => this.#countEnded(),
      onClosed: (closed) => this.#workers.delete(closed),
    });
    this.#workers.add(worker);
    await worker.ready();
    return worker;
  }

  onEvent(listener: (event: JobEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async counts(): ReturnType<Queue["counts"]> {
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

  async ping(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new AppError("unavailable", `The queue did not answer within ${PING_MS} ms.`, {
        retryable: true,
      });
      timer = setTimeout(() => reject(error), PING_MS);
    });
    try {
      await Promise.race([this.#bull.isPaused(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut();
    return this.#closing;
  }

  async #shut(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await Promise.all([this.#telling, this.#sweeping]);
    await this.#closeFeed?.();
    await this.#bull.close();
    await this.#parts.connection.close();
  }

  /** True when the job was removed and is not running. */
  async #cancelOne(bullId: string): Promise<boolean> {
    const state = await this.#bull.getJobState(bullId);
    if (NOT_BEGUN.has(state) && (await this.#bull.remove(bullId)) === 1) return true;
    if (ENDED.has(state) || state === "unknown") return false;
    for (const worker of this.#workers) worker.cancel(bullId);
    // Written to the job, so that a worker elsewhere hears of it and a run after a crash reads it.
    await this.#bull.updateJobProgress(bullId, CANCELLED_PROGRESS).catch(async (error: unknown) => {
      if ((await this.#bull.getJobState(bullId)) !== "unknown") throw error;
    });
    return false;
  }

  /** What a process that died was running would otherwise wait until its lock ends. Token "0" stands for any lock. */
  async #takeBackOrphans(): Promise<void> {
    for (const job of await this.#bull.getJobs(["active"])) await job.moveToWait("0");
  }

  async #nameOf(bullId: string): Promise<string> {
    return (await this.#bull.getJob(bullId))?.name ?? "";
  }

  #countEnded(): void {
    this.#endedSinceSweep += 1;
    if (this.#endedSinceSweep < SWEEP_EVERY) return;
    this.#endedSinceSweep = 0;
    this.#sweeping = this.#sweeping
      .then(() => sweep(this.#bull))
      .catch((error) => this.#parts.logger?.warn({ err: error }, "Finished jobs could not be swept away"));
  }

  /** One after the other, so that listeners hear events in the order they happened. */
  #tell(read: () => Promise<JobEvent>): void {
    if (this.#listeners.size === 0) return;
    this.#telling = this.#telling
      .then(async () => {
        const event = await read();
        for (const listener of this.#listeners) this.#call(listener, event);
      })
      .catch((error) => this.#parts.logger?.error({ err: error }, "An event of the queue could not be told"));
  }

  #call(listener: (event: JobEvent) => void, event: JobEvent): void {
    try {
      listener(event);
    } catch (error) {
      this.#parts.logger?.error({ err: error }, "A listener to the queue's events failed");
    }
  }
}

async function mapAtOnce<In, Out>(items: readonly In[], map: (item: In) => Promise<Out>): Promise<Out[]> {
  const out: Out[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    out.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(map))));
  }
  return out;
}
