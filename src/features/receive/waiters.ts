import type { TurnView } from "../../chat/turn-record.ts";
import type { Clock } from "../../ports/clock.ts";

const KEEP_MS = 5_000;
/** So long nobody waits. Another process that took a turn may have died before it told of it. */
const LONGEST_MS = 3_600_000;

interface Waiter {
  readonly promise: Promise<TurnView | undefined>;
  readonly settle: (view: TurnView | undefined) => void;
  done: boolean;
  readonly stopListening: () => void;
}

/**
 * Turns that this process is about to finish, so that a caller waiting for one costs no read of the store.
 * A finished turn stays for some seconds, which covers a caller that asks late; later ones ask the store.
 */
export class Waiters {
  readonly #byEvent = new Map<string, Waiter>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * A turn that is finished already is not the one expected: a refused press comes again under the same id. `listen`
   * hears of a turn that another process finishes; what it answers ends that.
   */
  expect(eventId: string, listen?: () => () => void): void {
    if (this.#byEvent.get(eventId)?.done === false) return;
    const { promise, resolve } = Promise.withResolvers<TurnView | undefined>();
    const stop = listen?.() ?? (() => {});
    const callOff = this.#clock.after(LONGEST_MS, () => this.forget(eventId));
    const stopListening = () => {
      callOff();
      stop();
    };
    this.#byEvent.set(eventId, { promise, settle: resolve, done: false, stopListening });
  }

  get(eventId: string): Promise<TurnView | undefined> | undefined {
    return this.#byEvent.get(eventId)?.promise;
  }

  /** `undefined`: there is no turn, and none comes. */
  settle(eventId: string, view: TurnView | undefined): void {
    const waiter = this.#byEvent.get(eventId);
    if (!waiter || waiter.done) return;
    waiter.stopListening();
    waiter.settle(view);
    waiter.done = true;
    this.#clock.after(KEEP_MS, () => {
      if (this.#byEvent.get(eventId) === waiter) this.#byEvent.delete(eventId);
    });
  }

  forget(eventId: string): void {
    this.#byEvent.get(eventId)?.stopListening();
    this.#byEvent.delete(eventId);
  }
}
