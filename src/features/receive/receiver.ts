import type { ChatMessage } from "../../chat/chat-message.ts";
import { type Amendment, type InboundEvent, wordsIn } from "../../chat/inbound-event.ts";
import { askerOf, isStop, turnToStop } from "../../chat/stop.ts";
import { freedIdOf, saidIdOf } from "../../chat/turn-ids.ts";
import type { TurnView } from "../../chat/turn-record.ts";
import { typedForm } from "../../chat/typed-form.ts";
import { AppError } from "../../domain/errors.ts";
import { channelKey, type Session } from "../../domain/session.ts";
import { fingerprint } from "../../lib/fingerprint.ts";
import type { Bus } from "../../ports/bus.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { FirstEvent, Inbox } from "../../ports/inbox.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Receiver } from "../../ports/platform.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import type { TurnStore } from "../../ports/turn-store.ts";
import { createHeardPlaces } from "./heard-places.ts";
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
  /** Something new is stored. Never throws. */
  readonly heard?: (event: InboundEvent, sessionId: string) => void;
  /** Tells the conductor that a session has something to do; where this process alone answers, also what. */
  readonly schedule: (sessionId: string, first?: FirstEvent) => void;
  /** Nobody answers in the session, here or elsewhere: what is stored is read with what its turn begins with. */
  readonly rests?: (sessionId: string) => boolean;
  /** Tells it that somebody asks to stop the running turn of a session. */
  readonly stop?: (ask: Stopping) => void;
  /** Tells it that what an event says was changed or taken back while its turn may run. */
  readonly retake?: (changed: { readonly session_id: string; readonly event_id: string }) => void;
}

interface Stopping {
  readonly session_id: string;
  readonly event_id: string;
  readonly by: string;
  readonly by_id: string;
  readonly turn_id: string | undefined;
  /** The channel itself, where it was not asked in a thread. */
  readonly channel: string | undefined;
}

/** Stores what arrives before it counts as received, once by its id, and answers for turns that are done. */
export function createReceiver(parts: ReceiverParts): Receiver {
  return {
    receive: (event) => receive(parts, event),
    amend: (amendment) => amend(parts, amendment),
    finished: (eventId, timeoutMs) => finished(parts, eventId, timeoutMs),
    knows: createHeardPlaces(parts.sessions, parts.bus),
    message: (messageId) => parts.messages.get(messageId),
    typed: (eventId, personId) => typed(parts, eventId, personId),
  };
}

async function receive(
  parts: ReceiverParts,
  said: InboundEvent,
  isSecondTry = false,
): ReturnType<Receiver["receive"]> {
  const session = await parts.sessionAt(said);
  const event = session.place ? { ...said, place: session.place } : said;
  const link = { session_id: session.id, turn_id: parts.ids.next("turn") };
  parts.waiters.expect(event.id, () => settleFromElsewhere(parts, event.id, link.turn_id));
  const { added, first } = await store(parts, event, link).catch((error: unknown) => {
    parts.waiters.forget(event.id);
    throw error;
  });
  if (!added) return duplicate(parts, said, isSecondTry);
  parts.bus.publish(`session:${session.id}`, undefined);
  parts.heard?.(event, session.id);
  if (parts.stop && isStop(event)) parts.stop(stopping(event, session.id));
  else parts.schedule(session.id, first);
  return { ...link, duplicate: false };
}

async function store(
  { inbox, rests }: ReceiverParts,
  event: InboundEvent,
  link: { readonly session_id: string; readonly turn_id: string },
): ReturnType<Inbox["take"]> {
  const said = spoken(event, link.session_id, link.turn_id);
  return rests?.(link.session_id)
    ? inbox.take(event, link, said)
    : { added: await inbox.add(event, link, said) };
}

const stopping = (event: InboundEvent, session_id: string): Stopping => ({
  session_id,
  event_id: event.id,
  by: askerOf(event),
  by_id: event.person.id,
  channel: event.place.thread === undefined ? channelKey(event.place) : undefined,
  turn_id: event.type === "choice" ? turnToStop(event.choice_id) : undefined,
});

/** A second delivery answers as the first did. What still waits is scheduled again: the first process may be gone. */
async function duplicate(parts: ReceiverParts, said: InboundEvent, isSecondTry: boolean) {
  const known = await parts.inbox.find(said.id);
  if (!known && isSecondTry)
    throw new AppError("internal", "an event is known and cannot be found", { retryable: true });
  // A press that used nothing up has freed its id since.
  if (!known) return receive(parts, said, true);
  // Its turn may be written and not told of yet: others wait for that here, too.
  if (known.status === "done") parts.waiters.settle(said.id, await parts.turns.findByEvent(said.id));
  else parts.schedule(known.session_id);
  return { session_id: known.session_id, turn_id: known.turn_id, duplicate: true };
}

function spoken(event: InboundEvent, sessionId: string, turnId: string): ChatMessage | undefined {
  const text = wordsIn(event);
  if (text === undefined) return undefined;
  return {
    id: saidIdOf(turnId),
    session_id: sessionId,
    turn_id: turnId,
    role: "person",
    user_id: event.person.id,
    ...(event.person.name === undefined ? {} : { user_name: event.person.name }),
    text,
    ...(event.type === "message" && event.files ? { files: event.files } : {}),
    ...("platform_id" in event && event.platform_id !== undefined ? { platform_id: event.platform_id } : {}),
    version: 1,
    at: event.at,
    blocks: [],
  };
}

/** What waits is changed, or dropped. Of what was answered already a turn of its own offers what that would change. */
async function amend(parts: ReceiverParts, { event_id, text, missing }: Amendment): Promise<void> {
  const stored = await parts.inbox.find(event_id);
  if (stored?.event.type !== "message" || (missing && stored.event.beside)) return;
  // A change that is told twice is no reason to begin a turn anew.
  if (stored.status === "pending" && stored.event.text === text) return;
  const changed =
    text === null ? await parts.inbox.drop(event_id) : await parts.inbox.replaceText(event_id, text);
  if (changed) {
    if (text === null) {
      parts.waiters.settle(event_id, undefined);
      parts.bus.publish(`turn:${event_id}`, undefined);
    }
    parts.retake?.({ session_id: stored.session_id, event_id });
    return;
  }
  const said = await parts.messages.get(saidIdOf(stored.turn_id));
  // What was dropped is known no more; links that unfold, and files that come to be shown, change no words.
  if (!said || said.taken_back || (text !== null && inOneLine(said.now ?? said.text) === inOneLine(text)))
    return;
  const { place, person } = stored.event;
  const at = parts.clock.now().toISOString();
  const id = `${event_id}:amended:${said.version}:${text === null ? "gone" : fingerprint(text)}`;
  await receive(parts, { type: "amended", id, place, person, at, of: stored.turn_id, now: text });
}

const inOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Of several processes any may finish the turn. Listening begins before the event is stored, so that nothing is missed. */
function settleFromElsewhere(parts: ReceiverParts, eventId: string, turnId: string): () => void {
  const look = () => void lookForTurn(parts, eventId, turnId);
  const stopListening = parts.bus.subscribe(`turn:${eventId}`, (view) => {
    if (view !== undefined) parts.waiters.settle(eventId, view as TurnView);
    else look();
  });
  const stopMissing = parts.bus.onMissed?.(look);
  return () => {
    stopMissing?.();
    stopListening();
  };
}

async function lookForTurn(
  { inbox, turns, waiters }: ReceiverParts,
  id: string,
  turnId: string,
): Promise<void> {
  const find = async () => (await turns.findByEvent(id)) ?? (await turns.findByEvent(freedIdOf(id, turnId)));
  try {
    const view = await find();
    if (view) waiters.settle(id, view);
    // What was taken back has no turn; it may have been written since it was looked for, too.
    else if ((await inbox.find(id))?.status === "done") waiters.settle(id, await find());
  } catch {
    // A store that is away now is asked by whoever waits, later.
  }
}

async function typed({ inbox }: ReceiverParts, eventId: string, personId: string) {
  const find = async (id: string) => (await inbox.find(id))?.event;
  const sent = await find(eventId);
  return sent?.type === "form" && sent.person.id === personId ? typedForm(sent, find) : undefined;
}

async function finished(
  parts: ReceiverParts,
  eventId: string,
  timeoutMs: number,
): Promise<TurnView | undefined> {
  const { waiters, turns, bus, clock } = parts;
  const here = waiters.get(eventId);
  const { promise: elsewhere, resolve } = Promise.withResolvers<TurnView | undefined>();
  // A store that is away now is asked by whoever waits, later.
  const look = () => turns.findByEvent(eventId).catch(() => undefined);
  // Who is expected here is told by that, and costs no read.
  const isTold = () => here !== undefined && waiters.get(eventId) === here;
  const lookUnlessTold = async () => {
    const view = isTold() ? undefined : await look();
    if (view) resolve(view);
  };
  const stopListening = bus.subscribe(`turn:${eventId}`, (view) => {
    if (view !== undefined && !isTold()) resolve(view as TurnView);
    else void lookUnlessTold();
  });
  const stopMissing = bus.onMissed?.(() => void lookUnlessTold());
  // Whoever took the turn may have died before it told of it.
  const stopWaiting = clock.after(timeoutMs, () => resolve(look()));
  try {
    if (here) return await Promise.race([here, elsewhere]);
    return (await turns.findByEvent(eventId)) ?? (await elsewhere);
  } finally {
    stopWaiting();
    stopMissing?.();
    stopListening();
  }
}
