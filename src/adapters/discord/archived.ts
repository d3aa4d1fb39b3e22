import { type Gap, GuildChannel, type GuildPayload, gapIn, type Heard, sinceOf } from "./gaps.ts";
import type { Link } from "./link.ts";

const PAGE = 100;
const MAX_PAGES = 5;
/** Threads archive themselves after an hour at the soonest; after a shorter gap nobody looks. */
const SHORTEST_GAP_MS = 120_000;

interface When {
  readonly guild: GuildPayload;
  readonly heard: Heard;
  readonly now: number;
}

/**
 * Threads that were talked in and then archived while nobody listened, in channels where Backlot works. Threads that
 * were archived before have nothing new in them: a message opens its thread again.
 */
export async function archivedGaps(
  link: Link,
  ask: <T>(work: () => Promise<T>) => Promise<T>,
  { guild, heard, now }: When,
): Promise<Gap[]> {
  const { awake } = heard;
  if (awake === undefined || now - awake < SHORTEST_GAP_MS) return [];
  const gaps: Gap[] = [];
  for (const channel of guild.channels) {
    if (!channel || heard.last(channel.id) === undefined) continue;
    const threads = await archivedSince(link, ask, channel.id, awake);
    gaps.push(...threads.flatMap((thread) => gapIn(guild.id, thread, heard, sinceOf(guild, heard)) ?? []));
  }
  return gaps;
}

/** Discord tells the latest archived first (https://docs.discord.com/developers/resources/channel#list-public-archived-threads). */
async function archivedSince(
  { client, discord }: Link,
  ask: <T>(work: () => Promise<T>) => Promise<T>,
  channel: string,
  since: number,
): Promise<GuildChannel[]> {
  const found: GuildChannel[] = [];
  const route = discord.Routes.channelThreads(channel, "public");
  for (let page = 0, before: string | undefined; page < MAX_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
    const told = await ask(() => client.rest.get(route, { query })).catch((error: unknown) => {
      if (error instanceof discord.DiscordAPIError && error.status < 500) return { threads: [] };
      throw error;
    });
    const threads = (told as { threads: unknown[] }).threads.flatMap(
      (thread) => GuildChannel.safeParse(thread).data ?? [],
    );
    const fresh = threads.filter((thread) => archivedAt(thread) >= since);
    found.push(...fresh);
    before = fresh.at(-1)?.thread_metadata?.archive_timestamp;
    if (fresh.length < PAGE) break;
  }
  return found;
}

const archivedAt = ({ thread_metadata }: GuildChannel) =>
  Date.parse(thread_metadata?.archive_timestamp ?? "");
