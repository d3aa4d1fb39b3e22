import type { Place } from "../../domain/session.ts";
import type { Link } from "./link.ts";

/**
 * Says a line to a person where the place they asked in takes none: in the channel of the thread, else in a direct
 * message. Answers false where neither can be. Nobody is pinged.
 */
export async function tellPerson(link: Link, place: Place, personId: string, line: string): Promise<boolean> {
  if (place.thread !== undefined && (await said(link, place.channel, `<@${personId}>, ${line}`))) return true;
  const direct = await openDirect(link, personId);
  return direct !== undefined && said(link, direct, `About <#${place.channel}>: ${line}`);
}

function said({ client, discord }: Link, channel: string, content: string): Promise<boolean> {
  const body = { content, allowed_mentions: { parse: [] } };
  return client.rest.post(discord.Routes.channelMessages(channel), { body }).then(
    () => true,
    (error: unknown) => refused(error, discord),
  );
}

async function openDirect({ client, discord }: Link, personId: string): Promise<string | undefined> {
  try {
    const body = { recipient_id: personId };
    const { id } = (await client.rest.post(discord.Routes.userChannels(), { body })) as { id: string };
    return id;
  } catch (error) {
    refused(error, discord);
    return undefined;
  }
}

/** False for what Discord does not allow; throws everything else. */
function refused(error: unknown, discord: Link["discord"]): false {
  if (error instanceof discord.DiscordAPIError && error.status >= 400 && error.status < 500) return false;
  throw error;
}
