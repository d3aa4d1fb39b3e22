import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Amendment, InboundEvent } from "../../chat/inbound-event.ts";
import { saidIdOf } from "../../chat/turn-ids.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { lobbyIdOf } from "../../domain/access.ts";
import { AppError } from "../../domain/errors.ts";
import { channelSettingsOf, type Place, type Session } from "../../domain/session.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Inbox } from "../../ports/inbox.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { TurnStore } from "../../ports/turn-store.ts";
import type { Waiters } from "./waiters.ts";

export interface ReceiverParts {
  readonly inbox: Inbox;
  readonly turns: TurnStore;
  readonly sessions: Pick<SessionStore, "everAt">;
  readonly messages: Pick<MessageStore, "get">;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly waiters: Waiters;
  /** Finds the session of a place, or makes one where the platform has none yet. */
  readonly sessionAt: (event: InboundEvent) => Promise<Pick<Session, "id"> & Partial<Pick<Session, "place">>>;
  /** Tells the conductor that a session has something to do. */
  readonly schedule: (sessionId: string) => void;
}

/** Stores what arrives before it counts as received, once by its id, and answers for turns that are done. */
export function createReceiver(parts: ReceiverParts): Receiver {
  return {
    receive: (event) => receive(parts, event),
    amend: (amendment) => amend(parts, amendment),
    finished: (eventId, timeoutMs) => finished(parts, eventId, timeoutMs),
    knows: (place) => knows(parts, place),
    message: (messageId) => parts.messages.get(messageId),
  };
}

/**
 * In a session's thread every message counts, also in one that was closed; in the channel itself only where it is set to.
 * Where Backlot was sent away it hears nothing.
 */
async function knows({ sessions }: ReceiverParts, place: Place): Promise<boolean> {
  const session = await sessions.everAt(place);
  if (!session) return false;
  const sentAway = session.status === "closed" && session.project_id === lobbyIdOf(session.workspace_id);
  if (sentAway) return false;
  return place.thread !== undefined || channelSettingsOf(session).hears === "all";
}

async function receive(parts: ReceiverParts, said: InboundEvent) {
  const session = await parts.sessionAt(said);
  const event = session.place ? { ...said, place: session.place } : said;
  const link = { session_id: session.id, turn_id: parts.ids.next("turn") };
  parts.waiters.expect(event.id);
  const stored = await parts.inbox
    .add(event, link, spoken(event, session.id, link.turn_id))
    .catch((error: unknown) => {
      parts.waiters.forget(event.id);
      throw error;
    });
  if (!stored) return duplicate(parts, event.id);
  parts.bus.publish(`session:${session.id}`, undefined);
  parts.schedule(session.id);
  return { ...link, duplicate: false };
}

/** A second delivery answers as the first did. What still waits is scheduled again: the first process may be gone. */
async function duplicate(parts: ReceiverParts, eventId: string) {
  const known = await parts.inbox.find(eventId);
  if (!known) throw new AppError("internal", "an event is known and cannot be found", { retryable: true });
  if (known.status === "done") parts.waiters.forget(eventId);
  else parts.schedule(known.session_id);
  return { session_id: known.session_id, turn_id: known.turn_id, duplicate: true };
}

function spoken(event: InboundEvent, sessionId: string, turnId: string): ChatMessage | undefined {
  if (event.type !== "message" && event.type !== "command") return undefined;
  return {
    id: saidIdOf(turnId),
    session_id: sessionId,
    turn_id: turnId,
    role: "person",
    user_id: event.person.id,
    ...(event.person.name === undefined ? {} : { user_name: event.person.name }),
    text: event.text,
    ...(event.type === "message" && event.files ? { files: event.files } : {}),
    ...(event.platform_id === undefined ? {} : { platform_id: event.platform_id }),
    version: 1,
    at: event.at,
    blocks: [],
  };
}

async function amend(parts: ReceiverParts, amendment: Amendment): Promise<void> {
  if (amendment.text === null) await parts.inbox.drop(amendment.event_id);
  else await parts.inbox.replaceText(amendment.event_id, amendment.text);
}

async function finished(
  parts: ReceiverParts,
  eventId: string,
  timeoutMs: number,
): Promise<TurnView | undefined> {
  const here = parts.waiters.get(eventId);
  const { promise: elsewhere, resolve } = Promise.withResolvers<TurnView | undefined>();
  const stopListening = here
    ? () => {}
    : parts.bus.subscribe(`turn:${eventId}`, () => resolve(parts.turns.findByEvent(eventId)));
  const stopWaiting = parts.clock.after(timeoutMs, () => resolve(undefined));
  try {
    if (here) return await Promise.race([here, elsewhere]);
    return (await parts.turns.findByEvent(eventId)) ?? (await elsewhere);
  } finally {
    stopWaiting();
    stopListening();
  }
}
