import type { Job } from "../../ports/queue.ts";
import type { Bull } from "./bull.ts";
import { DEFAULT_PRIORITY, PRIORITY_LIMIT } from "./job-codec.ts";

/** How many jobs at the head of the queue tell where its turns are. */
const HEAD = 16;
/** However many operations a project runs, each still gets one turn in so many. */
const MAX_STRIDE = 4;

/** The part of BullMQ's queue it takes. */
type Readable = Pick<Bull, "getJobs">;

/**
 * Fair order without a scheduler: the nth job of an operation gets the priority of the nth turn from now, so that
 * operations alternate whatever their sizes, and a new one begins beside the old ones instead of behind them. Operations
 * of one project stride over turns, so that a project gains little by starting many. It is start-time fair queueing with
 * BullMQ's priority as the tag. Nothing has to be refilled: the order is stored with the jobs and survives every process.
 * Beside it, handing operations over in windows cost a third of the throughput on PGlite (one add for each job that ends).
 */
export class Turns {
  readonly #queue: Readable;
  /** The furthest turn that began here since the queue was last seen empty. */
  #last = 0;

  constructor(queue: Readable) {
    this.#queue = queue;
  }

  began(priority: number): void {
    this.#last = Math.max(this.#last, priority);
  }

  /** The priorities that BullMQ is given, in the order of the jobs. */
  async priorities(jobs: readonly Job[]): Promise<readonly number[]> {
    const shares = new Map(jobs.flatMap(({ share }) => (share ? [[share.part, share] as const] : [])));
    if (shares.size === 0) return jobs.map(({ priority = DEFAULT_PRIORITY }) => priority);
    const heads = await this.#heads();
    const now = this.#now(heads.map((head) => head.priority));
    const strides = new Map(
      [...shares.values()].map(({ part, group }) => {
        const others = new Set(heads.filter((head) => head.group === group).map((head) => head.part));
        others.delete(part);
        return [part, Math.min(MAX_STRIDE, 1 + others.size)] as const;
      }),
    );
    return jobs.map(({ share, priority = DEFAULT_PRIORITY }) => {
      if (!share) return priority;
      const turn = share.turn * (strides.get(share.part) ?? 1);
      return Math.min(PRIORITY_LIMIT, Math.max(now, priority) + turn);
    });
  }

  /**
   * The turn of the last job begun, which a new operation joins in front of who waits for the next. Where nothing began
   * here, the head of the queue tells; it alone would not do, as a few jobs tried again have turns of long ago.
   */
  #now(priorities: readonly number[]): number {
    if (priorities.length === 0) {
      this.#last = 0;
      return 0;
    }
    return Math.min(Math.max(this.#last, Math.min(...priorities) - 1), Math.max(...priorities));
  }

  /** What waits in front; when nothing waits, what runs or waits for another try. */
  async #heads(): Promise<{ priority: number; group: string | undefined; part: string | undefined }[]> {
    const waiting = await this.#queue.getJobs(["prioritized"], 0, HEAD - 1, true);
    const some = waiting.length > 0 ? waiting : await this.#queue.getJobs(["active", "delayed"], 0, HEAD - 1);
    return some
      .filter((job) => job.data.share)
      .map((job) => ({
        priority: job.opts.priority ?? 0,
        group: job.data.share?.group,
        part: job.data.share?.part,
      }));
  }
}
