import type { IncomingMessage, ServerResponse } from "node:http";
import { judgeDiscord } from "../judge/discord-judge.ts";
import {
  type Answer,
  type Body,
  type Handler,
  ok,
  type RestParts,
  UNKNOWN_CHANNEL,
  UNKNOWN_MESSAGE,
} from "./answers.ts";
import { getCommands, putCommands } from "./application-commands.ts";
import { archivedThreads, getMember, readMessages } from "./history.ts";
import { answerCallback } from "./interactions.ts";
import { deleteMessage, patchMessage, postMessage } from "./messages.ts";
import { openThread } from "./threads.ts";
import { readRequest, type Uploads } from "./uploads.ts";
import { followUp, patchOriginal } from "./webhooks.ts";

/** Discord's REST API, version 10, as far as a bot that talks needs it, and as strict. */
export async function serveRest(
  parts: RestParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = "", query = ""] = (request.url ?? "").replace(/^\/api\/v10/, "").split("?");
  const method = request.method ?? "GET";
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
  } = answer(parts, method, path, { ...asked, body: given }, request.headers.authorization);
  if (parts.world.decidesMentions && leavesMentions(route, asked.body))
    parts.complaints.note({ route, at: "/allowed_mentions", rule: "is missing: its text may ping people" });
  if (breaksRule(told)) parts.complaints.note({ route, at: "", rule: told.message });
  response.writeHead(status, {
    ...(told === undefined ? {} : { "content-type": "application/json" }),
    ...headers,
  });
  response.end(told === undefined ? undefined : JSON.stringify(told));
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
  ["POST", /^\/channels\/(\d+)\/messages$/, postMessage],
  ["GET", /^\/channels\/(\d+)\/messages$/, readMessages],
  ["GET", /^\/channels\/(\d+)\/threads\/archived\/public$/, archivedThreads],
  ["GET", /^\/guilds\/(\d+)\/members\/(\d+)$/, getMember],
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
  ["PATCH", /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, patchOriginal],
  ["POST", /^\/webhooks\/(\d+)\/([^/]+)$/, followUp],
];
