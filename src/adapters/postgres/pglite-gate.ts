import { AppError } from "../../domain/errors.ts";

/** How long statements may follow one another before timers and sockets get a turn: PGlite runs each one synchronously. */
const SLICE_MS = 5;

/** Who wants the connection. The lanes take turns, so a busy queue delays a store by one holder, and the other way round. */
export type Lane = "store" | "queue";

type Leave = () => void;

/**
 * The one door to the one connection of a PGlite instance. A holder keeps it for a statement, or for a whole transaction;
 * within a lane the order is first come, first served.
 */
export class PgliteGate {
  readonly #waiting: Record<Lane, ((leave: Leave) => void)[]> = { store: [], queue: [] };
  #held = false;
  #last: Lane = "queue";
  #closing: ((leave: Leave) => void) | undefined;
  #closed = false;
  #sliceStart = 0;

  /** Answers once the connection is the caller's; the answer gives it back. Throws `unavailable` once closing has begun. */
  async enter(lane: Lane): Promise<Leave> {
    if (this.#closed) throw new AppError("unavailable", "The database is closed.");
    if (!this.#held) return this.#hold(lane);
    return new Promise((resolve) => this.#waiting[lane].push(resolve));
  }

  get contended(): boolean {
    return this.#waiting.store.length + this.#waiting.queue.length > 0 || this.#closing !== undefined;
  }

  /** Lets the event loop turn when statements have kept it busy for a slice. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#sliceStart < SLICE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#sliceStart = performance.now();
  }

  /** Refuses newcomers, lets everyone in line finish, and then holds the connection for good. */
  async close(): Promise<void> {
    this.#closed = true;
    if (!this.#held) {
      this.#held = true;
      return;
    }
    await new Promise<Leave>((resolve) => {
      this.#closing = resolve;
    });
  }

  #hold(lane: Lane): Leave {
    this.#held = true;
    this.#last = lane;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#handOver();
    };
  }

  #handOver(): void {
    const other = this.#last === "store" ? "queue" : "store";
    const lane = this.#waiting[other].length > 0 ? other : this.#last;
    const next = this.#waiting[lane].shift();
    if (next !== undefined) next(this.#hold(lane));
    else if (this.#closing !== undefined) this.#closing(() => undefined);
    else this.#held = false;
  }
}
