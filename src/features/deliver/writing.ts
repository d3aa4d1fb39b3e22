import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";

/** A reply as far as it is written. */
export interface Writing {
  readonly place: Place;
  /** Who is answered. */
  readonly person_id: string;
  /** With the whole text so far. */
  readonly message: ChatMessage;
  /** Nothing of the reply is there yet: it begins as a post with its buttons, which a stream has not. */
  readonly standsIn?: boolean;
}
