import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerSensibly } from "./openai-server-answers.ts";
import {
  type Answer,
  type ChatBody,
  chunks,
  completion,
  strictProblem,
  usageOf,
} from "./openai-server-protocol.ts";

/** Something that goes wrong with one request. */
type Fault =
  | {
      readonly type: "status";
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly code?: string;
      readonly message?: string;
    }
  /** The socket breaks after so many events of the stream. */
  | { readonly type: "cut"; readonly after: number }
  /** The stream ends properly, but without saying that the answer is whole. */
  | { readonly type: "end_early"; readonly after: number }
  | { readonly type: "answer"; readonly answer: Answer }
  /** The first byte comes late. */
  | { readonly type: "slow"; readonly ms: number }
  | { readonly type: "hang" }
  | { readonly type: "ok" };

export interface OpenAiServerOptions {
  readonly apiKey?: string;
  readonly models?: readonly string[];
  readonly answer?: (body: ChatBody) => Answer | string | Promise<Answer | string>;
  /** Milliseconds for which it wants to be left alone, asked at each request: 429 with Retry-After while there are some. */
  readonly closedFor?: () => number;
  /** Milliseconds between two events of a stream. */
  readonly dripMs?: number;
  /** What an endpoint of its kind understands; all of it by default. */
  readonly refuses?: readonly ("json_schema" | "json_object" | "stream_options" | "tools")[];
}

export interface OpenAiServer {
  /** For OPENAI_BASE_URL. */
  readonly url: string;
  /** Every chat request so far, refused ones included. */
  readonly requests: ChatBody[];
  /** The answers it has written to the end, with the tokens it counted for each, whether or not anybody was there to read. */
  readonly answered: Answered[];
  /** Each fault meets one request, in order; "ok" lets one pass. */
  fault(...faults: readonly Fault[]): void;
  close(): Promise<void>;
}

interface Answered {
  readonly body: ChatBody;
  readonly input: number;
  readonly output: number;
}

const KEY = "sk-test";

/** A server on loopback that speaks Chat Completions as OpenAI does: JSON and SSE, tools, structured output, usage. */
export async function startOpenAiServer(options: OpenAiServerOptions = {}): Promise<OpenAiServer> {
  const requests: ChatBody[] = [];
  const answered: Answered[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    serve(request, response, { options, requests, answered, faults }).catch((error: unknown) => {
      if (!response.headersSent) fail(response, 500, "server_error", String(error));
      else response.destroy();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    answered,
    fault: (...more) => void faults.push(...more),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Served {
  readonly options: OpenAiServerOptions;
  readonly requests: ChatBody[];
  readonly answered: Answered[];
  readonly faults: Fault[];
}

async function serve(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { options } = served;
  if (request.headers.authorization !== `Bearer ${options.apiKey ?? KEY}`) {
    return fail(
      response,
      401,
      "invalid_api_key",
      `Incorrect API key provided: ${request.headers.authorization}.`,
    );
  }
  if (request.method === "GET" && request.url === "/v1/models") {
    const data = (options.models ?? ["test-model"]).map((id) => ({ id, object: "model" }));
    return send(response, 200, { object: "list", data });
  }
  if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
    return fail(response, 404, "not_found", `Invalid URL (${request.method} ${request.url})`);
  }
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString("utf8")) as ChatBody;
  served.requests.push(body);
  await chat(response, body, served);
}

async function chat(response: ServerResponse, body: ChatBody, served: Served): Promise<void> {
  const { options, faults, answered } = served;
  const fault = faults.shift() ?? { type: "ok" };
  if (fault.type === "hang") return;
  if (fault.type === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault.type === "status") {
    return fail(
      response,
      fault.status,
      fault.code ?? "error",
      fault.message ?? "Scripted fault.",
      fault.headers,
    );
  }
  const closedMs = options.closedFor?.() ?? 0;
  if (closedMs > 0) {
    const wait = { "retry-after-ms": String(Math.ceil(closedMs)) };
    return fail(response, 429, "rate_limit_exceeded", "Rate limit reached.", wait);
  }
  const refused = refusal(body, options);
  if (refused) return fail(response, refused.status, refused.code, refused.message);
  const given = fault.type === "answer" ? fault.answer : await (options.answer ?? answerSensibly)(body);
  const answer = typeof given === "string" ? { text: given } : given;
  const { prompt_tokens: input, completion_tokens: output } = usageOf(body, answer);
  if (!body.stream) {
    send(response, 200, completion(body, answer));
    return void answered.push({ body, input, output });
  }
  const stop = fault.type === "cut" || fault.type === "end_early" ? fault.after : Number.POSITIVE_INFINITY;
  await stream(response, chunks(body, answer), stop, fault.type === "cut", options.dripMs);
  if (stop === Number.POSITIVE_INFINITY) answered.push({ body, input, output });
}

async function stream(
  response: ServerResponse,
  events: readonly object[],
  stop: number,
  cut: boolean,
  dripMs: number | undefined,
): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  for (const event of events.slice(0, stop)) {
    response.write(`data: ${JSON.stringify(event)}\n\n`);
    await new Promise((resolve) => (dripMs ? setTimeout(resolve, dripMs) : setImmediate(resolve)));
  }
  if (cut) return void response.destroy();
  response.end(stop < events.length ? "" : "data: [DONE]\n\n");
}

/** What the real endpoint refuses with 400 or 404. */
function refusal(body: ChatBody, { refuses = [], models }: OpenAiServerOptions) {
  const bad = (message: string) => ({ status: 400, code: "invalid_request_error", message });
  if (models && !models.includes(body.model)) {
    return { status: 404, code: "model_not_found", message: `The model '${body.model}' does not exist` };
  }
  const format = body.response_format?.type;
  if ((format === "json_schema" || format === "json_object") && refuses.includes(format)) {
    return bad(`'response_format' of type '${format}' is not supported with this model.`);
  }
  if (body.stream_options && refuses.includes("stream_options"))
    return bad("Unknown parameter: 'stream_options'.");
  if (body.tools && refuses.includes("tools")) return bad("This model does not support tools.");
  const strict = [
    body.response_format?.json_schema,
    ...(body.tools ?? []).map((tool) => ({
      strict: tool.function.strict,
      schema: tool.function.parameters,
      name: tool.function.name,
    })),
  ];
  for (const each of strict) {
    const problem = each?.strict ? strictProblem(each.schema) : undefined;
    if (problem) return bad(`Invalid schema for '${each?.name}': ${problem}.`);
  }
  if (format === "json_object" && !JSON.stringify(body.messages).includes("JSON")) {
    return bad(
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.",
    );
  }
  return undefined;
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", "x-request-id": "req_test", ...headers });
  response.end(JSON.stringify(body));
}

function fail(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers?: Record<string, string>,
): void {
  send(response, status, { error: { message, type: code, param: null, code } }, headers);
}
