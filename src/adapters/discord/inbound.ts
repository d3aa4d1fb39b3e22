import type { Heard } from "../../chat/heard.ts";
import type { Amendment } from "../../chat/inbound-event.ts";
import { postedFiles } from "../../chat/posted-files.ts";
import { isGesture } from "../../chat/unread.ts";
import type { Place } from "../../domain/session.ts";
import { interactionEvent } from "./interaction-event.ts";
import { DeletePayload, MessagePayload } from "./payload.ts";
import { nameOf, personOf } from "./person.ts";
import { readMarkup } from "./read-markup.ts";
import { isDirect, isThread, placeOf, type Surroundings, takesThreads } from "./surroundings.ts";

const DEFAULT_MESSAGE = 0;
const REPLY_MESSAGE = 19;

/** Turns a gateway dispatch into what Backlot hears, or undefined when it is nothing to it. Never throws. */
export function inbound(name: string, data: unknown, around: Surroundings): Heard | undefined {
  switch (name) {
    case "MESSAGE_CREATE":
      return heard(data, around);
    case "MESSAGE_UPDATE":
      return edited(data, around);
    case "MESSAGE_DELETE":
      return deleted(data, around);
    case "INTERACTION_CREATE": {
      const event = interactionEvent(data);
      return event && { type: "event", event, addressed: true };
    }
    default:
      return undefined;
  }
}

/** A message that is not where it was said. */
export const missingMessage = (messageId: string, place: Place): Amendment => ({
  event_id: messageEventId(messageId),
  place,
  text: null,
  missing: true,
});

const messageEventId = (messageId: string) => `discord:message:${messageId}`;

function heard(data: unknown, around: Surroundings): Heard | undefined {
  const message = personsMessage(data, around);
  if (!message) return undefined;
  const forwarded = message.message_snapshots.map((snapshot) => snapshot.message);
  const content = [message.content, ...forwarded.map((one) => one.content)].filter(Boolean).join("\n");
  const read = readableText({ ...message, content }, around);
  const text = isGesture(read) ? "" : read;
  const attachments = [message, ...forwarded].flatMap((one) => one.attachments);
  const isCall = attachments.length > 0 || isMentioned(message, around);
  const unread = read === "" && Boolean(message.poll) && !isCall;
  if (text === "" && !isCall && !unread) return undefined;
  const files = attachments.map((file) => ({
    id: file.id,
    name: file.filename,
    media_type: file.content_type ?? "application/octet-stream",
    size: file.size,
    url: file.url,
    seconds: file.duration_secs,
  }));
  return {
    type: "event",
    addressed: isAddressed(message, around),
    ...(unread ? { unread } : {}),
    event: {
      id: messageEventId(message.id),
      type: "message",
      place: placeOfMessage(message, around),
      ...(opensThread(message, around) ? { opens: true } : {}),
      ...(standsBeside(message, around) ? { beside: true } : {}),
      person: personOf(message.author, message.member?.nick, around.permissions, message.member?.roles),
      at: new Date(message.timestamp).toISOString(),
      text,
      platform_id: message.id,
      ...postedFiles("discord", files),
    },
  };
}

/** Discord also sends an update when it unfolds a link; only a person's edit carries the time of the edit. */
function edited(data: unknown, around: Surroundings): Heard | undefined {
  const message = personsMessage(data, around);
  if (!message?.edited_timestamp) return undefined;
  const amendment = {
    event_id: messageEventId(message.id),
    place: placeOfMessage(message, around),
    text: readableText(message, around),
  };
  return { type: "amendment", amendment };
}

function deleted(data: unknown, around: Surroundings): Heard | undefined {
  const { success, data: gone } = DeletePayload.safeParse(data);
  if (!success) return undefined;
  const place = placeOf(around.channel, gone.guild_id);
  return { type: "amendment", amendment: { event_id: messageEventId(gone.id), place, text: null } };
}

/** Nothing that Backlot, another bot or a webhook said, and no notices such as "Ana joined". */
function personsMessage(data: unknown, around: Surroundings): MessagePayload | undefined {
  const { success, data: message } = MessagePayload.safeParse(data);
  if (!success || Number.isNaN(Date.parse(message.timestamp))) return undefined;
  if (message.author.bot || message.webhook_id || message.author.id === around.selfId) return undefined;
  return message.type === DEFAULT_MESSAGE || message.type === REPLY_MESSAGE ? message : undefined;
}

function isAddressed(message: MessagePayload, around: Surroundings): boolean {
  if (isDirect(around.channel) || isMentioned(message, around) || repliesToBacklot(message, around))
    return true;
  return isThread(around.channel) && around.channel.owner_id === around.selfId;
}

const isMentioned = ({ content }: MessagePayload, { selfId, selfRoleId }: Surroundings) =>
  content.includes(`<@${selfId}>`) ||
  content.includes(`<@!${selfId}>`) ||
  (selfRoleId !== undefined && content.includes(`<@&${selfRoleId}>`));

const repliesToBacklot = (message: MessagePayload, around: Surroundings) =>
  message.referenced_message?.author.id === around.selfId;

/**
 * A mention in a channel opens a thread from itself; a reply stays where Backlot spoke. What Backlot says in a channel
 * in answer to a message belongs to that message's thread, which Discord would not let it open.
 */
function placeOfMessage(message: MessagePayload, around: Surroundings) {
  const { channel } = around;
  if (repliesToBacklot(message, around)) {
    return placeOf(channel, message.guild_id, message.referenced_message?.message_reference?.message_id);
  }
  return placeOf(channel, message.guild_id, opensThread(message, around) ? message.id : undefined);
}

/** Said in the channel to what Backlot said there, and of a thread that could not be opened. */
const standsBeside = (message: MessagePayload, around: Surroundings) =>
  repliesToBacklot(message, around) &&
  !isThread(around.channel) &&
  placeOfMessage(message, around).thread !== undefined;

const opensThread = (message: MessagePayload, around: Surroundings) =>
  !repliesToBacklot(message, around) && isMentioned(message, around) && takesThreads(around.channel);

/** The words without the call by name; other people, roles and channels by their names. */
function readableText(message: MessagePayload, { selfId, selfRoleId, names }: Surroundings): string {
  const called = message.content.replaceAll(`<@&${selfRoleId}>`, `<@${selfId}>`);
  const people = new Map(message.mentions.map((user) => [user.id, nameOf(user)]));
  return readMarkup(called, { ...names, selfId, person: (id) => people.get(id) });
}
