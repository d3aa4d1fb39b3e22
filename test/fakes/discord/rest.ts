import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { judgeDiscord } from "../judge/discord-judge.ts";
import {
  type Answer,
  type Body,
  type FaultyAnswer,
  type Handler,
  ok,
  type RestParts,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
} from "./answers.ts";
import { getCommands, putCommands } from "./application-commands.ts";
import { serveAttachment } from "./attachments.ts";
import { archivedThreads, getMember, joinedThreads, readMessages } from "./history.ts";
import { answerCallback } from "./interactions.ts";
import { deleteMessage, patchMessage, postMessage } from "./messages.ts";
import { forbidden } from "./permissions.ts";
import { react, unreact } from "./reactions.ts";
import { modifyThread, openDirect } from "./sleeping-threads.ts";
import { openThread, startThread } from "./threads.ts";
import { readRequest, type Uploads } from "./uploads.ts";
import { deleteOriginal, followUp, patchOriginal } from "./webhooks.ts";

/** Discord's REST API, version 10, as far as a bot that talks needs it, and as strict. */
export async function serveRest(
  parts: RestParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = "", query = ""] = (request.url ?? "").replace(/^\/api\/v10/, "").split("?");
  const method = request.method ?? "GET";
  const { authorization } = request.headers;
  if (serveAttachment(parts.world, { path, query, authorization }, response)) return;
  const asked = await readRequest(request);
  const route = judgeDiscord(parts.complaints, {
    method,
    path,
    query: new URLSearchParams(query),
    body: asked.body,
    files: [...asked.uploads.keys()],
  });
  const given = method === "GET" ? Object.fromEntries(new URLSearchParams(query)) : asked.body;
  const {
    status,
    body: told,
    headers,
    delayMs = 0,
    cut = false,
  } = answer(parts, method, path, { ...asked, body: given }, authorization);
  parts.world.rates?.answered(status, headers);
  if (parts.world.decidesMentions && leavesMentions(route, asked.body))
    parts.complaints.note({ route, at: "/allowed_mentions", rule: "is missing: its text may ping people" });
  if (breaksRule(told)) parts.complaints.note({ route, at: "", rule: told.message });
  if (delayMs > 0) await setTimeout(delayMs, undefined, { ref: false });
  response.writeHead(status, {
    ...(told === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  });
  const text = told === undefined ? "" : JSON.stringify(told);
  if (!cut) response.end(text);
  else response.write(text.slice(0, text.length / 2), () => response.destroy());
}

// https://docs.discord.com/developers/resources/message#allowed-mentions-object
const leavesMentions = (route: string, body: Body): boolean =>
  /^(POST|PATCH) .*(\/messages|\/messages\/[^/]+|webhook_token\})$/.test(route) &&
  body.allowed_mentions === undefined;

/** What the rules that no schema holds refuse. */
const breaksRule = (told: unknown): told is { message: string } =>
  (told as { code?: number } | undefined)?.code === 50_035;

function answer(
  parts: RestParts,
  method: string,
  path: string,
  asked: { readonly body: Body; readonly uploads: Uploads },
  authorization: string | undefined,
): FaultyAnswer {
  const fault = parts.faults.find((one) => one.times > 0 && one.method === method && one.path.test(path));
  if (fault) {
    fault.times -= 1;
    const { status, headers, body = { code: 0, message: "fault" }, delayMs = 0, cut = false } = fault;
    const real =
      status === undefined || fault.after ? answer(parts, method, path, asked, authorization) : undefined;
    return {
      ...(status === undefined && real ? real : { status: status ?? 500, headers, body }),
      delayMs,
      cut,
    };
  }
  const open = path.startsWith("/interactions/") || path.startsWith("/webhooks/");
  if (!open && authorization !== `Bot ${parts.world.token}`)
    return { status: 401, body: { code: 0, message: "401: Unauthorized" } };
  const rated = parts.world.rates?.take(`${method} ${path}`) ?? {};
  if (rated.status !== undefined) return { ...rated, status: rated.status };
  const told = done(parts, method, path, asked);
  return { ...told, headers: { ...rated.headers, ...told.headers } };
}

function done(
  parts: RestParts,
  method: string,
  path: string,
  asked: { readonly body: Body; readonly uploads: Uploads },
): Answer {
  const channel = parts.world.channel(/^\/channels\/(\d+)/.exec(path)?.[1] ?? "");
  const denied = forbidden(parts.world, channel);
  if (denied) return denied;
  for (const [verb, pattern, handle] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return handle(parts, match.slice(1), asked.body, asked.uploads);
  }
  return { status: 404, body: { code: 0, message: "404: Not Found" } };
}

const ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  [
    "GET",
    /^\/gateway\/bot$/,
    ({ gateway, gatewayUrl }) =>
      ok({
        url: gatewayUrl(),
        shards: gateway.recommendedShards,
        session_start_limit: {
          total: 1_000,
          remaining: gateway.identifiesLeft,
          reset_after: 0,
          max_concurrency: gateway.maxConcurrency,
        },
      }),
  ],
  ["GET", /^\/applications\/@me$/, ({ world }) => ok({ id: world.applicationId, name: world.bot.name })],
  ["GET", /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/, getCommands],
  ["PUT", /^\/applications\/(\d+)(?:\/guilds\/(\d+))?\/commands$/, putCommands],
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
  ["PATCH", /^\/channels\/(\d+)$/, modifyThread],
  ["POST", /^\/users\/@me\/channels$/, openDirect],
  ["POST", /^\/channels\/(\d+)\/messages$/, postMessage],
  ["GET", /^\/channels\/(\d+)\/messages$/, readMessages],
  ["GET", /^\/channels\/(\d+)\/threads\/archived\/public$/, archivedThreads],
  ["GET", /^\/channels\/(\d+)\/users\/@me\/threads\/archived\/private$/, joinedThreads],
  ["GET", /^\/guilds\/(\d+)\/members\/(\d+)$/, getMember],
  [
    "GET",
    /^\/channels\/(\d+)\/messages\/(\d+)$/,
    ({ world }, [channel = "", id = ""]) => {
      const message = world.message(channel, id);
      return message ? ok(message) : UNKNOWN_MESSAGE;
    },
  ],
  ["PUT", /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/, react],
  ["DELETE", /^\/channels\/(\d+)\/messages\/(\d+)\/reactions\/([^/]+)\/@me$/, unreact],
  ["PATCH", /^\/channels\/(\d+)\/messages\/(\d+)$/, patchMessage],
  ["DELETE", /^\/channels\/(\d+)\/messages\/(\d+)$/, deleteMessage],
  ["POST", /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/, openThread],
  ["POST", /^\/channels\/(\d+)\/threads$/, startThread],
  [
    "POST",
    /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
    ({ world }, [id = "", token = ""], body) => answerCallback(world, id, token, body),
  ],
  ["PATCH", /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, patchOriginal],
  ["DELETE", /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, deleteOriginal],
  ["POST", /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
];
