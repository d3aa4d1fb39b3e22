import { createHmac } from "node:crypto";
import { WebSocket, WebSocketServer } from "ws";
import type { Workspace } from "./workspace.ts";

const ACK_WITHIN_MS = 3_000;

export type Kind = "events_api" | "slash_commands" | "interactive";

export interface Delivered {
  readonly ackMs: number;
  /** What the app put into its acknowledgement. */
  readonly payload: Record<string, unknown> | undefined;
}

/** How Slack hands something to the app and learns that it arrived. Undefined: not acknowledged within three seconds. */
export interface Line {
  /** Whether an event waits for the one before it to be answered. */
  readonly inTurn: boolean;
  deliver(kind: Kind, payload: Record<string, unknown>, retry: number): Promise<Delivered | undefined>;
  close(): void;
}

/**
 * Socket Mode: envelopes over a WebSocket, acknowledged by their id. Of several connections each envelope reaches one, in
 * turn here, any of them at Slack (https://docs.slack.dev/apis/events-api/using-socket-mode#connections).
 */
export class SocketLine implements Line {
  readonly inTurn = false;
  readonly server = new WebSocketServer({ noServer: true });
  readonly #waiting = new Map<string, (payload: Record<string, unknown> | undefined) => void>();
  #serial = 0;
  hellos = 0;
  /** The next connections are opened, and nothing is ever said on them. */
  mute = 0;

  constructor() {
    this.server.on("connection", (socket) => {
      if (this.mute > 0) {
        this.mute -= 1;
        return;
      }
      this.hellos += 1;
      socket.send(
        JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0BACKLOT" } }),
      );
      socket.on("message", (data) => {
        const { envelope_id, payload } = JSON.parse(String(data));
        this.#waiting.get(envelope_id)?.(payload);
      });
    });
  }

  deliver(type: Kind, payload: Record<string, unknown>, retry: number): Promise<Delivered | undefined> {
    this.#serial += 1;
    const envelope_id = `envelope-${this.#serial}`;
    const open = [...this.server.clients].filter(({ readyState }) => readyState === WebSocket.OPEN);
    const socket = open[this.#serial % Math.max(1, open.length)];
    const began = performance.now();
    const { promise, resolve } = Promise.withResolvers<Delivered | undefined>();
    const timer = setTimeout(() => resolve(undefined), ACK_WITHIN_MS);
    this.#waiting.set(envelope_id, (answer) =>
      resolve({ ackMs: performance.now() - began, payload: answer }),
    );
    const retried =
      type === "events_api" ? { retry_attempt: retry, retry_reason: retry > 0 ? "timeout" : "" } : {};
    socket?.send(
      JSON.stringify({
        envelope_id,
        type,
        payload,
        accepts_response_payload: type !== "events_api",
        ...retried,
      }),
    );
    return promise.finally(() => {
      clearTimeout(timer);
      this.#waiting.delete(envelope_id);
    });
  }

  /** Breaks the connection without a word. */
  drop(): void {
    for (const socket of this.server.clients) socket.terminate();
  }

  /** Asks the app to connect anew, as Slack does when it moves a connection. */
  refresh(): void {
    for (const socket of this.server.clients) {
      socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested", debug_info: {} }));
    }
  }

  close(): void {
    this.drop();
    this.server.close();
  }
}

/** Requests to the app's own address, signed with the signing secret. */
export class HttpLine implements Line {
  readonly inTurn = true;
  readonly #workspace: Workspace;
  readonly #url: string;
  /** Signs with another secret, as a stranger would. */
  secret: string;

  constructor(workspace: Workspace, url: string) {
    this.#workspace = workspace;
    this.#url = url;
    this.secret = this.#workspace.signingSecret;
  }

  async deliver(kind: Kind, payload: Record<string, unknown>, retry: number): Promise<Delivered | undefined> {
    const began = performance.now();
    const response = await this.request(kind, payload, retry).catch(() => undefined);
    if (!response?.ok) return undefined;
    const text = await response.text();
    return { ackMs: performance.now() - began, payload: text.startsWith("{") ? JSON.parse(text) : undefined };
  }

  request(
    kind: Kind,
    payload: Record<string, unknown>,
    retry: number,
    withinMs = ACK_WITHIN_MS,
  ): Promise<Response> {
    const body = encode(kind, payload);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac("sha256", this.secret).update(`v0:${timestamp}:${body}`).digest("hex");
    return fetch(this.#url, {
      method: "POST",
      body,
      headers: {
        "content-type": kind === "events_api" ? "application/json" : "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": `v0=${signature}`,
        ...(retry > 0 ? { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" } : {}),
      },
      signal: AbortSignal.timeout(withinMs),
    });
  }

  close(): void {}
}

function encode(kind: Kind, payload: Record<string, unknown>): string {
  if (kind === "events_api") return JSON.stringify(payload);
  if (kind === "interactive") return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const fields = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(fields).toString();
}
