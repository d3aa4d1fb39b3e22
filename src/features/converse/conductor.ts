import { askerOf, isStop, turnToStop } from "../../chat/stop.ts";
import { backoffMs } from "../../lib/backoff.ts";
import type { FirstEvent, StoredEvent } from "../../ports/inbox.ts";
import type { Lease } from "../../ports/leases.ts";
import { loadFilm } from "./load-film.ts";
import type { ConverseParts } from "./parts.ts";
import type { StopAsk } from "./stops.ts";
import { takeTurn } from "./take-turn.ts";
import { tellWritten } from "./tell-written.ts";

type Waiting = StoredEvent & Partial<Pick<FirstEvent, "loaded">> & { readonly more?: boolean };

/** How long to wait when another process holds the session, who is told that there is more; each time twice as long. */
const BUSY_RETRY_MS = 500;
const LONGEST_BUSY_MS = 4_000;
/** Among so many that wait, an answer to what they wait for is looked for. */
const LOOK_AHEAD = 200;

/**
 * Runs each session's events in order, one at a time, and sessions side by side. The lease keeps that true across
 * processes; the stored events keep it true across deaths.
 */
export class Conductor {
  readonly #parts: ConverseParts;
  readonly #running = new Map<string, Promise<void>>();
  /** Sessions whose lease is held here. */
  readonly #leased = new Set<string>();
  /** Sessions with something new since their last look into the inbox. */
  readonly #dirty = new Set<string>();
  readonly #stopping = new AbortController();
  /** Sessions that another process holds, and when they are tried again. */
  readonly #held = new Map<string, { ms: number; tried: boolean; callOff: () => void }>();

  /** By event: those whose turn broke off when it may have been written already. */
  readonly #unsure = new Map<string, StoredEvent>();
  /** Answers that are given beside the running turns. */
  readonly #beside = new Set<Promise<void>>();

  constructor(parts: ConverseParts) {
    this.#parts = parts;
  }

  /**
   * Says that a session has something to do. Cheap; may be called any number of times. `first`: the event it is, stored
   * just now, which no other process may answer.
   */
  schedule(sessionId: string, first?: FirstEvent): void {
    if (this.#stopping.signal.aborted) {
      this.#parts.leaves?.(sessionId);
      return;
    }
    this.#dirty.add(sessionId);
    if (this.#running.has(sessionId)) return;
    const run = this.#runSession(sessionId, first).finally(() => {
      this.#running.delete(sessionId);
      this.#leased.delete(sessionId);
      if (this.#dirty.has(sessionId)) this.schedule(sessionId);
    });
    this.#running.set(sessionId, run);
  }

  /** Whether nothing is answered in a session here, just now. */
  rests(sessionId: string): boolean {
    return !this.#running.has(sessionId);
  }

  /**
   * Ends the turns that are meant, where they run here, and answers who asked for it next. Answers whether it ended one;
   * of turns in other sessions than the asking one, who ended none leaves the answer to who did.
   */
  stopTurn(ask: StopAsk): boolean {
    const stopped = this.#parts.stops.ask(ask);
    if (stopped || ask.turns === undefined) this.schedule(ask.session_id);
    return stopped;
  }

  /** Answers who asked to stop a turn that is over, beside the one that may run now: it waits for none. */
  answerLateStop(ask: StopAsk): Promise<void> {
    const answer = this.#answerBeside(ask).finally(() => this.#beside.delete(answer));
    this.#beside.add(answer);
    return answer;
  }

  async #answerBeside({ session_id, event_id }: StopAsk): Promise<void> {
    let stored: StoredEvent | undefined;
    try {
      stored = await this.#parts.inbox.find(event_id);
      if (stored?.status === "pending") await takeTurn(this.#parts, stored, this.#stopping.signal);
    } catch (error) {
      this.#parts.logger.warn({ err: error, event_id }, "a late stop was not answered at once; it waits");
      if (stored) this.#unsure.set(event_id, stored);
      this.schedule(session_id);
    }
  }

  /** What an event says was changed or taken back: a turn that answers it here is taken anew. */
  retakeTurn(sessionId: string, eventId: string): void {
    this.#parts.stops.retake(sessionId, eventId);
  }

  /** Says that a session that is answered here just now has something more. Who only asks for its lease hears that, too. */
  goOn(sessionId: string): void {
    if (this.#leased.has(sessionId)) this.#dirty.add(sessionId);
  }

  /** Takes up what was stored before the process last died. */
  async recover(): Promise<void> {
    for (const sessionId of await this.#parts.inbox.waiting()) this.schedule(sessionId);
  }

  /** Resolves when nothing that was scheduled is left to do now; what waits for a later try is not waited for. */
  async drain(): Promise<void> {
    while (this.#running.size + this.#beside.size > 0)
      await Promise.allSettled([...this.#running.values(), ...this.#beside]);
  }

  /** Takes no more, aborts what runs, and resolves when it has ended. What was not finished stays stored. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.allSettled([...this.#running.values(), ...this.#beside]);
  }

  async #runSession(sessionId: string, first: FirstEvent | undefined): Promise<void> {
    this.#dirty.delete(sessionId);
    let lease: Lease | undefined;
    try {
      lease = await this.#parts.leases.tryAcquire(`session:${sessionId}`);
      if (lease) {
        this.#leased.add(sessionId);
        this.#held.get(sessionId)?.callOff();
        this.#held.delete(sessionId);
        const signal = AbortSignal.any([this.#stopping.signal, lease.lost]);
        await this.#drainSession(sessionId, signal, first);
      } else {
        this.#parts.busyElsewhere?.(sessionId);
        this.#whenFree(sessionId);
      }
    } catch (error) {
      this.#parts.logger.error(
        { err: error, session_id: sessionId },
        "a session could not be run; trying again",
      );
      this.#later(sessionId, BUSY_RETRY_MS);
    } finally {
      await lease?.release().catch(() => {});
      if (lease && this.#stopping.signal.aborted) this.#parts.leaves?.(sessionId);
    }
  }

  async #drainSession(sessionId: string, signal: AbortSignal, first: Waiting | undefined): Promise<void> {
    await this.#makeSure(sessionId);
    let given = first && { ...first, more: false };
    // What is stored from here on says so by `schedule`, so a session known to be empty is not asked again.
    for (let more = true; (more || this.#dirty.has(sessionId)) && !signal.aborted; ) {
      // What came behind the first is not looked for with it.
      if (!given) this.#dirty.delete(sessionId);
      const stored = (await this.#asked(sessionId)) ?? given ?? (await this.#parts.inbox.next(sessionId));
      given = undefined;
      if (!stored) return;
      more = stored.more ?? true;
      try {
        const end = await this.#take(stored, signal);
        if (end === "again") more = true;
        if (end !== "waits") continue;
        if (!(await this.#takeBefore(stored, signal))) return;
        more = true;
      } catch (error) {
        if (signal.aborted) return;
        this.#unsure.set(stored.event.id, stored);
        await this.#postpone(sessionId, stored.event.id, error);
        return;
      }
    }
  }

  /** A turn that broke off may be written all the same: then whoever waits for it is told now. */
  async #makeSure(sessionId: string): Promise<void> {
    for (const [eventId, stored] of this.#unsure) {
      if (stored.session_id !== sessionId) continue;
      await tellWritten(this.#parts, stored);
      this.#unsure.delete(eventId);
    }
  }

  /** Who asks that a turn be stopped is answered before all that waits. */
  async #asked(sessionId: string): Promise<Waiting | undefined> {
    for (;;) {
      const eventId = this.#parts.stops.next(sessionId);
      if (eventId === undefined) return undefined;
      const stored = await this.#parts.inbox.find(eventId);
      if (stored?.status === "pending") return { ...stored, more: true };
    }
  }

  async #take(stored: Waiting, signal: AbortSignal): Promise<"taken" | "waits" | "again"> {
    if (isStop(stored.event)) {
      await this.#condemn(stored);
      return takeTurn(this.#parts, stored, signal);
    }
    const run = this.#parts.stops.begin(stored);
    const rest = this.#parts.working?.(stored);
    try {
      const end = await takeTurn(this.#parts, stored, signal, run);
      if (end === "again") await tellWritten(this.#parts, stored);
      return end;
    } finally {
      rest?.();
      run.end();
    }
  }

  /** Whoever took the turn that is to be stopped may have died before it ended: it is not taken anew. */
  async #condemn({ session_id, event }: StoredEvent): Promise<void> {
    const { inbox, stops } = this.#parts;
    const turn = event.type === "choice" ? turnToStop(event.choice_id) : undefined;
    if (turn === undefined || stops.didStop(event.id)) return;
    const line = await inbox.line(session_id, LOOK_AHEAD);
    if (line.some(({ turn_id }) => turn_id === turn)) stops.condemn(turn, askerOf(event), event.id);
  }

  /** Takes what may go before an event that waits for an answer: the answer itself. Answers false when there is none. */
  async #takeBefore({ session_id, event: { id } }: StoredEvent, signal: AbortSignal): Promise<boolean> {
    const loaded = await loadFilm(this.#parts, session_id);
    const line = await this.#parts.inbox.line(session_id, LOOK_AHEAD);
    const next = line.find(
      ({ event }) => event.id !== id && loaded && !this.#parts.lobby?.waits(loaded, event),
    );
    if (next) await this.#take(next, signal);
    return next !== undefined;
  }

  /** The event stays first in its session's line: what was said after it waits, since order is a promise. */
  async #postpone(sessionId: string, eventId: string, error: unknown): Promise<void> {
    const attempts = await this.#parts.inbox.failed(eventId);
    this.#parts.logger.warn(
      { err: error, event_id: eventId, attempts },
      "a turn broke and will be tried again",
    );
    this.#later(sessionId, backoffMs(attempts));
  }

  /** One try waits at a time; whoever says meanwhile that there is something begins with the shortest wait anew. */
  #whenFree(sessionId: string): void {
    const before = this.#held.get(sessionId);
    before?.callOff();
    const ms = before?.tried ? Math.min(LONGEST_BUSY_MS, before.ms * 2) : BUSY_RETRY_MS;
    const held = { ms, tried: false, callOff: () => {} };
    held.callOff = this.#parts.clock.after(ms, () => {
      held.tried = true;
      this.schedule(sessionId);
    });
    this.#held.set(sessionId, held);
  }

  #later(sessionId: string, ms: number): void {
    this.#parts.clock.after(ms, () => this.schedule(sessionId));
  }
}
