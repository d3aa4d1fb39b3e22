interface Parts<Home> {
  /** Stores marks that moved, all that moved since the last time together. */
  readonly write: (
    moved: readonly { readonly home: Home; readonly last: string; readonly at: Date }[],
  ) => Promise<void>;
  readonly now: () => Date;
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly failed: (error: unknown) => void;
  /** How long a move waits for others. */
  readonly gatherMs: number;
  /** Nothing else tells after a crash where to go back to: what is followed for the first time is written at once. */
  readonly firstAtOnce?: boolean;
  /** Lines that are followed at a time; those that were silent for longest are let go once they are written. */
  readonly most?: number;
}

const MOST = 20_000;

interface Held<Home> {
  readonly home: Home;
  last: string;
  at: Date;
  moved: boolean;
  /** While something could not be taken, what comes after it does not move the mark. */
  stuck: boolean;
}

/**
 * How far each of many lines was read. Moves are cheap: they are kept in memory, and written together some seconds
 * later. A crash in between costs a second reading, and loses nothing.
 */
export class Watermarks<Home> {
  readonly #parts: Parts<Home>;
  readonly #marks = new Map<string, Held<Home>>();
  #callOff: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: Parts<Home>) {
    this.#parts = parts;
  }

  /** As it was stored: the older of the two when it is known already. */
  restore(key: string, { home, last, at }: { home: Home; last: string; at: Date }): void {
    if (!this.#marks.has(key)) this.#marks.set(key, { home, last, at, moved: false, stuck: false });
  }

  at(key: string): string | undefined {
    return this.#marks.get(key)?.last;
  }

  /** Those that were read latest come first. */
  entries(): readonly {
    readonly key: string;
    readonly home: Home;
    readonly last: string;
    readonly at: Date;
  }[] {
    return [...this.#marks]
      .toSorted(([, one], [, other]) => other.at.getTime() - one.at.getTime())
      .map(([key, { home, last, at }]) => ({ key, home, last, at }));
  }

  /** When anything was read last. */
  get awake(): Date | undefined {
    const times = [...this.#marks.values()].map(({ at }) => at.getTime());
    return times.length === 0 ? undefined : new Date(times.reduce((a, b) => Math.max(a, b)));
  }

  /** From now on the line is followed, from `last` on. */
  watch(key: string, home: Home, last: string): void {
    if (this.#marks.has(key)) {
      this.move(key, last);
    } else {
      this.#marks.set(key, { home, last, at: this.#parts.now(), moved: true, stuck: false });
      this.#letGo();
      if (this.#parts.firstAtOnce) void this.flush().then(() => this.#marks.get(key)?.moved && this.#soon());
      else this.#soon();
    }
  }

  /** Lines that are not followed, and moves back, change nothing. */
  move(key: string, last: string): void {
    const mark = this.#marks.get(key);
    if (!mark || mark.stuck || !isAfter(last, mark.last)) return;
    Object.assign(mark, { last, at: this.#parts.now(), moved: true });
    // The order of the map is that of the last reading.
    this.#marks.delete(key);
    this.#marks.set(key, mark);
    this.#soon();
  }

  stick(key: string, home: Home, last: string): void {
    this.watch(key, home, last);
    const mark = this.#marks.get(key);
    if (mark) mark.stuck = true;
  }

  unstick(key: string): void {
    const mark = this.#marks.get(key);
    if (mark) mark.stuck = false;
  }

  /** Writes what moved; what cannot be written now is written with the next moves. */
  flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const moved = [...this.#marks.values()].filter((mark) => mark.moved);
    if (moved.length === 0) return;
    for (const mark of moved) mark.moved = false;
    try {
      await this.#parts.write(moved.map(({ home, last, at }) => ({ home, last, at })));
    } catch (error) {
      for (const mark of moved) mark.moved = true;
      this.#parts.failed(error);
    }
  }

  #letGo(): void {
    const { most = MOST } = this.#parts;
    for (const [key, { moved, stuck }] of this.#marks) {
      if (this.#marks.size <= most) return;
      if (!moved && !stuck) this.#marks.delete(key);
    }
  }

  #soon(): void {
    this.#callOff ??= this.#parts.after(this.#parts.gatherMs, () => void this.flush());
  }
}

/** Ids that grow: numbers as text, of which the longer is the newer. */
export const isAfter = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;
