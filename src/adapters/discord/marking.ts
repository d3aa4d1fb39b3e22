import type { Place } from "../../domain/session.ts";
import type { Mark, Marking } from "../../ports/platform.ts";
import { hasCode } from "./failure.ts";
import type { Link } from "./link.ts";

const EMOJI: Readonly<Record<Mark, string>> = { waits: "⏳", taken: "👀", saved: "✅", failed: "⚠️" };

/** Marks what people say with reactions. Discord tells with its answers how many it takes. */
export const createMarking = (call: <T>(work: (link: Link) => Promise<T>) => Promise<T>): Marking => ({
  set: (place, messageId, mark) =>
    call(async (link) => void (await link.client.rest.put(routeOf(link, place, messageId, mark)))),
  unset: (place, messageId, mark) =>
    call(async (link) => {
      await link.client.rest.delete(routeOf(link, place, messageId, mark)).catch((error: unknown) => {
        if (!hasCode(error, link.discord.RESTJSONErrorCodes.UnknownEmoji, link.discord)) throw error;
      });
    }),
});

function routeOf({ discord }: Link, { channel, thread }: Place, messageId: string, mark: Mark) {
  // A thread that was opened from a message has its id, and the message stays in the channel.
  const home = thread === undefined || thread === messageId ? channel : thread;
  return discord.Routes.channelMessageOwnReaction(home, messageId, encodeURIComponent(EMOJI[mark]));
}
