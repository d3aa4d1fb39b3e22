import { z } from "zod";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

const EVENT_TYPE = "backlot_message";
/** Clocks differ. */
const LOOK_BACK_S = 120;
const PAGE = 200;
/** Of a place where much was said since; what is not found within is posted once more. */
const MAX_PAGES = 5;

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
  { channel, thread }: Place,
  message: ChatMessage,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const oldest = String(Date.parse(message.at) / 1_000 - LOOK_BACK_S);
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const from = cursor === undefined ? {} : { cursor };
    const query = { channel, oldest, limit: PAGE, include_all_metadata: true, ...from };
    try {
      const told: Page = await (thread === undefined
        ? web.conversations.history(query)
        : web.conversations.replies({ ...query, ts: thread }));
      for (const { ts, metadata } of told.messages ?? []) {
        const mark = Mark.safeParse(metadata).data?.event_payload;
        if (ts && mark?.message_id === message.id) found.set(mark.part, ts);
      }
      cursor = told.response_metadata?.next_cursor;
    } catch (error) {
      if (error instanceof bolt.webApi.WebAPIPlatformError) return found;
      throw error;
    }
    if (!cursor) break;
  }
  return found;
}

/** What both ways of reading tell. */
interface Page {
  readonly messages?: readonly { readonly ts?: string; readonly metadata?: unknown }[];
  readonly response_metadata?: { readonly next_cursor?: string };
}
