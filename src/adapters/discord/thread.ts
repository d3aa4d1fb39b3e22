import type { APIMessage } from "discord.js";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { Link } from "./link.ts";

const MAX_NAME = 90;

/**
 * Opens the thread of a message, named after it; the thread has the message's id. Answers false where none can be:
 * the message is gone, the channel takes no threads, or Backlot may not open any.
 */
export async function openThread(
  { client, discord }: Link,
  channel: string,
  message: string,
): Promise<boolean> {
  const { Routes, RESTJSONErrorCodes, DiscordAPIError } = discord;
  try {
    const source = (await client.rest.get(Routes.channelMessage(channel, message))) as APIMessage;
    const name = ellipsis(source.content.replace(/<[@#][!&]?\d+>/g, " "), MAX_NAME) || "Backlot";
    await client.rest.post(Routes.threads(channel, message), { body: { name } });
    return true;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return true;
    if (error.status >= 400 && error.status < 500) return false;
    throw error;
  }
}
