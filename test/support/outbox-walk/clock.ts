import type { Clock } from "../../../src/ports/clock.ts";

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that moves from one timer to the next, and only when it is told to. */
export class WalkClock implements Clock {
  #now = Date.parse("2026-11-22T10:00:00.000Z");
  readonly #timers = new Set<Timer>();

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** How many timers wait. */
  get size(): number {
    return this.#timers.size;
  }

  /** Goes on to the next timer, if it is no later than that. Of those of one time the first set rings first. */
  next(until = Number.POSITIVE_INFINITY): boolean {
    let first: Timer | undefined;
    for (const timer of this.#timers) if (!first || timer.at < first.at) first = timer;
    if (!first || first.at > until) return false;
    this.#timers.delete(first);
    this.#now = Math.max(this.#now, first.at);
    first.callback();
    return true;
  }
}
