import type { Place } from "../../domain/session.ts";
import { createInTurn } from "../../lib/in-turn.ts";
import type { Mark, Marking } from "../../ports/platform.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";

const EMOJI: Readonly<Record<Mark, string>> = { waits: "⏳", taken: "👀", saved: "✅", failed: "⚠️" };

/**
 * Marks what people say with reactions. Discord tells with its answers how many it takes; one at a time leaves the rest
 * of what it takes of a bot in all to answers.
 */
export function createMarking(call: <T>(work: (link: Link) => Promise<T>) => Promise<T>): Marking {
  const inTurn = createInTurn();
  const react = (work: (link: Link) => Promise<unknown>) =>
    inTurn("reactions", () => call(async (link) => void (await work(link))));
  return {
    set: (place, messageId, mark) =>
      react((link) => link.client.rest.put(routeOf(link, place, messageId, mark))),
    unset: (place, messageId, mark) =>
      react((link) =>
        link.client.rest.delete(routeOf(link, place, messageId, mark)).catch((error: unknown) => {
          if (!hasCode(error, link.discord.RESTJSONErrorCodes.UnknownEmoji, link.discord)) throw error;
        }),
      ),
  };
}

function routeOf({ client, discord }: Link, { channel, thread }: Place, messageId: string, mark: Mark) {
  // A thread that was opened from a message has its id, and the message stays in the channel; the first message of a
  // forum's post has the id of its thread, and is in it.
  const { GuildForum, GuildMedia } = discord.ChannelType;
  const type = client.channels.cache.get(channel)?.type;
  const opened = thread === messageId && type !== GuildForum && type !== GuildMedia;
  const home = thread === undefined || opened ? channel : thread;
  return discord.Routes.channelMessageOwnReaction(home, messageId, encodeURIComponent(EMOJI[mark]));
}
