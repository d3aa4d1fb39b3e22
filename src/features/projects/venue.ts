import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";

/** A role or user group of a platform, which people have there. */
export interface Group {
  readonly id: string;
  /** Without an @. */
  readonly name: string;
}

/** What a place can be asked, and told, beside the replies of its turns. */
export interface Venue {
  /** What people call the channel. Undefined where it has no name, or its platform cannot say. */
  channelName(place: Place): Promise<string | undefined>;
  /** The roles or user groups there. None where they cannot be asked for. */
  groups(place: Place): Promise<readonly Group[]>;
  /** Whether threads can be opened there by Backlot. */
  canOpenThreads(place: Place): boolean;
  /** Opens a thread in a channel and answers its place. Throws where Backlot may not. */
  openThread(channel: Place, title: string): Promise<Place | undefined>;
  /** Names a thread where threads have names. Never throws: a platform takes few of these. */
  nameThread(place: Place, title: string): Promise<void>;
  /** Posts a message into its session, once by its id. */
  tell(message: ChatMessage, place: Place): Promise<void>;
  /** Says that a session has something to do that it could not do before. */
  wake(sessionId: string): void;
}
