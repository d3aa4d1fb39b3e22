import type { APIMessage } from "discord.js";
import {
  type Answer,
  type Body,
  ok,
  type RestParts,
  refuse,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
} from "./answers.ts";
import { withIds } from "./component-ids.ts";
import { forbidden } from "./permissions.ts";
import { pingsOf } from "./pings.ts";
import { brokenRules } from "./rules.ts";
import { besideMedia, withMedia } from "./shown-media.ts";
import { asleep, wake } from "./sleeping-threads.ts";
import { type Attached, attachmentsAfter, keepUploads, type Uploads } from "./uploads.ts";
import type { FakeChannel, World } from "./world.ts";

/** https://docs.discord.com/developers/resources/message#create-message: "in the past few minutes". */
const NONCE_KEPT_MS = 5 * 60_000;
const HOUR_MS = 3_600_000;
/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes */
const TOO_MANY_OLD_EDITS: Answer = {
  status: 429,
  headers: { "retry-after": "20" },
  body: {
    code: 30_046,
    message: "Maximum number of edits to messages older than 1 hour reached. Try again later",
    retry_after: 20,
    global: false,
  },
};
const isOld = ({ timestamp }: APIMessage) => Date.now() - Date.parse(timestamp) > HOUR_MS;
const V2 = 1 << 15;
const MAX_FILE_BYTES = 10 * 1_048_576;

/** Forums and media channels hold threads alone. */
export const takesNoWords = ({ type }: FakeChannel): boolean => type === 15 || type === 16;

export function postMessage(
  parts: RestParts,
  [channelId = ""]: string[],
  body: Body,
  uploads: Uploads,
): Answer {
  const { world, gateway } = parts;
  const channel = world.channel(channelId);
  if (!channel) return UNKNOWN_CHANNEL;
  if (takesNoWords(channel)) return refuse(400, 50_008, "Cannot send messages in a non-text channel");
  const denied = forbidden(world, channel, "send", ...(uploads.size > 0 ? (["files"] as const) : []));
  if (denied) return denied;
  const closed = wake(world, channel);
  if (closed) return closed;
  const attached = attachmentsAfter([], body, uploads, () => world.nextId());
  const refusal = tooLarge(uploads) ?? invalid(body, attached);
  if (refusal) return refusal;
  const nonce = body.enforce_nonce ? `${channelId}:${body.nonce}` : undefined;
  const known = nonce && world.nonces.get(nonce);
  if (known && Date.now() - Date.parse(known.timestamp) < NONCE_KEPT_MS) return ok(known);
  const components = withMedia(withIds(body.components ?? []), attached.now);
  const attachments = besideMedia(components, attached.now);
  const message = newMessage(world, channel, { ...body, components, attachments });
  keepUploads(world, message.id, attached, uploads);
  channel.messages.push(message);
  if (nonce) world.nonces.set(nonce, message);
  for (const whom of pingsOf(body)) world.pings.push({ message: message.id, whom });
  const guild_id = channel.type === 1 ? undefined : world.guildId;
  gateway.dispatch("MESSAGE_CREATE", { ...message, guild_id });
  return ok(message);
}

function newMessage(world: World, channel: FakeChannel, body: Body): APIMessage {
  const reference = body.message_reference as { message_id: string } | undefined;
  return {
    id: world.nextId(),
    channel_id: channel.id,
    type: reference ? 19 : 0,
    author: world.user(world.bot),
    content: String(body.content ?? ""),
    components: body.components,
    flags: Number(body.flags ?? 0),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: body.attachments,
    embeds: [],
    pinned: false,
    ...(body.nonce === undefined ? {} : { nonce: String(body.nonce) }),
    ...(reference ? { message_reference: { ...reference, channel_id: channel.id } } : {}),
  } as unknown as APIMessage;
}

export function patchMessage(
  { world, gateway }: RestParts,
  [channelId = "", id = ""]: string[],
  body: Body,
  uploads: Uploads,
): Answer {
  const wait = world.edits?.refusal(channelId, id);
  if (wait !== undefined)
    return {
      status: 429,
      headers: { "retry-after": String(wait), "x-ratelimit-scope": "user" },
      body: { message: "You are being rate limited.", retry_after: wait, global: false },
    };
  const message = world.message(channelId, id);
  if (!message) return UNKNOWN_MESSAGE;
  const sleeps = asleep(world.channel(channelId));
  if (sleeps) return sleeps;
  if (message.author.id !== world.bot.id)
    return refuse(403, 50_005, "Cannot edit a message authored by another user");
  const denied = uploads.size > 0 && forbidden(world, world.channel(channelId), "files");
  if (denied) return denied;
  if (isOld(message) && world.oldEdits.refusal(channelId) !== undefined) return TOO_MANY_OLD_EDITS;
  const attached = attachmentsAfter(world.attached.get(id) ?? [], body, uploads, () => world.nextId());
  const { content = message.content, components = message.components, flags = message.flags } = body;
  // https://docs.discord.com/developers/components/using-message-components#components-v2
  if (Number(message.flags ?? 0) & V2 && !(Number(flags ?? 0) & V2))
    return refuse(400, 50_035, "Invalid Form Body: flags: IS_COMPONENTS_V2 cannot be removed");
  const refusal = tooLarge(uploads) ?? invalid({ ...body, content, components, flags }, attached);
  if (refusal) return refusal;
  keepUploads(world, id, attached, uploads);
  const shown = withMedia(withIds(components), attached.now);
  Object.assign(message, {
    content,
    components: shown,
    flags,
    attachments: besideMedia(shown, attached.now),
    edited_timestamp: new Date().toISOString(),
  });
  gateway.dispatch("MESSAGE_UPDATE", { ...message, guild_id: world.guildId });
  return ok(message);
}

export function deleteMessage({ world, gateway }: RestParts, [channelId = "", id = ""]: string[]): Answer {
  const messages = world.channel(channelId)?.messages ?? [];
  const index = messages.findIndex((message) => message.id === id);
  if (index < 0) return UNKNOWN_MESSAGE;
  const sleeps = asleep(world.channel(channelId));
  if (sleeps) return sleeps;
  messages.splice(index, 1);
  gateway.dispatch("MESSAGE_DELETE", { id, channel_id: channelId, guild_id: world.guildId });
  return { status: 204 };
}

// https://docs.discord.com/developers/reference#uploading-files
function tooLarge(uploads: Uploads): Answer | undefined {
  const large = [...uploads.values()].some(({ bytes }) => bytes.length > MAX_FILE_BYTES);
  return large ? refuse(413, 40_005, "Request entity too large") : undefined;
}

function invalid(body: Body, { now, wrong }: Attached): Answer | undefined {
  const names = now.map(({ filename }) => filename);
  const broken = [...brokenRules(body, names), ...wrong].join("; ");
  return broken === "" ? undefined : refuse(400, 50_035, `Invalid Form Body: ${broken}`);
}
