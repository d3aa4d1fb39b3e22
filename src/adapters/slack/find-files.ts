import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

/** Clocks differ. */
const LOOK_BACK_S = 120;
const PAGE = 200;

/** The names of the files that were shown at a place since a message was made. Where Backlot may not read, none. */
export async function filesThere({ web, bolt }: Link, place: Place, message: ChatMessage): Promise<string[]> {
  const oldest = String(Date.parse(message.at) / 1_000 - LOOK_BACK_S);
  const query = { channel: place.channel, oldest, limit: PAGE };
  try {
    const { messages = [] } =
      place.thread === undefined
        ? await web.conversations.history(query)
        : await web.conversations.replies({ ...query, ts: place.thread });
    return messages.flatMap(({ files = [] }) => files.flatMap(({ name }) => (name ? [name] : [])));
  } catch (error) {
    if (error instanceof bolt.webApi.WebAPIPlatformError) return [];
    throw error;
  }
}
