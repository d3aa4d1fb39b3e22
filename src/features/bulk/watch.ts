import type { Operation } from "../../domain/operation.ts";
import type { Spot } from "./edit-pace.ts";
import { Tempo } from "./tempo.ts";

const RECENT_NAMES = 12;

/** What this process knows of an operation whose message it keeps true. */
export class Watch {
  readonly tempo = new Tempo();
  /** Names made here, the last ones. */
  names: readonly string[] = [];
  /** Where its message is; missing until it is shown the first time. */
  spot: Spot | undefined;
  lastShown = 0;
  /** When it is shown next, and how to call that off. */
  next: { readonly at: number; readonly callOff: () => void } | undefined;
  showing: Promise<void> | undefined;
  again = false;

  /** Items ended. */
  note({ status, progress }: Operation, names: readonly string[], now: number): void {
    this.names = [...this.names, ...names].slice(-RECENT_NAMES);
    if (status === "paused") this.tempo.reset();
    else this.tempo.note(progress.completed + progress.failed, now);
  }

  /** The last names, where this process has seen them all. */
  recentNames({ ended_at, progress }: Operation): readonly string[] | undefined {
    const known = ended_at === undefined && this.names.length >= Math.min(RECENT_NAMES, progress.completed);
    return known ? this.names : undefined;
  }

  callOff(): void {
    this.next?.callOff();
    this.next = undefined;
  }
}
