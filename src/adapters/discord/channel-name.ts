import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

/** As the guild calls it. A direct message has no name, and neither has a channel that Backlot may not see. */
export async function channelName({ client }: Link, { channel }: Place): Promise<string | undefined> {
  try {
    const found = client.channels.cache.get(channel) ?? (await client.channels.fetch(channel));
    return found && "name" in found ? (found.name ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}
