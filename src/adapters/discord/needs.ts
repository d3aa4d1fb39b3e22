import type { GuildBasedChannel, PermissionResolvable } from "discord.js";
import type { Link } from "./link.ts";

/** What Backlot must be allowed in a channel: the permission as Discord's settings call it, and what its lack stops. */
interface Need {
  readonly flag: bigint;
  readonly name: string;
  readonly stops: string;
}

/** Bits as in https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
const NEEDS: readonly Need[] = [
  { flag: 1n << 10n, name: "View Channel", stops: "hear anything there" },
  { flag: 1n << 11n, name: "Send Messages", stops: "answer there" },
  { flag: 1n << 38n, name: "Send Messages in Threads", stops: "answer in threads" },
  { flag: 1n << 35n, name: "Create Public Threads", stops: "open a thread for each talk" },
  { flag: 1n << 16n, name: "Read Message History", stops: "read what was said while I was away" },
  { flag: 1n << 15n, name: "Attach Files", stops: "show pictures and send files" },
  { flag: 1n << 14n, name: "Embed Links", stops: "show what links lead to" },
  { flag: 1n << 6n, name: "Add Reactions", stops: "mark what I have heard" },
];

/** All that Backlot asks a server for, as Discord's bit field: what its invitation carries. */
export const NEEDED = NEEDS.reduce((all, { flag }) => all | flag, 0n);

const SEND = NEEDS[1];
const SEND_IN_THREADS = NEEDS[2];
const READ_HISTORY = NEEDS[4];

export interface Lack {
  readonly missing: readonly Need[];
  /** Whether Backlot can say so there. */
  readonly speaks: boolean;
}

/** What is missing in a channel or thread; undefined when nothing is, or it cannot be known. */
export function lackIn({ client }: Link, channelId: string): Lack | undefined {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased()) return undefined;
  return lackOf(channel);
}

/** Whether Backlot is known to be allowed to read what was said in a channel or thread of a server. */
export function mayReadHistory({ client }: Link, channelId: string): boolean {
  const channel = client.channels.cache.get(channelId);
  if (!channel || channel.isDMBased() || !READ_HISTORY) return false;
  const me = channel.guild.members.me;
  return me !== null && channel.permissionsFor(me).has(READ_HISTORY.flag as PermissionResolvable);
}

function lackOf(channel: GuildBasedChannel): Lack | undefined {
  const me = channel.guild.members.me;
  const granted = me && channel.permissionsFor(me);
  if (!granted) return undefined;
  const has = ({ flag }: Need) => granted.has(flag as PermissionResolvable);
  const missing = NEEDS.filter((need) => !has(need));
  const send = channel.isThread() ? SEND_IN_THREADS : SEND;
  return missing.length === 0 ? undefined : { missing, speaks: send !== undefined && has(send) };
}

/** What is missing in the whole server, before its channels add or take some. */
export function lackInGuild({ client }: Link, guildId: string): readonly Need[] {
  const granted = client.guilds.cache.get(guildId)?.members.me?.permissions;
  return granted ? NEEDS.filter(({ flag }) => !granted.has(flag as PermissionResolvable)) : [];
}

/** One line: what people see, and what to do. */
export function lackText({ missing }: Lack): string {
  const stops = listed(missing.map((need) => need.stops));
  const names = listed(
    missing.map(({ name }) => `**${name}**`),
    "and",
  );
  const s = missing.length === 1 ? "" : "s";
  return `I cannot ${stops} in this channel. Whoever runs the server gives me the permission${s} ${names} in its settings.`;
}

function listed(items: readonly string[], word = "or"): string {
  const [last = "", ...rest] = items.toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(", ")} ${word} ${last}`;
}
