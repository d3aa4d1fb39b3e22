import type { Place } from "../../domain/session.ts";
import { Quota } from "../../lib/quota.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import type { DeliveryFailure, Mark, Marking } from "../../ports/platform.ts";

/** Beyond these, what is said in a workspace is not marked: who is that busy reads the answers. */
const MAX_OF_A_WORKSPACE = 500;
const MAX_AT_WORK = 10_000;
/** Where Backlot may not mark, it asks again after an hour. */
const OFF_MS = 3_600_000;
const MAX_OFF = 500;

/** A message of a person, where marks are set. */
export interface Marked {
  readonly place: Place;
  readonly message_id: string;
  readonly marking: Marking;
}

interface Work {
  readonly target: Marked;
  /** What people see there. */
  shown: readonly Mark[];
  wanted: Mark | undefined;
  callOff?: () => void;
  busy: boolean;
}

/** Brings the mark of each message to what is wanted of it now. Nobody waits for it, and what fails is let be. */
export class Marks {
  readonly #parts: { readonly clock: Clock; readonly logger: Logger };
  readonly #work = new Map<string, Work>();
  /** By channel: until when nothing is marked there. */
  readonly #off = new Map<string, number>();
  readonly #quotas = new Map<string, Quota>();

  constructor(parts: { readonly clock: Clock; readonly logger: Logger }) {
    this.#parts = parts;
  }

  /** `before`: marks that may be there from a process that died. */
  want(target: Marked, mark: Mark | undefined, before: readonly Mark[] = []): void {
    const key = `${placeKey(target.place)} ${target.message_id}`;
    const known = this.#work.get(key);
    if (!known && (this.#isOff(target) || this.#isFull(target))) return;
    const work = known ?? { target, shown: before, wanted: mark, busy: false };
    work.wanted = mark;
    this.#work.set(key, work);
    if (!work.busy && !work.callOff) void this.#bring(key, work);
  }

  /** Whether a message has a mark, or will soon. */
  has(target: Marked): boolean {
    return this.#work.has(`${placeKey(target.place)} ${target.message_id}`);
  }

  async #bring(key: string, work: Work): Promise<void> {
    work.busy = true;
    try {
      for (;;) {
        const wait = await this.#step(work);
        if (wait === undefined) break;
        if (wait === 0) continue;
        work.callOff = this.#parts.clock.after(wait, () => {
          delete work.callOff;
          void this.#bring(key, work);
        });
        return;
      }
      if (work.wanted !== "waits" && work.wanted !== "taken") this.#work.delete(key);
    } catch (error) {
      this.#work.delete(key);
      this.#failed(work.target, error as DeliveryFailure);
    } finally {
      work.busy = false;
    }
  }

  /** One change. Answers how long to wait before the next, in milliseconds; undefined when all is as wanted. */
  async #step(work: Work): Promise<number | undefined> {
    const { wanted, shown, target } = work;
    const missing = wanted !== undefined && !shown.includes(wanted) ? wanted : undefined;
    const mark = missing ?? shown.find((one) => one !== wanted);
    if (mark === undefined) return undefined;
    const what = missing ? "set" : "unset";
    const quota = this.#quota(target, what);
    const wait = quota?.waitMs(this.#now()) ?? 0;
    if (wait > 0) return Number.isFinite(wait) ? wait : 250;
    const end = quota?.begin();
    try {
      await target.marking[what](target.place, target.message_id, mark);
      work.shown = missing ? [...shown, mark] : shown.filter((one) => one !== mark);
      return 0;
    } catch (error) {
      const { retryAfterMs } = error as DeliveryFailure;
      if (retryAfterMs === undefined) throw error;
      return retryAfterMs;
    } finally {
      end?.(this.#now());
    }
  }

  #failed({ place }: Marked, failure: DeliveryFailure): void {
    if (!failure.final || failure.gone) return;
    const [oldest] = this.#off.keys();
    if (this.#off.size >= MAX_OFF && oldest !== undefined) this.#off.delete(oldest);
    if (!this.#off.has(placeKey(place)))
      this.#parts.logger.warn(
        { err: failure, channel: place.channel },
        "what people say cannot be marked here; it is left unmarked",
      );
    this.#off.set(placeKey(place), this.#now() + OFF_MS);
  }

  #isFull({ place }: Marked): boolean {
    if (this.#work.size < MAX_OF_A_WORKSPACE || this.#work.size >= MAX_AT_WORK)
      return this.#work.size >= MAX_AT_WORK;
    let own = 0;
    for (const { target } of this.#work.values())
      if (target.place.platform === place.platform && target.place.workspace === place.workspace) own += 1;
    return own >= MAX_OF_A_WORKSPACE;
  }

  #isOff({ place }: Marked): boolean {
    return (this.#off.get(placeKey(place)) ?? 0) > this.#now();
  }

  #quota({ place, marking }: Marked, what: "set" | "unset"): Quota | undefined {
    const allowance = what === "set" ? marking.sets : marking.unsets;
    if (!allowance) return undefined;
    const key = `${place.platform} ${place.workspace} ${what}`;
    const quota = this.#quotas.get(key) ?? new Quota(allowance);
    this.#quotas.set(key, quota);
    return quota;
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}

const placeKey = ({ platform, workspace, channel }: Place): string => `${platform} ${workspace} ${channel}`;
