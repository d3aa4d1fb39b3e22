import { z } from "zod";
import type { Place } from "../../domain/session.ts";
import { isAfter } from "../../lib/watermarks.ts";
import { snowflakeAt } from "./snowflake.ts";
import { type Channel, channelOfHome, isThread, placeOf } from "./surroundings.ts";

/** What a guild tells of its channels and threads when it becomes available. Field names are Discord's. */
export const GuildChannel = z.object({
  id: z.string(),
  type: z.int(),
  parent_id: z.string().nullish(),
  owner_id: z.string().nullish(),
  last_message_id: z.string().nullish(),
  thread_metadata: z.object({ archive_timestamp: z.string() }).optional(),
});
export type GuildChannel = z.infer<typeof GuildChannel>;

/** One channel of a kind that Backlot does not know must not cost the others. */
const Channels = z.array(GuildChannel.optional().catch(undefined)).catch([]).default([]);

export const GuildPayload = z.object({
  id: z.string(),
  joined_at: z.string().optional(),
  channels: Channels,
  threads: Channels,
});
export type GuildPayload = z.infer<typeof GuildPayload>;

/** A channel or thread where something was said since it was last heard. */
export interface Gap {
  readonly channel: Channel;
  readonly guild: string | undefined;
  /** What came up to this id was heard. */
  readonly since: string;
  /** Backlot works there: all of it is read, and not only the newest. */
  readonly bound: boolean;
  /** What was said before is looked through for edits from this time on, in milliseconds. */
  readonly edited?: number;
  /** Nothing new was said there. */
  readonly silent?: boolean;
}

export interface Heard {
  /** The id of the newest message heard in a channel or thread, by its id. */
  readonly last: (channelId: string) => string | undefined;
  /** When anything was heard last. */
  readonly awake: number | undefined;
}

/** Channels where nobody has called Backlot yet are looked at too, where not too many have something new. */
const MAX_UNBOUND = 50;
const MAX_DIRECT = 200;
/** Clocks differ, and what was said just before the connection broke may not have been told. */
const SLACK_MS = 60_000;

/** Forums and media channels: all talk is in their threads. */
const THREADS_ALONE = [15, 16];

/** Where something was missed, by what a guild tells when it is there. Channels that were silent cost no request. */
export function gapsIn(guild: GuildPayload, heard: Heard): Gap[] {
  const since = sinceOf(guild, heard);
  const all = [...guild.channels, ...guild.threads].flatMap((channel) => {
    const gap = channel && gapIn(guild.id, channel, heard, since);
    return gap ? [{ ...gap, newest: channel.last_message_id ?? "" }] : [];
  });
  all.sort((a, b) => (isAfter(a.newest, b.newest) ? -1 : 1));
  const strange = all.filter(({ bound }) => !bound).slice(0, MAX_UNBOUND);
  return [...all.filter(({ bound }) => bound), ...strange].map(({ newest: _newest, ...gap }) => gap);
}

export function gapIn(
  guild: string,
  channel: GuildChannel,
  heard: Heard,
  since: string | undefined,
): Gap | undefined {
  if (THREADS_ALONE.includes(channel.type)) return undefined;
  const from = heard.last(channel.id) ?? since;
  if (from === undefined || !channel.last_message_id || !isAfter(channel.last_message_id, from))
    return undefined;
  const known = [channel.id, isThread(channel) ? channel.parent_id : undefined];
  const bound = known.some((id) => id && heard.last(id) !== undefined);
  return { channel, guild, since: from, bound };
}

/** For places that have not been heard before: since Backlot last listened, or came to the guild. */
export function sinceOf(guild: GuildPayload, { awake }: Heard): string | undefined {
  if (awake === undefined) return undefined;
  const joined = Date.parse(guild.joined_at ?? "");
  return snowflakeAt(Math.max(awake - SLACK_MS, Number.isNaN(joined) ? 0 : joined));
}

/** Discord tells nothing of what is new in direct messages: each is read. */
export const directGaps = (places: readonly { readonly home: Place; readonly last: string }[]): Gap[] =>
  places
    .filter(({ home }) => isOf(undefined, home))
    .slice(0, MAX_DIRECT)
    .map(({ home, last }) => ({ channel: channelOfHome(home), guild: undefined, since: last, bound: true }));

/** Direct messages are of no guild. */
export const isOf = (guild: string | undefined, { workspace }: Place): boolean =>
  guild === undefined ? workspace.startsWith("dm-") : workspace === guild;

/** What is missing of one channel, where either is. */
export function joinedGap(one: Gap, other: Gap): Gap {
  const edited = Math.min(one.edited ?? Number.POSITIVE_INFINITY, other.edited ?? Number.POSITIVE_INFINITY);
  const isSilent = one.silent === true && other.silent === true;
  return {
    channel: other.channel,
    guild: other.guild,
    // What is only looked through for edits was heard up to there, and tells nothing of what was not.
    since: earlierSince(one, other),
    bound: one.bound || other.bound,
    ...(Number.isFinite(edited) ? { edited } : {}),
    ...(isSilent ? { silent: true } : {}),
  };
}

function earlierSince(one: Gap, other: Gap): string {
  if (one.silent !== other.silent) return (one.silent ? other : one).since;
  return isAfter(one.since, other.since) ? other.since : one.since;
}

/** The channel itself, or the thread in it. */
export const homeOfChannel = (channel: Channel, guild: string | undefined): Place => placeOf(channel, guild);
