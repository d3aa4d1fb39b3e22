import { AppError } from "../../domain/errors.ts";
import type { Logger } from "../../ports/logger.ts";
import type { FailedJob, Job, JobEvent, JobHandler, Queue, Worker } from "../../ports/queue.ts";
import type { Connection, QueueTimings } from "./connection.ts";
import { DEFAULT_PRIORITY, fromBullId, toBullId } from "./job-codec.ts";
import { Lane, type LaneListener } from "./lane.ts";

const BULK_PRIORITY = 10;
const PING_MS = 2_000;

export interface BullJobQueueParts {
  readonly connection: Connection;
  readonly timings: QueueTimings;
  readonly logger: Logger | undefined;
}

/**
 * The queue port over BullMQ, the same for both of its backends. Made by `openQueue`. It is two queues of BullMQ: bulk
 * work has one of its own, so that it can hold up nothing else, neither with all its workers busy nor with a provider's
 * rate limit, which BullMQ knows for whole queues only.
 */
export class BullJobQueue implements Queue {
  readonly provider: string;
  readonly #parts: BullJobQueueParts;
  readonly #quick: Lane;
  readonly #bulk: Lane;
  readonly #lanes: readonly Lane[];
  readonly #listeners = new Set<(event: JobEvent) => void>();
  #telling: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;

  constructor(parts: BullJobQueueParts) {
    this.#parts = parts;
    const { connection } = parts;
    this.provider = `bullmq-${connection.provider}`;
    this.#quick = new Lane({ ...parts, stopsTogether: false });
    const bulk = { ...connection, name: `${connection.name}-bulk` };
    this.#bulk = new Lane({ ...parts, connection: bulk, stopsTogether: true });
    this.#lanes = [this.#quick, this.#bulk];
  }

  /** Answers once events arrive. `soleOwner` says that no other process can be running this queue's jobs. */
  async open(soleOwner: boolean): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.open(soleOwner, this.#listener(lane))));
  }

  async add(jobs: readonly Job[]): Promise<void> {
    const isBulk = ({ priority = DEFAULT_PRIORITY }: Job) => priority >= BULK_PRIORITY;
    const [quick, bulk] = [jobs.filter((job) => !isBulk(job)), jobs.filter(isBulk)];
    if (quick.length > 0) await this.#quick.add(quick);
    if (bulk.length > 0) await this.#bulk.add(bulk);
  }

  async cancel(ids: readonly string[]): Promise<readonly string[]> {
    const removed = await Promise.all(this.#lanes.map((lane) => lane.cancel(ids)));
    return ids.filter((id) => removed.some((some) => some.has(toBullId(id))));
  }

  async forget(ids: readonly string[]): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.forget(ids)));
  }

  async work(
    handler: JobHandler,
    {
      concurrency,
      interactive = concurrency,
    }: { readonly concurrency: number; readonly interactive?: number },
  ): Promise<Worker> {
    const workers = await Promise.all([
      this.#quick.work(handler, interactive),
      this.#bulk.work(handler, concurrency),
    ]);
    return {
      close: async (graceMs) => void (await Promise.all(workers.map((worker) => worker.close(graceMs)))),
    };
  }

  onEvent(listener: (event: JobEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async counts(): ReturnType<Queue["counts"]> {
    const sum = { waiting: 0, active: 0, delayed: 0, failed: 0 };
    for (const counts of await Promise.all(this.#lanes.map((lane) => lane.counts()))) {
      for (const state of Object.keys(sum) as (keyof typeof sum)[]) sum[state] += counts[state];
    }
    return sum;
  }

  async failed(limit: number): Promise<readonly FailedJob[]> {
    const all = await Promise.all(this.#lanes.map((lane) => lane.failed(limit)));
    return all
      .flat()
      .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
      .slice(0, limit);
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
      await Promise.race([this.#quick.ping(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#shut();
    return this.#closing;
  }

  async #shut(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.closeWorkers()));
    await this.#telling;
    await Promise.all(this.#lanes.map((lane) => lane.close()));
    await this.#parts.connection.close();
  }

  #listener(lane: Lane): LaneListener {
    return {
      completed: (bullId, name) =>
        this.#tell(async () => ({ type: "completed", id: fromBullId(bullId), name })),
      failed: (bullId, error) =>
        this.#tell(async () => ({
          type: "failed",
          id: fromBullId(bullId),
          name: await lane.nameOf(bullId),
          error,
        })),
      stalled: (bullId) => this.#tell(async () => ({ type: "stalled", id: fromBullId(bullId) })),
    };
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
