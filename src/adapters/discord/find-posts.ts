import { hash } from "node:crypto";
import type { APIMessage } from "discord.js";
import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";
import type { Post } from "./outbound.ts";
import { homeOf } from "./post-id.ts";
import { snowflakeAt } from "./snowflake.ts";

/** Discord drops a second copy of a post for "some minutes"; after these a post is looked for before it is made. */
const SURELY_ONCE_MS = 3 * 60_000;
/** Clocks differ. */
const LOOK_BACK_MS = 120_000;
const PAGE = 100;
const MAX_PAGES = 5;
/** An earlier state may have taken more posts. */
const MORE_POSTS = 10;
/** Beyond those that Discord gives by itself, and within 31 bits. */
const LOWEST_MARK = 1_000;
const MARKS = 2 ** 31 - LOWEST_MARK;

/** Posts of a message that are there, by their number in it. */
export interface Found {
  readonly channel: string;
  readonly ids: ReadonlyMap<number, string>;
}

/**
 * Marks a post with the message it shows and which of its posts it is, unseen by people: the number of its first
 * component is free to choose (https://docs.discord.com/developers/components/reference#anatomy-of-a-component).
 */
export function marked(post: Post, messageId: string, index: number): Post {
  const [first, ...rest] = post.components ?? [];
  return first ? { ...post, components: [{ ...first, id: markOf(messageId, index) }, ...rest] } : post;
}

/**
 * Whether a try may be there that Discord would not answer rightly: one so long ago that it would post another, or one of
 * an earlier state, which it would answer as if it were the new one.
 */
export const mayBeThere = ({ clock }: Link, { at, version }: ChatMessage): boolean =>
  version > 1 || clock.now().getTime() - Date.parse(at) > SURELY_ONCE_MS;

/** Looks through the newest of a place, back to when the message was made, for what was posted of it. */
export async function findPosts(
  link: Link,
  place: Place,
  { id, at }: ChatMessage,
  posts: number,
): Promise<Found> {
  const marks = new Map(
    Array.from({ length: posts + MORE_POSTS }, (_, index) => [markOf(id, index), index] as const),
  );
  const oldest = BigInt(snowflakeAt(Date.parse(at) - LOOK_BACK_MS));
  // Where no thread could be opened the answer stands in the channel.
  for (const channel of new Set([homeOf(place), place.channel])) {
    const told = await history(link, channel, oldest);
    if (!told) continue;
    const ids = told.flatMap((message) => {
      const index = marks.get(message.components?.[0]?.id ?? 0);
      const isOwn = message.author.id === link.client.user.id;
      return isOwn && index !== undefined ? [[index, message.id] as const] : [];
    });
    return { channel, ids: new Map(ids) };
  }
  return { channel: homeOf(place), ids: new Map() };
}

const markOf = (messageId: string, index: number): number =>
  LOWEST_MARK + (hash("sha256", `mark ${messageId}#${index}`, "buffer").readUInt32BE() % MARKS);

/** Undefined for a thread that does not exist; nothing where Backlot may not read. */
async function history(
  { client, discord }: Link,
  channel: string,
  oldest: bigint,
): Promise<readonly APIMessage[] | undefined> {
  const found: APIMessage[] = [];
  const route = discord.Routes.channelMessages(channel);
  try {
    for (let page = 0, before: string | undefined; page < MAX_PAGES; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
      const told = (await client.rest.get(route, { query })) as APIMessage[];
      const recent = told.filter(({ id }) => BigInt(id) >= oldest);
      found.push(...recent);
      before = told.at(-1)?.id;
      if (recent.length < PAGE) break;
    }
  } catch (error) {
    if (hasCode(error, discord.RESTJSONErrorCodes.UnknownChannel, discord)) return undefined;
    if (error instanceof discord.DiscordAPIError && error.status < 500) return found;
    throw error;
  }
  return found;
}
