import { z } from "zod";
import { unpinged } from "../../chat/unpinged.ts";
import type { Streaming } from "../../ports/platform.ts";
import { isRefusal } from "./failure.ts";
import type { Link } from "./link.ts";
import { escapeMarkup } from "./markup.ts";

// https://docs.slack.dev/reference/methods/chat.startStream is tier 2, …/chat.appendStream tier 4
export const STREAM_LIMITS: Pick<Streaming, "begins" | "grows" | "everyMs"> = {
  begins: { count: 20, withinMs: 60_000 },
  grows: { count: 100, withinMs: 60_000 },
  everyMs: 1_200,
};

/** A streamed message that never had its last state, which is marked. */
const Unended = z.object({
  ts: z.string(),
  user: z.string(),
  streaming_state: z.string(),
  metadata: z.undefined().optional(),
});
const CLOCKS_DIFFER_S = 120;
const PAGE = 200;

export interface Streams extends Pick<Streaming, "begin" | "grow" | "find"> {
  /**
   * Does what cannot be done to a message that is streamed; where it is, its stream is ended first. One that Slack has
   * ended by itself, which it does after some minutes, takes no more and can be edited.
   */
  afterwards<T>(channel: string, ts: string, work: () => Promise<T>): Promise<T>;
}

/** Replies that are shown as they grow, in threads: Slack streams what answers somebody there. */
export function createStreams({ web, bolt }: Link): Streams {
  return {
    begin: async ({ channel, thread, workspace }, personId, text) => {
      if (thread === undefined) return undefined;
      const { ts } = await web.chat.startStream({
        channel,
        thread_ts: thread,
        recipient_user_id: personId,
        recipient_team_id: workspace,
        markdown_text: escapeMarkup(unpinged(text)),
      });
      return ts;
    },
    grow: async ({ channel }, ts, more) => {
      await web.chat.appendStream({ channel, ts, markdown_text: escapeMarkup(unpinged(more)) });
    },
    find: async ({ channel, thread }, since) => {
      if (thread === undefined) return undefined;
      const query = { channel, ts: thread, limit: PAGE, include_all_metadata: true };
      const oldest = String(since.getTime() / 1_000 - CLOCKS_DIFFER_S);
      const replies = web.conversations.replies({ ...query, oldest }).catch((error: unknown) => {
        // Where Backlot may not read, nothing is found.
        if (error instanceof bolt.webApi.WebAPIPlatformError) return undefined;
        throw error;
      });
      const [{ user_id }, read] = await Promise.all([web.auth.test(), replies]);
      const unended = (read?.messages ?? []).flatMap((message) => Unended.safeParse(message).data ?? []);
      return unended.findLast(({ user }) => user === user_id)?.ts;
    },
    afterwards: async (channel, ts, work) => {
      try {
        return await work();
      } catch (error) {
        if (!isRefusal(error, "streaming_state_conflict", { webApi: bolt.webApi })) throw error;
      }
      await web.chat.stopStream({ channel, ts }).catch((error: unknown) => {
        if (!isRefusal(error, "message_not_in_streaming_state", { webApi: bolt.webApi })) throw error;
      });
      return work();
    },
  };
}
