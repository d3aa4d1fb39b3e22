import type { Clock } from "../../ports/clock.ts";

/** Sooner than that nothing is rung twice. */
const SHORTEST_MS = 50;

/** Rings once at the soonest of the times it was set to. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #at = Number.POSITIVE_INFINITY;
  #callOff = () => {};
  #stopped = false;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** In milliseconds. */
  set(at: number): void {
    if (at >= this.#at || this.#stopped) return;
    this.#callOff();
    this.#at = at;
    const ring = () => {
      this.#at = Number.POSITIVE_INFINITY;
      this.#ring();
    };
    this.#callOff = this.#clock.after(Math.max(SHORTEST_MS, at - this.#clock.now().getTime()), ring);
  }

  /** Rings no more. */
  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }
}
