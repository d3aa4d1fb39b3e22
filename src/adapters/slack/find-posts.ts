import { z } from "zod";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

const EVENT_TYPE = "backlot_message";
/** Clocks differ. */
const LOOK_BACK_S = 120;
const PAGE = 200;

const Mark = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ message_id: z.string(), part: z.number() }),
});

/** Marks a post with the message it shows, unseen by people. */
export const metadataOf = (messageId: string, part: number) => ({
  event_type: EVENT_TYPE,
  event_payload: { message_id: messageId, part },
});

/** The posts of a message that are there already: part → time. Where Backlot may not read, none. */
export async function findPosts(
  { web, bolt }: Link,
  place: Place,
  message: ChatMessage,
): Promise<Map<number, string>> {
  const oldest = String(Date.parse(message.at) / 1_000 - LOOK_BACK_S);
  const query = { channel: place.channel, oldest, limit: PAGE, include_all_metadata: true };
  try {
    const { messages = [] } =
      place.thread === undefined
        ? await web.conversations.history(query)
        : await web.conversations.replies({ ...query, ts: place.thread });
    return new Map(
      messages.flatMap(({ ts, metadata }) => {
        const mark = Mark.safeParse(metadata).data?.event_payload;
        return ts && mark?.message_id === message.id ? [[mark.part, ts] as const] : [];
      }),
    );
  } catch (error) {
    if (error instanceof bolt.webApi.WebAPIPlatformError) return new Map();
    throw error;
  }
}
