import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { type Project, receiptsOf } from "../../domain/project.ts";
import type { Place } from "../../domain/session.ts";
import type { Clock } from "../../ports/clock.ts";
import type { StoredEvent } from "../../ports/inbox.ts";
import type { Logger } from "../../ports/logger.ts";
import type { Mark, Platform } from "../../ports/platform.ts";
import { type Marked, Marks } from "./marks.ts";

/**
 * Discord shows typing for ten seconds (https://docs.discord.com/developers/resources/channel#trigger-typing-indicator).
 * What is answered sooner needs none, and each is a request of the fifty a second that a bot has.
 */
const TYPING = { afterMs: 300, everyMs: 8_000 };
/** What is answered or taken up sooner needs no mark to say that it will be. */
const SLOW_MS = 1_500;
const LEFT_BEHIND: readonly Mark[] = ["waits", "taken"];

export interface PresenceParts {
  readonly platform: (name: string) => Platform | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What people see of work before its answer. Nothing here throws or is waited for. */
export interface Presence {
  /** Something was said and stored. Where a turn runs, it is seen to wait. */
  arrived(event: InboundEvent, sessionId: string): void;
  /** A turn begins; it has ended, or broken off, when what this answers is called. */
  begin(stored: Pick<StoredEvent, "event" | "session_id">): () => void;
  /** The running turn's film is known, and with it whether what people say is marked. */
  opened(sessionId: string, project: Project): void;
  /** What a turn came to. */
  ended(eventId: string, view: Pick<TurnView, "changes" | "error">): void;
}

interface Running {
  readonly event: InboundEvent;
  readonly session_id: string;
  marks: boolean | undefined;
}

export function createPresence({ platform, clock, logger }: PresenceParts): Presence {
  const born = clock.now().getTime();
  const marks = new Marks({ clock, logger });
  const running = new Map<string, Running>();

  const marked = (event: InboundEvent): Marked | undefined => {
    const marking = platform(event.place.platform)?.marking;
    if (!marking || event.type !== "message" || event.platform_id === undefined) return undefined;
    return { place: event.place, message_id: event.platform_id, marking };
  };
  const mark = (event: InboundEvent, wanted: Mark | undefined) => {
    const target = marked(event);
    // Only what was said before this process was there can have marks that it does not know of.
    const before = Date.parse(event.at) < born ? LEFT_BEHIND : [];
    if (target && (wanted !== undefined || marks.has(target) || before.length > 0))
      marks.want(target, wanted, before);
  };
  const { soon, calm } = createLater(clock);

  return {
    arrived: (event, sessionId) => {
      if (!running.has(sessionId) || !marked(event)) return;
      soon(event, SLOW_MS, () => {
        if (running.get(sessionId)?.marks === true) mark(event, "waits");
      });
    },
    begin: ({ event, session_id }) => {
      const run: Running = { event, session_id, marks: undefined };
      running.set(session_id, run);
      calm(event);
      const target = marked(event);
      if (target)
        soon(event, marks.has(target) ? 0 : SLOW_MS, () => {
          if (run.marks) mark(event, "taken");
        });
      const rest = showTyping(platform(event.place.platform), event.place, clock);
      return () => {
        rest();
        calm(event);
        if (running.get(session_id) === run) running.delete(session_id);
      };
    },
    opened: (sessionId, project) => {
      const run = running.get(sessionId);
      if (run) run.marks = receiptsOf(project) === "on";
    },
    ended: (eventId, { changes, error }) => {
      const run = [...running.values()].find(({ event }) => event.id === eventId);
      if (!run) return;
      calm(run.event);
      if (run.marks) mark(run.event, error ? "failed" : changes.length > 0 ? "saved" : undefined);
    },
  };
}

/** What is to be done about an event if nothing happens to it before. */
function createLater(clock: Clock) {
  const waiting = new Map<string, () => void>();
  const calm = (event: InboundEvent) => {
    waiting.get(event.id)?.();
    waiting.delete(event.id);
  };
  const soon = (event: InboundEvent, ms: number, work: () => void) => {
    calm(event);
    const callOff = clock.after(ms, () => {
      waiting.delete(event.id);
      work();
    });
    waiting.set(event.id, callOff);
  };
  return { soon, calm };
}

/** Kept up until it is called off. */
function showTyping(platform: Platform | undefined, place: Place, clock: Clock): () => void {
  if (!platform) return () => {};
  const { afterMs, everyMs } = platform.typingShows ?? TYPING;
  let shown = false;
  const show = () => {
    shown = true;
    platform.typing(place);
    callOff = clock.after(everyMs, show);
  };
  let callOff = clock.after(afterMs, show);
  return () => {
    callOff();
    if (shown) platform.typingEnds?.(place);
  };
}
