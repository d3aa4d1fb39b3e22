import type { ChatMessage } from "../chat/chat-message.ts";
import type { Frame } from "../chat/frame.ts";

export interface MessageStore {
  get(id: string): Promise<ChatMessage | undefined>;
  getMany(ids: readonly string[]): Promise<readonly ChatMessage[]>;
  /** The newest `limit` messages before the message `before` (or of all), in order of time. */
  page(sessionId: string, limit: number, before?: string): Promise<readonly ChatMessage[]>;
  /** Stores what Backlot says outside of a turn, with its frame, unless the message is known (answers false). */
  post(message: ChatMessage, deliver: boolean): Promise<boolean>;
  /** Writes a new version of a message Backlot said, with its frame, unless a newer version is stored (answers false). */
  update(message: ChatMessage, deliver: boolean): Promise<boolean>;
  /** Frames after `seq`, oldest first. */
  feed(sessionId: string, seq: number, limit: number): Promise<readonly { seq: number; frame: Frame }[]>;
  lastSeq(sessionId: string): Promise<number>;
  /** Forgets frames older than `before`; who was away longer loads the session anew. Answers how many. */
  prune(before: Date): Promise<number>;
}
