import type { IncomingMessage, ServerResponse } from "node:http";
import type { APIMessage } from "discord.js";
import type { Fault } from "./fault.ts";
import type { Gateway } from "./gateway.ts";
import { answerCallback } from "./interactions.ts";
import { pingsOf } from "./pings.ts";
import { brokenRules } from "./rules.ts";
import {
  type Attached,
  attachmentsAfter,
  keepUploads,
  mayAttach,
  readRequest,
  type Uploads,
} from "./uploads.ts";
import { type FakeChannel, PUBLIC_THREAD, type World } from "./world.ts";

export interface RestParts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly gatewayUrl: () => string;
  readonly faults: Fault[];
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

type Body = Record<string, unknown>;

/** Discord's REST API, version 10, as far as a bot that talks needs it, and as strict. */
export async function serveRest(
  parts: RestParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? "").replace(/^\/api\/v10/, "").replace(/\?.*$/, "");
  const method = request.method ?? "GET";
  const asked = await readRequest(request);
  const { status, body: told, headers } = answer(parts, method, path, asked, request.headers.authorization);
  response.writeHead(status, {
    ...(told === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  });
  response.end(told === undefined ? undefined : JSON.stringify(told));
}

function answer(
  parts: RestParts,
  method: string,
  path: string,
  asked: { readonly body: Body; readonly uploads: Uploads },
  authorization: string | undefined,
): Answer {
  const fault = parts.faults.find((one) => one.times > 0 && one.method === method && one.path.test(path));
  if (fault) {
    fault.times -= 1;
    if (fault.after) answer(parts, method, path, asked, authorization);
    return {
      status: fault.status,
      headers: fault.headers,
      body: fault.body ?? { code: 0, message: "fault" },
    };
  }
  const open = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
  if (!open && authorization !== `Bot ${parts.world.token}`)
    return { status: 401, body: { code: 0, message: "401: Unauthorized" } };
  for (const [verb, pattern, handle] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return handle(parts, match.slice(1), asked.body, asked.uploads);
  }
  return { status: 404, body: { code: 0, message: "404: Not Found" } };
}

type Handler = (parts: RestParts, ids: string[], body: Body, uploads: Uploads) => Answer;

const ok = (body: unknown): Answer => ({ status: 200, body });
const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});
const UNKNOWN_CHANNEL = refuse(404, 10_003, "Unknown Channel");
const UNKNOWN_MESSAGE = refuse(404, 10_008, "Unknown Message");
const MISSING_PERMISSIONS = refuse(403, 50_013, "Missing Permissions");

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  [
    "GET",
    /^\/gateway\/bot$/,
    ({ gatewayUrl }) =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
      }),
  ],
  ["GET", /^\/applications\/(\d+)\/commands$/, ({ world }) => ok(world.commands)],
  ["PUT", /^\/applications\/(\d+)\/commands$/, putCommands],
  [
    "GET",
    /^\/channels\/(\d+)$/,
    ({ world }, [id = ""]) => {
      const channel = world.channel(id);
      return channel ? ok(world.channelJson(channel)) : UNKNOWN_CHANNEL;
    },
  ],
  [
    "POST",
    /^\/channels\/(\d+)\/typing$/,
    ({ world }, [id = ""]) => {
      if (!world.channel(id)) return UNKNOWN_CHANNEL;
      world.typing.push(id);
      return { status: 204 };
    },
  ],
  ["POST", /^\/channels\/(\d+)\/messages$/, postMessage],
  [
    "GET",
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    ({ world }, [channel = "", id = ""]) => {
      const message = world.message(channel, id);
      return message ? ok(message) : UNKNOWN_MESSAGE;
    },
  ],
  ["PATCH", /^\/channels\/(\d+)\/messages\/(\d+)$/, patchMessage],
  ["DELETE", /^\/channels\/(\d+)\/messages\/(\d+)$/, deleteMessage],
  ["POST", /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, openThread],
  [
    "POST",
    /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    ({ world }, [id = "", token = ""], body) => answerCallback(world, id, token, body),
  ],
  [
    "PATCH",
    /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
    ({ world }, [, token = ""], body) => {
      const interaction = world.interactions.get(token);
      if (!interaction?.response) return refuse(404, 10_015, "Unknown Webhook");
      interaction.original = String(body.content ?? "");
      return ok({ id: interaction.id });
    },
  ],
  [
    "POST",
    /^\/webhooks\/(\d+)\/([^/]+)$/,
    ({ world }, [, token = ""], body) => {
      const interaction = world.interactions.get(token);
      if (!interaction?.response) return refuse(404, 10_015, "Unknown Webhook");
      interaction.whispers.push(String(body.content ?? ""));
      return ok({ id: world.nextId() });
    },
  ],
];

function putCommands({ world }: RestParts, _: string[], body: Body): Answer {
  const commands = body as unknown as Body[];
  const badName = commands.find(({ name }) => !/^[-_\p{Ll}\p{N}]{1,32}$/u.test(String(name)));
  const badText = commands.find(({ description }) => !/^.{1,100}$/.test(String(description)));
  if (badName || badText || commands.length > 100) return refuse(400, 50_035, "Invalid Form Body");
  for (const { options = [] } of commands as { options?: { required?: boolean; description: string }[] }[]) {
    const late = options.findIndex(
      ({ required }, index) => required && options[index - 1]?.required === false,
    );
    const order = options.map(({ required }) => Number(required ?? false));
    const sorted = order.toSorted((a, b) => b - a);
    if (late >= 0 || order.join() !== sorted.join() || options.length > 25)
      return refuse(400, 50_035, "Required options must be placed before non-required options");
  }
  world.commandWrites += 1;
  world.commands = commands.map((command) => ({
    ...command,
    id: world.nextId(),
    application_id: world.applicationId,
    version: "1",
    default_member_permissions: null,
    nsfw: false,
  }));
  return ok(world.commands);
}

function postMessage(parts: RestParts, [channelId = ""]: string[], body: Body, uploads: Uploads): Answer {
  const { world, gateway } = parts;
  const channel = world.channel(channelId);
  if (!channel) return UNKNOWN_CHANNEL;
  if (channel.name.includes("read-only")) return MISSING_PERMISSIONS;
  if (uploads.size > 0 && !mayAttach(world, channel)) return MISSING_PERMISSIONS;
  const attached = attachmentsAfter([], body, uploads, () => world.nextId());
  const refusal = invalid(body, attached);
  if (refusal) return refusal;
  const nonce = body.enforce_nonce ? `${channelId}:${body.nonce}` : undefined;
  const known = nonce && world.nonces.get(nonce);
  if (known) return ok(known);
  const message = newMessage(world, channel, { ...body, attachments: attached.now });
  keepUploads(world, attached, uploads);
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
    components: body.components ?? [],
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

function patchMessage(
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
  if (message.author.id !== world.bot.id)
    return refuse(403, 50_005, "Cannot edit a message authored by another user");
  if (uploads.size > 0 && !mayAttach(world, world.channel(channelId))) return MISSING_PERMISSIONS;
  const attached = attachmentsAfter(message.attachments, body, uploads, () => world.nextId());
  const refusal = invalid(body, attached);
  if (refusal) return refusal;
  keepUploads(world, attached, uploads);
  Object.assign(message, {
    attachments: attached.now,
    components: body.components,
    flags: body.flags,
    edited_timestamp: new Date().toISOString(),
  });
  gateway.dispatch("MESSAGE_UPDATE", { ...message, guild_id: world.guildId });
  return ok(message);
}

function deleteMessage({ world, gateway }: RestParts, [channelId = "", id = ""]: string[]): Answer {
  const messages = world.channel(channelId)?.messages ?? [];
  const index = messages.findIndex((message) => message.id === id);
  if (index < 0) return UNKNOWN_MESSAGE;
  messages.splice(index, 1);
  gateway.dispatch("MESSAGE_DELETE", { id, channel_id: channelId, guild_id: world.guildId });
  return { status: 204 };
}

function openThread({ world, gateway }: RestParts, [channelId = "", id = ""]: string[], body: Body): Answer {
  const parent = world.channel(channelId);
  if (!parent) return UNKNOWN_CHANNEL;
  if (!world.message(channelId, id)) return UNKNOWN_MESSAGE;
  if (parent.name.includes("no-threads")) return MISSING_PERMISSIONS;
  if (world.channel(id)) return refuse(400, 160_004, "A thread has already been created for this message");
  const name = String(body.name ?? "");
  if (name.length < 1 || name.length > 100) return refuse(400, 50_035, "name: 1 to 100 characters");
  const thread: FakeChannel = {
    id,
    type: PUBLIC_THREAD,
    name,
    parent_id: channelId,
    owner_id: world.bot.id,
    messages: [],
  };
  world.channels.set(id, thread);
  gateway.dispatch("THREAD_CREATE", { ...world.channelJson(thread), newly_created: true });
  return { status: 201, body: world.channelJson(thread) };
}

function invalid(body: Body, { now, wrong }: Attached): Answer | undefined {
  const names = now.map(({ filename }) => filename);
  const broken = [...brokenRules(body, names), ...wrong].join("; ");
  return broken === "" ? undefined : refuse(400, 50_035, `Invalid Form Body: ${broken}`);
}
