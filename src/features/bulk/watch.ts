import type { Operation } from "../../domain/operation.ts";
import type { Spot } from "./edit-pace.ts";
import { Tempo } from "./tempo.ts";

const RECENT_NAMES = 12;

/** What this process knows of an operation whose message it keeps true. */
export class Watch {
  readonly tempo = new Tempo();
  /** Names made here, the last ones. */
  names: readonly string[] = [];
  /** The message that shows it, once that is known. */
  messageId: string | undefined;
  /** Where its message is; missing until it is shown the first time. */
  spot: Spot | undefined;
  lastShown = 0;
  /** Ends what listens for its end in other processes. */
  forget: () => void = () => {};
  /** When it is shown next, and how to call that off. */
  next: { readonly at: number; readonly callOff: () => void } | undefined;
  showing: Promise<void> | undefined;
  again = false;
  /** Since when it could not be shown, in milliseconds; missing while it can. */
  failingSince: number | undefined;
  #completed: number | undefined;
  #alone = true;

  /** Items ended. */
  note({ status, progress }: Operation, names: readonly string[], now: number): void {
    this.names = [...this.names, ...names].slice(-RECENT_NAMES);
    // More were made since than are known here: others are at work on it, too.
    if (this.#completed !== undefined && progress.completed - this.#completed > names.length)
      this.#alone = false;
    this.#completed = Math.max(progress.completed, this.#completed ?? 0);
    if (status === "paused") this.tempo.reset();
    else this.tempo.note(progress.completed + progress.failed, now);
  }

  /** The last names, where this process has seen them all. */
  recentNames({ ended_at, progress }: Operation): readonly string[] | undefined {
    const enough = this.names.length >= Math.min(RECENT_NAMES, progress.completed);
    return enough && this.#alone && ended_at === undefined ? this.names : undefined;
  }

  callOff(): void {
    this.next?.callOff();
    this.next = undefined;
  }
}
