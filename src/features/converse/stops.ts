import { channelKey } from "../../domain/session.ts";
import type { StoredEvent } from "../../ports/inbox.ts";

/** Somebody asks that the running turn of a session end. */
export interface StopAsk {
  readonly session_id: string;
  /** The event that asks; it is answered before all that waits. */
  readonly event_id: string;
  /** Who asks, as people call them. */
  readonly by: string;
  /** The only turn that is meant, where a button of its own was pressed. */
  readonly turn_id?: string | undefined;
  /** The turns that are meant, in whichever sessions, where it was asked for from their channel. */
  readonly turns?: readonly string[] | undefined;
  /** Where it was asked, as `channelKey` says it, when that is no thread: there some platforms take commands alone. */
  readonly channel?: string | undefined;
  /** The id of whoever asks. */
  readonly by_id?: string | undefined;
}

/** A turn that is being taken. */
export interface Run {
  /** Aborted when somebody stops the turn. */
  readonly stop: AbortSignal;
  /** Who stopped it; undefined when it is to be taken anew, since what it answers was changed. */
  readonly by: string | undefined;
  /** The turn is about to be written: from here on nothing stops it. Answers false when it was stopped before. */
  seal(): boolean;
  end(): void;
}

interface Running extends Run {
  readonly turn_id: string;
  readonly event_id: string;
  readonly channel: string;
  readonly person_id: string;
  stopFor(by: string | undefined): boolean;
}

const MAX_REMEMBERED = 1_000;

/** The turns that this process takes now, and who asked to stop them. A stop that outlives its process stops nothing. */
export class Stops {
  readonly #running = new Map<string, Running>();
  /** By session: events that are to be answered next. */
  readonly #next = new Map<string, string[]>();
  /** By event: whether it stopped a turn. The oldest are forgotten. */
  readonly #asked = new Map<string, boolean>();
  /** By turn: who stopped it while another process took it, which died of something else. */
  readonly #condemned = new Map<string, string>();

  begin({ session_id, turn_id, event }: Pick<StoredEvent, "session_id" | "turn_id" | "event">): Run {
    const stop = new AbortController();
    let by: string | undefined;
    let sealed = false;
    const run: Running = {
      turn_id,
      event_id: event.id,
      channel: channelKey(event.place),
      person_id: event.person.id,
      stop: stop.signal,
      get by() {
        return by;
      },
      stopFor: (person) => {
        if (sealed || stop.signal.aborted) return false;
        by = person;
        stop.abort();
        return true;
      },
      seal: () => {
        sealed = !stop.signal.aborted;
        return sealed;
      },
      end: () => {
        if (this.#running.get(session_id) === run) this.#running.delete(session_id);
      },
    };
    this.#running.set(session_id, run);
    const condemned = this.#condemned.get(turn_id);
    if (condemned !== undefined && this.#condemned.delete(turn_id)) run.stopFor(condemned);
    return run;
  }

  /** Answers whether it stopped a turn. Asked again for the same event, which more than one way may lead to, it does nothing. */
  ask(ask: StopAsk): boolean {
    const { session_id, event_id, by } = ask;
    const known = this.#asked.get(event_id);
    if (known !== undefined) return known;
    const stopped = this.#meant(ask)
      .map((run) => run.stopFor(by))
      .includes(true);
    remember(this.#asked, event_id, stopped);
    // Of sessions that another process answers nobody asks here for what is next.
    remember(this.#next, session_id, [...(this.#next.get(session_id) ?? []), event_id]);
    return stopped;
  }

  /** Another process says that the event has stopped a turn there. */
  note(eventId: string): void {
    remember(this.#asked, eventId, true);
  }

  /** The turn was begun elsewhere, stopped, and not ended: it is stopped when it is begun here. */
  condemn(turnId: string, by: string, eventId: string): void {
    remember(this.#condemned, turnId, by);
    remember(this.#asked, eventId, true);
  }

  /** Whether the turn is taken here now. */
  takes(turnId: string): boolean {
    return [...this.#running.values()].some((run) => run.turn_id === turnId);
  }

  /** The session's own turn. From a channel also those in its threads: one's own, or the only one there is. */
  #meant({ session_id, turn_id, turns, channel, by_id }: StopAsk): readonly Running[] {
    if (turns) return [...this.#running.values()].filter((each) => turns.includes(each.turn_id));
    const run = this.#running.get(session_id);
    if (run) return turn_id === undefined || turn_id === run.turn_id ? [run] : [];
    if (turn_id !== undefined || channel === undefined) return [];
    const near = [...this.#running.values()].filter((each) => each.channel === channel);
    return meantNear(near, ({ person_id }) => person_id === by_id);
  }

  /** What a running turn answers was changed or taken back: it is let go, to be taken anew. */
  retake(sessionId: string, eventId: string): void {
    const run = this.#running.get(sessionId);
    if (run?.event_id === eventId) run.stopFor(undefined);
  }

  /** The event that is answered before all that waits in the session. */
  next(sessionId: string): string | undefined {
    const [first, ...rest] = this.#next.get(sessionId) ?? [];
    if (rest.length > 0) this.#next.set(sessionId, rest);
    else this.#next.delete(sessionId);
    return first;
  }

  /** Whether the event has stopped a turn. */
  didStop(eventId: string): boolean {
    return this.#asked.get(eventId) === true;
  }
}

/** Who asks from the channel means their own turns, or the only one there is. */
export function meantNear<T>(near: readonly T[], isOwn: (one: T) => boolean): readonly T[] {
  const own = near.filter(isOwn);
  return own.length > 0 || near.length > 1 ? own : near;
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
