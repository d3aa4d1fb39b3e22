import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Place } from "../../domain/session.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import type { Clock } from "../../ports/clock.ts";
import { isRefusal, isUncertain } from "./failure.ts";
import { findPosts, metadataOf } from "./find-posts.ts";
import type { Link } from "./link.ts";
import { type Post, renderPosts } from "./outbound.ts";
import type { PictureShelf } from "./pictures.ts";
import { createShowing } from "./showing.ts";
import { createStreams, type Streams } from "./streaming.ts";
import { createUncertain, type Uncertain } from "./uncertain.ts";

/** What is gone already, and what stays because Backlot, installed anew as somebody else, may not take it away. */
const LEFT = ["message_not_found", "cant_delete_message"];

export interface Poster {
  /**
   * Posts a message and answers the id of its posts; what an earlier try posted already is not posted again. `instead`:
   * its former posts, of which some are gone; the others go, too.
   */
  send(place: Place, message: ChatMessage, instead?: string): Promise<string>;
  /** Brings the posts to the newest state: changed, added to, or taken away. */
  edit(place: Place, platformId: string, message: ChatMessage): Promise<string>;
  /** Takes all posts of a message away. */
  remove(place: Place, platformId: string): Promise<void>;
  readonly streams: Streams;
}

/** Slack does not tell one send from two, so what may be a second one looks for the first. */
export function createPoster(link: Link, clock: Clock, shelf: PictureShelf): Poster {
  const uncertain = createUncertain(clock);
  const streams = createStreams(link);
  const { post, update } = createPosting(link, clock, shelf, { uncertain, streams });
  const inTurn = createInTurn();
  const posted = async (place: Place, message: ChatMessage, former: readonly string[]) =>
    former.length > 0 || uncertain.mayBeThere(message)
      ? postsThere(link, place, message, former)
      : new Map<number, string>();
  return {
    streams,
    remove: async ({ channel }, platformId) => {
      for (const ts of platformId.split(","))
        await streams.afterwards(channel, ts, () => remove(link, channel, ts));
    },
    // One after the other: the second of two that post in place of what is gone finds what the first has posted.
    send: (place, message, instead) =>
      inTurn(message.id, () =>
        uncertain.sending(async () => {
          const known = await posted(place, message, instead?.split(",") ?? []);
          const ids: string[] = [];
          for (const [part, body] of renderPosts(message, await shelf.filesOf(message)).entries()) {
            const ts = known.get(part);
            // What an earlier try posted may show the message as it was then.
            if (ts !== undefined && message.version > 1)
              await update(place, ts, metadataOf(message.id, part), body);
            ids.push(ts ?? (await post(place, message, part, body)));
          }
          uncertain.forget(message);
          return ids.join(",");
        }),
      ),
    edit: (place, platformId, message) =>
      uncertain.sending(async () => {
        const ids = platformId.split(",");
        const posts = renderPosts(message, await shelf.filesOf(message));
        // An earlier try may have added some of what is to be added.
        const known =
          posts.length > ids.length ? await posted(place, message, []) : new Map<number, string>();
        const kept: string[] = [];
        for (const [part, body] of posts.entries()) {
          const ts = ids[part] ?? known.get(part);
          if (ts !== undefined) await update(place, ts, metadataOf(message.id, part), body);
          kept.push(ts ?? (await post(place, message, part, body)));
        }
        for (const ts of ids.slice(posts.length)) await remove(link, place.channel, ts);
        uncertain.forget(message);
        return kept.join(",");
      }),
  };
}

interface Posting {
  readonly uncertain: Uncertain;
  readonly streams: Streams;
}

/** One post of a message: made, and changed. */
function createPosting(link: Link, clock: Clock, shelf: PictureShelf, { uncertain, streams }: Posting) {
  const shown = createShowing(link, clock, shelf);
  const post = async (place: Place, message: ChatMessage, part: number, body: Post): Promise<string> => {
    try {
      const { ts } = await shown(body, ({ text, blocks }) =>
        link.web.chat.postMessage({
          channel: place.channel,
          ...(place.thread === undefined ? {} : { thread_ts: place.thread }),
          text,
          blocks,
          metadata: metadataOf(message.id, part),
          unfurl_links: link.unfurls ?? false,
          unfurl_media: link.unfurls ?? false,
        }),
      );
      return ts ?? "";
    } catch (error) {
      // The parts before it are there, and are not posted again.
      if (part > 0 || isUncertain(error, link.bolt)) uncertain.note(message);
      throw error;
    }
  };
  const update = ({ channel }: Place, ts: string, metadata: ReturnType<typeof metadataOf>, body: Post) =>
    shown(body, ({ text, blocks }) =>
      streams.afterwards(channel, ts, () =>
        link.web.chat.update({ channel, ts, text, blocks, metadata, parse: "none", link_names: false }),
      ),
    );
  return { post, update };
}

/** The posts of a message that are there: part → time. Those among them that others take the place of are taken away. */
async function postsThere(
  link: Link,
  place: Place,
  message: ChatMessage,
  former: readonly string[],
): Promise<Map<number, string>> {
  const found = await findPosts(link, place, message);
  // A text that was streamed is marked only by its last state, so it is not among those found.
  for (const ts of former) await remove(link, place.channel, ts);
  return new Map([...found].filter(([, ts]) => !former.includes(ts)));
}

async function remove(link: Link, channel: string, ts: string): Promise<void> {
  try {
    await link.web.chat.delete({ channel, ts });
  } catch (error) {
    if (!LEFT.some((code) => isRefusal(error, code, link.bolt))) throw error;
  }
}
