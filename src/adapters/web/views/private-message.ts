import type { ChatMessage } from "../../../chat/chat-message.ts";
import { ownMessage } from "../../../chat/own-message.ts";
import type { TurnView } from "../../../chat/turn-record.ts";

/** The same words as on the other platforms, where such an answer carries the platform's own mark. */
const NOTE = { type: "text", text: "_Only you see this._" } as const;

/** A reply that only its caller sees, as a message of the talk that says so. */
export const privateMessage = ({ reply, session_id, turn_id }: TurnView, at: Date): ChatMessage =>
  ownMessage({
    id: reply.message_id,
    session_id,
    turn_id,
    text: reply.text,
    at: at.toISOString(),
    blocks: [...reply.blocks, NOTE],
  });
