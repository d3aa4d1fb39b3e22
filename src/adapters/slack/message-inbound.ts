import type { z } from "zod";
import type { Heard } from "../../chat/heard.ts";
import type { Amendment } from "../../chat/inbound-event.ts";
import { postedFiles } from "../../chat/posted-files.ts";
import { isGesture } from "../../chat/unread.ts";
import type { Place } from "../../domain/session.ts";
import type { EventBody, SlackMessage } from "./payload.ts";
import { placeOf } from "./place.ts";
import { fromMarkup } from "./read-markup.ts";

/** Messages of people; the other subtypes are notices. */
const SPOKEN = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

/** A message said, edited or taken back. A mention comes twice, as message and as mention: both give the same event. */
export function messageInbound(
  { team_id, event }: z.infer<typeof EventBody>,
  selfId: string,
): Heard | undefined {
  if (event.type !== "message" && event.type !== "app_mention") return undefined;
  const { channel, subtype } = event;
  if (!channel) return undefined;
  if (subtype === "message_changed") return amended(team_id, channel, event.message, selfId);
  if (subtype === "message_deleted") {
    const gone = event.previous_message;
    return gone && takenBack(team_id, channel, { ...gone, ts: gone.ts ?? event.deleted_ts }, selfId);
  }
  return said(team_id, channel, event, selfId);
}

function said(team: string, channel: string, message: SlackMessage, selfId: string): Heard | undefined {
  const at = new Date(Number(message.ts) * 1_000);
  if (!message.ts || !message.user || Number.isNaN(at.getTime()) || !isPersons(message, selfId))
    return undefined;
  if (!SPOKEN.has(message.subtype)) return undefined;
  const read = fromMarkup(wordsOf(message), selfId);
  const text = isGesture(read) ? "" : read;
  const mentioned = mentions(message, selfId);
  const name = message.user_profile?.display_name || message.user_profile?.real_name;
  const unread = read === "" && message.files.length === 0 && message.blocks.length > 0;
  if (text === "" && message.files.length === 0 && !mentioned && !unread) return undefined;
  const files = message.files.map((file) => ({
    id: file.id,
    name: file.name || file.id,
    media_type: file.mimetype || "application/octet-stream",
    size: file.size ?? 0,
    url: file.url_private,
    seconds: file.duration_ms === undefined ? undefined : file.duration_ms / 1_000,
  }));
  const underBacklot = message.thread_ts !== undefined && message.parent_user_id === selfId;
  return {
    type: "event",
    addressed: message.channel_type === "im" || mentioned || underBacklot,
    ...(unread && !mentioned ? { unread } : {}),
    event: {
      id: eventId(channel, message.ts),
      type: "message",
      place: placeOfMessage(team, channel, message, selfId),
      ...(message.thread_ts === undefined && opensThread(channel, message, selfId) ? { opens: true } : {}),
      person: { id: message.user, role: "writer", ...(name ? { name } : {}) },
      at: at.toISOString(),
      text,
      platform_id: message.ts,
      ...postedFiles("slack", files),
    },
  };
}

/** A message that is not where it was said. */
export const missingMessage = (place: Place, ts: string): Amendment => ({
  event_id: eventId(place.channel, ts),
  place,
  text: null,
  missing: true,
});

/** With the words of messages that are shared in it. */
const wordsOf = ({ text, attachments }: SlackMessage): string =>
  [text, ...attachments.map((one) => (one.is_share ? one.text : undefined))].filter(Boolean).join("\n");

/** Slack also sends a change when it unfolds a link; only a person's edit carries who edited it and when. */
function amended(
  team: string,
  channel: string,
  message: SlackMessage | undefined,
  selfId: string,
): Heard | undefined {
  if (!message?.ts || !isPersons(message, selfId)) return undefined;
  // The first message of a thread that has answers stays as an empty stone when it is deleted.
  if (message.subtype === "tombstone") return takenBack(team, channel, message, selfId);
  if (!message.edited) return undefined;
  const text = fromMarkup(wordsOf(message), selfId);
  const place = placeOfMessage(team, channel, message, selfId);
  return { type: "amendment", amendment: { event_id: eventId(channel, message.ts), place, text } };
}

function takenBack(team: string, channel: string, message: SlackMessage, selfId: string): Heard | undefined {
  if (!message.ts || !isPersons(message, selfId)) return undefined;
  const place = placeOfMessage(team, channel, message, selfId);
  return { type: "amendment", amendment: { event_id: eventId(channel, message.ts), place, text: null } };
}

/** A mention in a channel is answered in the thread opened from it; direct messages go on in one line. */
function placeOfMessage(team: string, channel: string, message: SlackMessage, selfId: string) {
  const opened = opensThread(channel, message, selfId) ? message.ts : undefined;
  return placeOf(team, channel, message.thread_ts ?? opened);
}

const opensThread = (channel: string, message: SlackMessage, selfId: string) =>
  message.channel_type !== "im" && !channel.startsWith("D") && mentions(message, selfId);

const isPersons = ({ bot_id, user }: SlackMessage, selfId: string) => !bot_id && user !== selfId;
const mentions = ({ text }: SlackMessage, selfId: string) =>
  new RegExp(`<@${selfId}(\\|[^>]*)?>`).test(text ?? "");
const eventId = (channel: string, ts: string) => `slack:message:${channel}:${ts}`;
