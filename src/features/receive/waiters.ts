import type { TurnView } from "../../chat/turn-record.ts";
import type { Clock } from "../../ports/clock.ts";

const KEEP_MS = 5_000;

interface Waiter {
  readonly promise: Promise<TurnView>;
  readonly settle: (view: TurnView) => void;
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

  expect(eventId: string): void {
    if (this.#byEvent.has(eventId)) return;
    const { promise, resolve } = Promise.withResolvers<TurnView>();
    this.#byEvent.set(eventId, { promise, settle: resolve });
  }

  get(eventId: string): Promise<TurnView> | undefined {
    return this.#byEvent.get(eventId)?.promise;
  }

  settle(eventId: string, view: TurnView): void {
    const waiter = this.#byEvent.get(eventId);
    if (!waiter) return;
    waiter.settle(view);
    this.#clock.after(KEEP_MS, () => this.#byEvent.delete(eventId));
  }

  forget(eventId: string): void {
    this.#byEvent.delete(eventId);
  }
}
