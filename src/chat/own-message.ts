import type { ChatMessage } from "./chat-message.ts";

type Own = Pick<ChatMessage, "id" | "session_id" | "turn_id" | "at" | "text" | "blocks">;

/** The first version of a message that Backlot itself says. */
export const ownMessage = ({ id, session_id, turn_id, at, text, blocks }: Own): ChatMessage => ({
  id,
  session_id,
  ...(turn_id === undefined ? {} : { turn_id }),
  role: "backlot",
  user_id: "backlot",
  user_name: "Backlot",
  text,
  version: 1,
  at,
  blocks,
});
