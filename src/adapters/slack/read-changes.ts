import type { Amendment } from "../../chat/inbound-event.ts";
import { isAfter } from "../../lib/watermarks.ts";
import type { Told } from "./history.ts";
import { messageInbound } from "./message-inbound.ts";
import { tsAgo } from "./ts.ts";

/** The time of an edit is told in whole seconds. */
const SECOND_MS = 1_000;

interface Heard {
  readonly workspace: string;
  readonly channel: string;
  /** Up to here everything was heard. */
  readonly since: string;
  readonly selfId: string;
}

/**
 * What people changed since then of messages that were heard before, and the stones that stay of deleted ones which have
 * answers. Another deleted message is missing. Some may be known already.
 */
export function changedSince(
  messages: readonly Told[],
  { workspace, channel, since, selfId }: Heard,
): Amendment[] {
  const after = tsAgo(since, SECOND_MS);
  return messages.flatMap((message) => {
    const { subtype, edited } = message;
    if (subtype !== "tombstone" && !isAfter(edited?.ts ?? "", after)) return [];
    const event = {
      type: "message",
      subtype: "message_changed",
      channel,
      message: { ...message, channel_type: channel.startsWith("D") ? "im" : "channel" },
      previous_message: undefined,
      files: [],
      attachments: [],
      blocks: [],
    };
    const heard = messageInbound({ team_id: workspace, event }, selfId);
    return heard?.type === "amendment" ? [heard.amendment] : [];
  });
}
