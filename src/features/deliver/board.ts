import type { Clock } from "../../ports/clock.ts";

/** One channel's sends that go on side by side: each is another conversation's. Its edits have as many of their own. */
const SIDE_BY_SIDE = 4;

/** One thing to bring to a platform, once its turn has come. */
export interface Task {
  /** The message it brings: one task a message at a time. */
  readonly id: string;
  /** The queue it waits in. */
  readonly channel: string;
  /** Posts of one conversation go out one after the other; an edit names none and waits for nobody. */
  readonly session?: string;
  /** Lower goes first; among equals what waits for longest does. */
  readonly rank: number;
  /** When what it brings was last seen to, in milliseconds. */
  seenTo(): number;
  /** Milliseconds until it may begin; 0 when it may now. */
  waitMs(now: number): number;
  /** There is news: what was read for its run may be old. Missing: nothing was. */
  touch?(): void;
  /** Never rejects. False: what comes after it in its session must wait for it, and is let go of. */
  run(): Promise<boolean>;
}

/**
 * What is taken up and not yet brought: a queue for each channel, so that one that is slow, full or dead holds no other
 * up. Within a channel answers go before edits that somebody waits for, and those before progress.
 */
export class Board {
  readonly #clock: Clock;
  readonly #onEnd: (touched: boolean) => void;
  /** What is under way and may have been changed since. */
  readonly #touched = new Set<string>();
  readonly #waiting = new Map<string, Task>();
  readonly #running = new Map<string, Task>();
  readonly #idle = new Set<() => void>();
  /** Sessions that had to wait: what was read of them before may stand behind what was let go of. */
  readonly letGo = new Set<string>();
  #callOff = () => {};
  #stopped = false;

  /** `onEnd` hears of all that ends, and whether there was news meanwhile. */
  constructor(clock: Clock, onEnd: (touched: boolean) => void) {
    this.#clock = clock;
    this.#onEnd = onEnd;
  }

  /** The messages that are taken up. */
  get taken(): string[] {
    return [...this.#waiting.keys(), ...this.#running.keys()];
  }

  get size(): number {
    return this.#waiting.size + this.#running.size;
  }

  /** There is news, which may be of what is under way. */
  touch(): void {
    for (const id of this.#running.keys()) this.#touched.add(id);
    for (const task of this.#waiting.values()) task.touch?.();
  }

  add(task: Task): void {
    this.#waiting.set(task.id, task);
  }

  /** Begins what may begin now, and comes back when the next may. */
  pump(): void {
    this.#callOff();
    if (this.#stopped) return;
    const now = this.#clock.now().getTime();
    let next = Number.POSITIVE_INFINITY;
    for (const task of this.#inTurn()) {
      const wait = task.waitMs(now);
      if (wait > 0) next = Math.min(next, wait);
      else if (this.#hasRoom(task)) this.#begin(task);
    }
    if (Number.isFinite(next)) this.#callOff = this.#clock.after(next, () => this.pump());
  }

  /** Resolves when nothing is under way; what waits for its time is not waited for. */
  async idle(): Promise<void> {
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
  }

  /** Begins nothing more, and resolves when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOff();
    await this.idle();
  }

  /** The edits, and the first post of each session of which none is under way. */
  #inTurn(): Task[] {
    const sessions = new Set([...this.#running.values()].map(({ session }) => session));
    const first: Task[] = [];
    for (const task of this.#waiting.values()) {
      if (task.session === undefined || !sessions.has(task.session)) first.push(task);
      sessions.add(task.session);
    }
    return first.sort((a, b) => a.rank - b.rank || a.seenTo() - b.seenTo());
  }

  #hasRoom({ channel, session }: Task): boolean {
    let alike = 0;
    for (const other of this.#running.values())
      if (other.channel === channel && (other.session === undefined) === (session === undefined)) alike += 1;
    return alike < SIDE_BY_SIDE;
  }

  #begin(task: Task): void {
    this.#waiting.delete(task.id);
    this.#running.set(task.id, task);
    void task.run().then((on) => {
      this.#running.delete(task.id);
      if (!on) this.#letGo(task.session);
      this.pump();
      this.#onEnd(this.#touched.delete(task.id));
      if (this.#running.size > 0) return;
      for (const resolve of this.#idle) resolve();
      this.#idle.clear();
    });
  }

  /** They are stored, and come again after the one that failed. */
  #letGo(session: string | undefined): void {
    if (session === undefined) return;
    this.letGo.add(session);
    for (const task of this.#waiting.values()) if (task.session === session) this.#waiting.delete(task.id);
  }
}
