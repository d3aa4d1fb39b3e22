import type { Random } from "../../../src/lib/random.ts";

/** As a server that is away says it. */
const away = () => Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });

/** Something that dies at once: from then on nothing of it goes on. */
export interface Mortal {
  dead: boolean;
}

export interface Faults {
  /** How often a call waits before it is made, and before its answer is there. */
  readonly slow: number;
  /** How often a call fails, before it did anything or after it did all. */
  readonly fails: number;
}

interface Waiting {
  readonly of: Mortal;
  readonly go: () => void;
}

/**
 * Where calls wait until they are let go, one at a time, in an order that a seed draws. What the calls do is real; only
 * when they do it is not.
 */
export class Lanes {
  readonly #random: Random;
  #faults: Faults;
  #waiting: Waiting[] = [];
  #flying = 0;

  constructor(random: Random, faults: Faults) {
    this.#random = random;
    this.#faults = faults;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** From here on nothing fails any more. */
  calm(): void {
    this.#faults = { ...this.#faults, fails: 0 };
  }

  /** Waits for its turn; for ever, should whose it is die. */
  async pass(of: Mortal, always = false): Promise<void> {
    if (of.dead) return new Promise(() => {});
    if (!always && !this.#random.chance(this.#faults.slow)) return;
    await new Promise<void>((go) => {
      this.#waiting.push({ of, go });
    });
  }

  /** Does it later. */
  post(of: Mortal, work: () => void): void {
    void this.pass(of, true).then(() => of.dead || work());
  }

  /** The same calls, each of which waits before and after, and `mayFail`. */
  through<T extends object>(of: Mortal, calls: T, mayFail = true): T {
    return new Proxy(calls, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        return (...given: readonly unknown[]) =>
          this.#call(of, () => Reflect.apply(value, target, given), mayFail);
      },
    });
  }

  /** Lets one go that waits. Answers false when none does. */
  release(): boolean {
    this.#waiting = this.#waiting.filter(({ of }) => !of.dead);
    if (this.#waiting.length === 0) return false;
    const [one] = this.#waiting.splice(this.#random.int(this.#waiting.length), 1);
    one?.go();
    return true;
  }

  /** Resolves once all that was let go has come as far as it can. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#flying > 0) quiet = -1;
    }
  }

  async #call(of: Mortal, call: () => unknown, mayFail: boolean): Promise<unknown> {
    await this.pass(of);
    const fails = mayFail && this.#random.chance(this.#faults.fails);
    const fault = fails ? this.#random.pick(["refuses", "loses"]) : undefined;
    if (fault === "refuses") throw away();
    this.#flying += 1;
    const done = (async () => call())().finally(() => {
      this.#flying -= 1;
    });
    await done.catch(() => undefined);
    await this.pass(of);
    // What it did stands; who asked does not hear of it.
    if (fault === "loses") throw away();
    return done;
  }
}
