import { type Gap, GuildChannel, type GuildPayload, gapIn, type Heard, sinceOf } from "./gaps.ts";
import type { Link } from "./link.ts";

const PAGE = 100;
const MAX_PAGES = 5;
/** Threads archive themselves after an hour at the soonest; after a shorter gap nobody looks. */
const SHORTEST_GAP_MS = 120_000;

type Ask = <T>(work: () => Promise<T>) => Promise<T>;

interface When {
  readonly guild: GuildPayload;
  readonly heard: Heard;
  readonly now: number;
}

/**
 * Threads that were talked in and then archived while nobody listened, in channels where Backlot works. Threads that
 * were archived before have nothing new in them: a message opens its thread again.
 */
export async function archivedGaps(link: Link, ask: Ask, { guild, heard, now }: When): Promise<Gap[]> {
  const { awake } = heard;
  if (awake === undefined || now - awake < SHORTEST_GAP_MS) return [];
  const gaps: Gap[] = [];
  for (const channel of guild.channels) {
    if (!channel || heard.last(channel.id) === undefined) continue;
    const threads = [
      ...(await archivedSince(link, ask, channel.id, awake)),
      ...(await joinedSince(link, ask, channel.id, awake)),
    ];
    gaps.push(...threads.flatMap((thread) => gapIn(guild.id, thread, heard, sinceOf(guild, heard)) ?? []));
  }
  return gaps;
}

/** Discord tells the latest archived first (https://docs.discord.com/developers/resources/channel#list-public-archived-threads). */
async function archivedSince(link: Link, ask: Ask, channel: string, since: number): Promise<GuildChannel[]> {
  const found: GuildChannel[] = [];
  const route = link.discord.Routes.channelThreads(channel, "public");
  for (let page = 0, before: string | undefined; page < MAX_PAGES; page += 1) {
    const threads = await fetchThreads(link, ask, route, before);
    const fresh = threads.filter((thread) => archivedAt(thread) >= since);
    found.push(...fresh);
    before = fresh.at(-1)?.thread_metadata?.archive_timestamp;
    if (fresh.length < PAGE) break;
  }
  return found;
}

/**
 * Private ones that Backlot is in: told by their ids, and so all looked through
 * (https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads).
 */
async function joinedSince(link: Link, ask: Ask, channel: string, since: number): Promise<GuildChannel[]> {
  const found: GuildChannel[] = [];
  const route = link.discord.Routes.channelJoinedArchivedThreads(channel);
  for (let page = 0, before: string | undefined; page < MAX_PAGES; page += 1) {
    const threads = await fetchThreads(link, ask, route, before);
    found.push(...threads.filter((thread) => archivedAt(thread) >= since));
    before = threads.at(-1)?.id;
    if (threads.length < PAGE) break;
  }
  return found;
}

/** None where Backlot may not look. */
async function fetchThreads(
  { client, discord }: Link,
  ask: Ask,
  route: `/${string}`,
  before: string | undefined,
): Promise<GuildChannel[]> {
  const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
  const told = await ask(() => client.rest.get(route, { query })).catch((error: unknown) => {
    if (error instanceof discord.DiscordAPIError && error.status < 500) return { threads: [] };
    throw error;
  });
  return (told as { threads: unknown[] }).threads.flatMap(
    (thread) => GuildChannel.safeParse(thread).data ?? [],
  );
}

const archivedAt = ({ thread_metadata }: GuildChannel) =>
  Date.parse(thread_metadata?.archive_timestamp ?? "");
