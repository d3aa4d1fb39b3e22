import type { Session } from "../domain/session.ts";
import type { ChatMessage } from "./chat-message.ts";

/** A stored reply that nothing keeps from being sent now. */
export interface ReadyReply {
  readonly session: Session;
  readonly message: ChatMessage;
}
