import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";

/**
 * Does what cannot be done in an archived thread, which is opened first; a new post opens it by itself. A locked thread
 * stays as it is, and what is thrown says so (https://docs.discord.com/developers/topics/threads#editing--deleting-threads).
 */
export async function awake<T>(
  { client, discord }: Link,
  thread: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!hasCode(error, discord.RESTJSONErrorCodes.InvalidActionOnArchivedThread, discord)) throw error;
    await client.rest
      .patch(discord.Routes.channel(thread), { body: { archived: false } })
      .catch((refusal) => {
        throw refusal instanceof discord.DiscordAPIError ? error : refusal;
      });
    return work();
  }
}
