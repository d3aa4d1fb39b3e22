import type { Place } from "../../domain/session.ts";
import type { Names } from "./read-markup.ts";

const THREAD_TYPES = [10, 11, 12];
const [GUILD_TEXT, DIRECT, PUBLIC_THREAD] = [0, 1, 11];
const DM_TYPES = [1, 3];
/** Text and announcement channels: a thread can be opened from a message there. */
const THREADABLE_TYPES = [0, 5];

/** The channel something happened in, as far as it is known. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly parent_id?: string | null | undefined;
  readonly owner_id?: string | null | undefined;
}

/** What a payload does not say of itself. */
export interface Surroundings {
  readonly selfId: string;
  /** The role that Backlot came with: it is called like Backlot, and people often pick it instead. */
  readonly selfRoleId?: string | undefined;
  readonly channel: Channel;
  /** What the author may do in the guild; undefined when that could not be learned. */
  readonly permissions?: bigint | undefined;
  /** Names of what a message mentions by id. */
  readonly names?: Pick<Names, "role" | "channel"> | undefined;
}

export const isThread = (channel: Channel) => THREAD_TYPES.includes(channel.type);
export const isDirect = (channel: Channel) => DM_TYPES.includes(channel.type);
export const takesThreads = (channel: Channel) => THREADABLE_TYPES.includes(channel.type);

/** The channel of a place, or its thread, as far as the place says what it is. */
export function channelOfHome({ workspace, channel, thread }: Place): Channel {
  if (thread !== undefined) return { id: thread, type: PUBLIC_THREAD, parent_id: channel };
  return { id: channel, type: workspace === `dm-${channel}` ? DIRECT : GUILD_TEXT };
}

/**
 * Where a channel or thread lies. `opened` is the message whose thread is meant when the channel is no thread:
 * Discord gives a thread the id of the message it is opened from, so the place is known before the thread exists.
 * A direct message has no guild; each is a workspace of its own, so that one person's talk never reaches another's.
 */
export function placeOf(channel: Channel, guildId: string | undefined, opened?: string): Place {
  const workspace = guildId ?? `dm-${channel.id}`;
  if (isThread(channel) && channel.parent_id) {
    return { platform: "discord", workspace, channel: channel.parent_id, thread: channel.id };
  }
  return {
    platform: "discord",
    workspace,
    channel: channel.id,
    ...(opened === undefined ? {} : { thread: opened }),
  };
}
