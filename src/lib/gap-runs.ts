import { backoffMs } from "./backoff.ts";

/** With the pauses between them, some five minutes. */
const MAX_TRIES = 15;
/** Lanes that are read side by side. */
const MAX_BUSY_LANES = 50;

interface GapRunsParts<Gap> {
  /** Reads what is missing. What it throws is tried again later. `hurry`: somebody waits for it. */
  readonly read: (key: string, gap: Gap, hurry: boolean) => Promise<void>;
  readonly after: (ms: number, callback: () => void) => unknown;
  /** `tries`: how often it failed so far; undefined when it is given up. */
  readonly failed: (key: string, gap: Gap, error: unknown, tries: number | undefined) => void;
  /** Gaps that are read at a time, unasked: of each lane, where there are several. */
  readonly atATime: number;
  /** Gaps of different lanes wait for none of each other. Missing: there is one lane. */
  readonly laneOf?: (key: string) => string;
}

/** What is missing, by where: each read once, a few in the background and one that is waited for at once, and again when it fails. */
export class GapRuns<Gap> {
  readonly #parts: GapRunsParts<Gap>;
  readonly #gaps = new Map<string, Gap>();
  readonly #lanes = new Map<string, Lane>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #tries = new Map<string, number>();
  #stopped = false;

  constructor(parts: GapRunsParts<Gap>) {
    this.#parts = parts;
  }

  /** How many are to be read in the background, in the lane of this key. */
  unasked(key: string): number {
    return this.#lanes.get(this.#laneOf(key))?.waiting.size ?? 0;
  }

  has(key: string): boolean {
    return this.#gaps.has(key);
  }

  /** `unasked`: to be read in the background, else only when somebody waits for it. */
  set(key: string, gap: Gap, unasked = true): void {
    if (this.#stopped) return;
    this.#gaps.set(key, gap);
    if (!unasked) return;
    const name = this.#laneOf(key);
    const lane = this.#lanes.get(name) ?? { waiting: new Set(), workers: 0 };
    this.#lanes.set(name, lane);
    lane.waiting.add(key);
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

  /** Resolves when nothing is missing there, or it could not be read. */
  async over(key: string): Promise<void> {
    this.#start(key, true);
    await this.#running.get(key);
  }

  /** It could not be read, or came to light by a failure: it is tried again later. */
  again(key: string, gap: Gap, error: unknown): void {
    if (this.#stopped) return;
    const { failed, after } = this.#parts;
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, tries);
    if (tries > MAX_TRIES) {
      failed(key, gap, error, undefined);
      return;
    }
    failed(key, gap, error, tries);
    after(backoffMs(tries), () => {
      this.set(key, gap);
      this.go();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#gaps.clear();
    for (const { waiting } of this.#lanes.values()) waiting.clear();
  }

  async #work(name: string, lane: Lane): Promise<void> {
    lane.workers += 1;
    for (let [next] = lane.waiting; next !== undefined; [next] = lane.waiting) {
      lane.waiting.delete(next);
      await this.#start(next, false);
    }
    lane.workers -= 1;
    if (lane.workers > 0) return;
    this.#lanes.delete(name);
    this.go();
  }

  #laneOf(key: string): string {
    return this.#parts.laneOf?.(key) ?? "";
  }

  #start(key: string, hurry: boolean): Promise<void> | undefined {
    const gap = this.#gaps.get(key);
    if (gap === undefined) return undefined;
    this.#gaps.delete(key);
    const running = this.#read(key, gap, hurry).finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    this.#running.set(key, running);
    return running;
  }

  async #read(key: string, gap: Gap, hurry: boolean): Promise<void> {
    try {
      await this.#parts.read(key, gap, hurry);
      this.#tries.delete(key);
    } catch (error) {
      this.again(key, gap, error);
    }
  }
}

interface Lane {
  /** What is to be read in the background. */
  readonly waiting: Set<string>;
  workers: number;
}
