import type { APIMessage } from "discord.js";
import type { Place } from "../../domain/session.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { Link } from "./link.ts";
import { nameOf } from "./person.ts";
import { readMarkup } from "./read-markup.ts";

const MAX_NAME = 90;

/**
 * Opens the thread of a message, named after it; the thread has the message's id. Answers false where none can be:
 * the message is gone, the channel takes no threads, or Backlot may not open any.
 */
export async function openThread(link: Link, channel: string, message: string): Promise<boolean> {
  const { client, discord } = link;
  const { Routes, RESTJSONErrorCodes, DiscordAPIError } = discord;
  if (isForbidden(link, channel)) return false;
  try {
    const source = (await client.rest.get(Routes.channelMessage(channel, message))) as APIMessage;
    const name = ellipsis(titleOf(source, client.user.id), MAX_NAME) || "Backlot";
    await client.rest.post(Routes.threads(channel, message), { body: { name } });
    return true;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage) return true;
    if (error.status >= 400 && error.status < 500) return false;
    throw error;
  }
}

/** Known without asking: Discord shuts out whoever asks too often for what they may not. */
function isForbidden({ client, discord }: Link, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return false;
  const { me } = channel.guild.members;
  const granted = me && channel.permissionsFor(me);
  return granted?.has(discord.PermissionFlagsBits.CreatePublicThreads) === false;
}

/** What was said, as people see it. */
function titleOf({ content, mentions }: APIMessage, selfId: string): string {
  const people = new Map(mentions.map((user) => [user.id, nameOf(user)]));
  return readMarkup(content, { selfId, person: (id) => people.get(id) }).replace(/<[@#][!&]?\d+>/g, " ");
}

/** Opens a thread of no message in a channel (https://docs.discord.com/developers/resources/channel#start-thread-without-message). */
export async function startThread({ client, discord }: Link, channel: Place, title: string): Promise<Place> {
  const { ChannelType, Routes } = discord;
  const name = ellipsis(title, MAX_NAME);
  const within = (await client.channels.fetch(channel.channel))?.type;
  const announces = within === ChannelType.GuildAnnouncement;
  const type = announces ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  // A post of a forum begins with a message (…/channel#start-thread-in-forum-or-media-channel).
  const isForum = within === ChannelType.GuildForum || within === ChannelType.GuildMedia;
  const message = { content: name, allowed_mentions: { parse: [] } };
  const body = isForum ? { name, message } : { name, type };
  const { id } = (await client.rest.post(Routes.threads(channel.channel), { body })) as { id: string };
  return { ...channel, thread: id };
}

/** Gives a thread the name that its session has. */
export async function nameThread(
  { client, discord }: Link,
  { thread, channel }: Place,
  title: string,
): Promise<void> {
  if (thread === undefined || thread === channel) return;
  await client.rest.patch(discord.Routes.channel(thread), { body: { name: ellipsis(title, MAX_NAME) } });
}
