import type { Clock } from "../../ports/clock.ts";

const AGAIN_MS = 3_600_000;
const MAX_KNOWN = 1_000;

/** What was said already, so that it is said once an hour and not with every reply. */
export class Notices {
  readonly #clock: Clock;
  readonly #said = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether this was said within the hour. */
  knows(about: string, what: string): boolean {
    const at = this.#said.get(`${about} ${what}`);
    return at !== undefined && this.#clock.now().getTime() - at < AGAIN_MS;
  }

  note(about: string, what: string): void {
    const key = `${about} ${what}`;
    this.#said.delete(key);
    this.#said.set(key, this.#clock.now().getTime());
    const [oldest] = this.#said.keys();
    if (this.#said.size > MAX_KNOWN && oldest !== undefined) this.#said.delete(oldest);
  }
}
