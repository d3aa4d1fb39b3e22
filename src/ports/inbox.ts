import type { ChatMessage } from "../chat/chat-message.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import type { LoadedSession } from "./session-store.ts";

export interface StoredEvent {
  readonly event: InboundEvent;
  readonly session_id: string;
  readonly turn_id: string;
  readonly status: "pending" | "done";
  readonly attempts: number;
}

/** An event that is the first of its session's line, with what its turn begins with, as both were when it was stored. */
export interface FirstEvent extends StoredEvent {
  readonly loaded: LoadedSession;
}

/** Events wait here until their turn is committed. `TurnStore.commit` marks them done. */
export interface Inbox {
  /**
   * Stores the event once, with the message it says (if any) and its feed frame, all or nothing.
   * Answers false, and changes nothing, when the id is known.
   */
  add(
    event: InboundEvent,
    link: { session_id: string; turn_id: string },
    message?: ChatMessage,
  ): Promise<boolean>;
  /** As `add`, by whoever may answer it at once: answers the event, where none waits before it. */
  take(
    event: InboundEvent,
    link: { session_id: string; turn_id: string },
    message?: ChatMessage,
  ): Promise<{ readonly added: boolean; readonly first?: FirstEvent }>;
  find(eventId: string): Promise<StoredEvent | undefined>;
  /** The oldest pending event of a session, and whether another waits behind it. */
  next(sessionId: string): Promise<(StoredEvent & { readonly more: boolean }) | undefined>;
  /** The pending events of a session, oldest first. */
  line(sessionId: string, limit: number): Promise<readonly StoredEvent[]>;
  /** The oldest pending event of each session that is in a channel, which `channelKey` names. */
  underWay(channel: string, limit: number): Promise<readonly StoredEvent[]>;
  /** Sessions that have pending events, for recovery at start. */
  waiting(): Promise<readonly string[]>;
  /** Counts a failed try. */
  failed(eventId: string): Promise<number>;
  /** Replaces the text of a pending message event and its message. Answers false when it is already answered or unknown. */
  replaceText(eventId: string, text: string): Promise<boolean>;
  /** Drops a pending event and its message. Answers false when it is already answered or unknown. */
  drop(eventId: string): Promise<boolean>;
}
