import { request } from "node:http";
import type { TurnAnswer } from "../../../../src/adapters/web/schemas/turn.ts";
import type { Room } from "./room.ts";

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

export interface ErrorAnswer {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly hint?: string;
    readonly reference?: string;
  };
}

type Json = Record<string, unknown>;

/** Calls the room over a real socket, as a user's program would. */
export async function call<T = Json & ErrorAnswer>(
  { url }: Pick<Room, "url">,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), type: { "content-type": "application/json" } };
  const response = await fetch(url + path, {
    method,
    ...("body" in json ? { body: json.body } : {}),
    headers: { ...("type" in json ? json.type : {}), ...headers },
  });
  return answerOf<T>(response);
}

/** A body and headers exactly as given; `fetch` would not send a foreign Host. */
export function raw(
  { url }: Pick<Room, "url">,
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer<ErrorAnswer>> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const got = new Response(Buffer.concat(chunks), {
          status: response.statusCode ?? 0,
          headers: response.headers as Record<string, string>,
        });
        answerOf<ErrorAnswer>(got).then(resolve, reject);
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as T,
  };
}

export interface Made {
  readonly session_id: string;
  readonly project_id: string;
}

export async function newSession(
  room: Pick<Room, "url">,
  user_id = "ada",
  title = "Night Shift",
  project_id?: string,
): Promise<Made> {
  const { status, body } = await call<Made>(room, "POST", "/api/v1/chat/sessions", {
    user_id,
    ...(project_id === undefined ? { project: { title } } : { project_id }),
  });
  if (status !== 201) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
  return body;
}

export async function say(
  room: Pick<Room, "url">,
  session_id: string,
  message: string,
  more: Json = {},
): Promise<TurnAnswer> {
  const { status, body } = await call<TurnAnswer>(room, "POST", "/api/v1/chat/message", {
    user_id: "ada",
    session_id,
    message,
    ...more,
  });
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
