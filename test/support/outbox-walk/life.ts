import type { Random } from "../../../src/lib/random.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { WalkClock } from "./clock.ts";

const PAUSES = [0, 0, 0, 0, 1, 3, 20, 90, 400];
const never = () => new Promise<never>(() => {});

/** Calls that left a process and are with the database. */
export const underWay = { count: 0 };

/** One life of a process: what it calls takes time, may fail, and never answers once it is dead. */
export class Life {
  alive = true;
  readonly #clock: WalkClock;
  readonly #random: Random;

  constructor(clock: WalkClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  readonly clock: Clock = {
    now: () => this.#clock.now(),
    after: (ms, callback) => this.#clock.after(ms, () => void (this.alive && callback())),
  };

  die(): void {
    this.alive = false;
  }

  async pause(): Promise<void> {
    const ms = this.#random.pick(PAUSES);
    if (ms > 0) await this.#clock.sleep(ms);
    if (!this.alive) await never();
  }

  /** `failing`: how often it fails, half of the times although it was done. */
  async call<T>(work: () => Promise<T>, failing: () => number): Promise<T> {
    await this.pause();
    if (this.#random.chance(failing() / 2)) throw new Error("the store is away");
    underWay.count += 1;
    const result = await work().finally(() => {
      underWay.count -= 1;
    });
    await this.pause();
    if (this.#random.chance(failing() / 2)) throw new Error("the store's answer was lost");
    return result;
  }

  /** A store whose calls are calls of this life. */
  over<S extends object>(store: S, failing: () => number): S {
    return new Proxy(store, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key, target);
        if (typeof method !== "function") return method;
        return (...given: unknown[]) => this.call(() => method.apply(target, given), failing);
      },
    });
  }
}
