import { backoffMs } from "./backoff.ts";

/** With the pauses between them, some five minutes; after these it is tried more seldom, and never given up. */
const MANY_TRIES = 15;
const SELDOM_MS = 5 * 60_000;
/** Lanes that are read side by side. */
const MAX_BUSY_LANES = 50;
/**
 * How long what comes later waits for what cannot be read, so that order holds. Then it goes ahead of what is missing: a
 * place that is told out of order for once is better than one that is silent for minutes.
 */
const HELD_MS = 60_000;

interface GapRunsParts<Gap> {
  /** Reads what is missing. What it throws is tried again later. `hurry`: somebody waits for it. */
  readonly read: (key: string, gap: Gap, hurry: boolean) => Promise<void>;
  /** What is missing where both are. */
  readonly joined: (one: Gap, other: Gap) => Gap;
  readonly after: (ms: number, callback: () => void) => unknown;
  /** `tries`: how often it failed so far. `stubborn`: from now on it is tried more seldom. */
  readonly failed: (key: string, gap: Gap, error: unknown, tries: number, stubborn: boolean) => void;
  /** Gaps that are read at a time, unasked: of each lane, where there are several. */
  readonly atATime: number;
  /** Gaps of different lanes wait for none of each other. Missing: there is one lane. */
  readonly laneOf?: (key: string) => string;
}

/**
 * What is missing, by where: each read once, one reading of a place at a time, a few places in the background and one
 * that is waited for at once, and again when it fails.
 */
export class GapRuns<Gap> {
  readonly #parts: GapRunsParts<Gap>;
  readonly #gaps = new Map<string, Gap>();
  readonly #lanes = new Map<string, Lane>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #failing = new Map<string, Failing>();
  #stopped = false;

  constructor(parts: GapRunsParts<Gap>) {
    this.#parts = parts;
  }

  /** How many are to be read in the background, in the lane of this key. */
  unasked(key: string): number {
    return this.#lanes.get(this.#laneOf(key))?.waiting.size ?? 0;
  }

  /** Something is still to be read that is read unasked. */
  get isBusy(): boolean {
    return this.#lanes.size > 0 || this.#running.size > 0 || this.#failing.size > 0;
  }

  /** `unasked`: to be read in the background, else only when somebody waits for it. */
  set(key: string, gap: Gap, unasked = true): void {
    if (this.#stopped) return;
    this.#add(key, gap);
    this.#failing.get(key)?.wake();
    if (unasked) this.#enqueue(key);
  }

  /** Reads in the background. */
  go(): void {
    let busy = [...this.#lanes.values()].filter(({ workers }) => workers > 0).length;
    for (const [name, lane] of this.#lanes) {
      if (lane.workers === 0 && busy >= MAX_BUSY_LANES) continue;
      if (lane.workers === 0) busy += 1;
      while (lane.workers < this.#parts.atATime && lane.waiting.size > 0) void this.#work(name, lane);
    }
  }

  /**
   * Resolves when nothing is missing there, and at the latest when what is missing could not be read for a minute.
   * Answers whether nothing is missing.
   */
  async over(key: string): Promise<boolean> {
    for (;;) {
      const failing = this.#failing.get(key);
      if (this.#stopped || failing?.isHeldNoMore) return false;
      const next = this.#start(key, true) ?? failing?.rested;
      if (!next) return true;
      await (failing ? Promise.race([next, failing.held]) : next);
    }
  }

  /** It could not be taken when it came: it is read soon, and until then holds what comes later. */
  lost(key: string, gap: Gap, error: unknown): void {
    if (this.#stopped) return;
    if (this.#failing.get(key)?.isHeldNoMore) this.#hold(key);
    this.#again(key, gap, error);
  }

  stop(): void {
    this.#stopped = true;
    this.#gaps.clear();
    for (const { waiting } of this.#lanes.values()) waiting.clear();
    for (const { letGo } of this.#failing.values()) letGo();
  }

  async #work(name: string, lane: Lane): Promise<void> {
    lane.workers += 1;
    for (let [next] = lane.waiting; next !== undefined; [next] = lane.waiting) {
      lane.waiting.delete(next);
      for (let run = this.#start(next, false); run; run = this.#start(next, false)) await run;
    }
    lane.workers -= 1;
    if (lane.workers > 0) return;
    this.#lanes.delete(name);
    this.go();
  }

  #laneOf(key: string): string {
    return this.#parts.laneOf?.(key) ?? "";
  }

  #enqueue(key: string): void {
    const name = this.#laneOf(key);
    const lane = this.#lanes.get(name) ?? { waiting: new Set(), workers: 0 };
    this.#lanes.set(name, lane);
    lane.waiting.add(key);
  }

  #add(key: string, gap: Gap): void {
    const known = this.#gaps.get(key);
    this.#gaps.set(key, known === undefined ? gap : this.#parts.joined(known, gap));
  }

  /** The reading that is under way there, or begins now. Undefined when there is none to begin yet. */
  #start(key: string, hurry: boolean): Promise<void> | undefined {
    const before = this.#running.get(key);
    if (before) return before;
    const gap = this.#gaps.get(key);
    if (gap === undefined || this.#failing.get(key)?.rested) return undefined;
    this.#gaps.delete(key);
    const running = this.#read(key, gap, hurry).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  async #read(key: string, gap: Gap, hurry: boolean): Promise<void> {
    try {
      await this.#parts.read(key, gap, hurry);
    } catch (error) {
      this.#again(key, gap, error);
      return;
    }
    // What was lost meanwhile is still to be read.
    const failing = this.#failing.get(key);
    if (!failing || this.#gaps.has(key)) return;
    this.#failing.delete(key);
    failing.letGo();
  }

  #again(key: string, gap: Gap, error: unknown): void {
    if (this.#stopped) return;
    const { failed, after } = this.#parts;
    this.#add(key, gap);
    const failing = this.#failing.get(key) ?? this.#hold(key);
    // What else is lost until it is tried again says nothing new.
    if (failing.rested) return;
    failing.tries += 1;
    const isStubborn = failing.tries >= MANY_TRIES;
    const { promise: rested, resolve } = Promise.withResolvers<void>();
    failing.rested = rested;
    failing.wake = () => {
      failing.rested = undefined;
      resolve();
    };
    failed(key, gap, error, failing.tries, isStubborn);
    after(isStubborn ? SELDOM_MS : backoffMs(failing.tries), () => {
      if (this.#stopped || failing.rested !== rested) return;
      failing.wake();
      this.#enqueue(key);
      this.go();
    });
  }

  #hold(key: string): Failing {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const unheld = { isHeldNoMore: false, held, letGo };
    const known = this.#failing.get(key);
    const failing: Failing = known
      ? Object.assign(known, unheld)
      : { tries: 0, rested: undefined, wake: () => undefined, ...unheld };
    this.#failing.set(key, failing);
    this.#parts.after(HELD_MS, () => {
      if (failing.held === held) failing.isHeldNoMore = true;
      letGo();
    });
    return failing;
  }
}

interface Lane {
  /** What is to be read in the background. */
  readonly waiting: Set<string>;
  workers: number;
}

/** A place that could not be read. */
interface Failing {
  tries: number;
  /** Until it is tried again; undefined while it is tried. */
  rested: Promise<void> | undefined;
  wake: () => void;
  /** What comes later is let pass. */
  isHeldNoMore: boolean;
  held: Promise<void>;
  letGo: () => void;
}
