import { backoffMs } from "./backoff.ts";

/** With the pauses between them, some five minutes. */
const MAX_TRIES = 15;

interface GapRunsParts<Gap> {
  /** Reads what is missing. What it throws is tried again later. */
  readonly read: (key: string, gap: Gap) => Promise<void>;
  readonly after: (ms: number, callback: () => void) => unknown;
  /** `tries`: how often it failed so far; undefined when it is given up. */
  readonly failed: (key: string, gap: Gap, error: unknown, tries: number | undefined) => void;
  /** Gaps that are read at a time, unasked. */
  readonly atATime: number;
}

/** What is missing, by where: each read once, a few in the background and one that is waited for at once, and again when it fails. */
export class GapRuns<Gap> {
  readonly #parts: GapRunsParts<Gap>;
  readonly #gaps = new Map<string, Gap>();
  readonly #unasked = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #tries = new Map<string, number>();
  #workers = 0;
  #stopped = false;

  constructor(parts: GapRunsParts<Gap>) {
    this.#parts = parts;
  }

  /** How many are to be read in the background. */
  get unasked(): number {
    return this.#unasked.size;
  }

  has(key: string): boolean {
    return this.#gaps.has(key);
  }

  /** `unasked`: to be read in the background, else only when somebody waits for it. */
  set(key: string, gap: Gap, unasked = true): void {
    if (this.#stopped) return;
    this.#gaps.set(key, gap);
    if (unasked) this.#unasked.add(key);
  }

  /** Reads in the background. */
  go(): void {
    for (let worker = this.#workers; worker < this.#parts.atATime; worker += 1) void this.#work();
  }

  /** Resolves when nothing is missing there, or it could not be read. */
  async over(key: string): Promise<void> {
    this.#start(key);
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
    this.#unasked.clear();
  }

  async #work(): Promise<void> {
    this.#workers += 1;
    for (let [next] = this.#unasked; next !== undefined; [next] = this.#unasked) {
      this.#unasked.delete(next);
      await this.#start(next);
    }
    this.#workers -= 1;
  }

  #start(key: string): Promise<void> | undefined {
    const gap = this.#gaps.get(key);
    if (gap === undefined) return undefined;
    this.#gaps.delete(key);
    const running = this.#read(key, gap).finally(() => {
      if (this.#running.get(key) === running) this.#running.delete(key);
    });
    this.#running.set(key, running);
    return running;
  }

  async #read(key: string, gap: Gap): Promise<void> {
    try {
      await this.#parts.read(key, gap);
      this.#tries.delete(key);
    } catch (error) {
      this.again(key, gap, error);
    }
  }
}
