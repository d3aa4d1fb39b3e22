import { z } from "zod";
import type { Link } from "./link.ts";
import { ALONE } from "./person.ts";
import type { Channel, Surroundings } from "./surroundings.ts";

const Origin = z.object({
  channel_id: z.string().optional(),
  guild_id: z.string().optional(),
  author: z.object({ id: z.string() }).optional(),
  member: z.object({ roles: z.array(z.string()).optional() }).optional(),
});
type Origin = z.infer<typeof Origin>;

const ADMINISTRATOR = 1n << 3n;
const UNKNOWN_GUILD_CHANNEL = 2;
const DM_CHANNEL = 1;

/**
 * Learns what a payload does not say of itself from the guilds Discord told at start, asking only for a channel it did
 * not tell. Throws when that fails for a passing reason, so that nothing is put in a wrong place.
 */
export async function lookAround(link: Link, data: unknown): Promise<Surroundings> {
  const origin = Origin.safeParse(data).data ?? {};
  return around(link, origin, await channelOf(link, origin));
}

/** The same where the channel is known. */
export const lookFrom = (link: Link, data: unknown, channel: Channel): Surroundings =>
  around(link, Origin.safeParse(data).data ?? {}, channel);

function around(link: Link, origin: Origin, channel: Channel): Surroundings {
  const { user, guilds } = link.client;
  return {
    selfId: user.id,
    selfRoleId: guilds.cache.get(origin.guild_id ?? "")?.roles.botRoleFor(user)?.id,
    channel,
    permissions: permissionsOf(link, origin),
    names: namesOf(link, origin),
  };
}

/** Only of the guild something was said in: names of another one are none of its business. */
function namesOf({ client }: Link, { guild_id }: Origin): Surroundings["names"] {
  const guild = guild_id === undefined ? undefined : client.guilds.cache.get(guild_id);
  return (
    guild && {
      role: (id) => guild.roles.cache.get(id)?.name.replace(/^@/, ""),
      channel: (id) => guild.channels.cache.get(id)?.name,
    }
  );
}

async function channelOf({ client, discord }: Link, origin: Origin): Promise<Channel> {
  const id = origin.channel_id ?? "";
  if (origin.guild_id === undefined) return { id, type: DM_CHANNEL };
  try {
    const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id));
    if (!channel) return { id, type: UNKNOWN_GUILD_CHANNEL };
    return {
      id,
      type: channel.type,
      ...("parentId" in channel ? { parent_id: channel.parentId } : {}),
      ...("ownerId" in channel ? { owner_id: channel.ownerId } : {}),
    };
  } catch (error) {
    if (!(error instanceof discord.DiscordAPIError) || error.status >= 500) throw error;
    return { id, type: UNKNOWN_GUILD_CHANNEL };
  }
}

/** The rights of a member across the guild; what single channels add or take is left out. */
function permissionsOf({ client }: Link, { guild_id, author, member }: Origin): bigint | undefined {
  if (guild_id === undefined) return ALONE;
  const guild = client.guilds.cache.get(guild_id);
  if (!guild) return undefined;
  if (author && author.id === guild.ownerId) return ADMINISTRATOR;
  return [guild_id, ...(member?.roles ?? [])].reduce(
    (all, role) => all | (guild.roles.cache.get(role)?.permissions.bitfield ?? 0n),
    0n,
  );
}
