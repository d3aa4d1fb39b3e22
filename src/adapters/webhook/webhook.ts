import http from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { AppError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Webhook, WebhookCall } from "../../ports/webhook.ts";
import { signature, webhookSecret } from "./sign.ts";
import { judge, unreached } from "./verdict.ts";

const TIMEOUT_MS = 10_000;
/** An answer's words are of no interest; past so many bytes the rest is not waited for. */
const MAX_ANSWER_BYTES = 64 * 1024;

export interface WebhookOptions {
  readonly clock: Clock;
  /** Without one, calls carry no signature. */
  readonly authSecret?: string | undefined;
  /** Lets calls reach this machine and its network, for a laptop and for tests. */
  readonly allowPrivate: boolean;
  readonly timeoutMs?: number;
}

/**
 * Calls addresses that people write into a workflow. They may be anything, so every connection is checked where its
 * address is known, after the name was looked up: private, loopback and link-local ones are refused. Redirects are not
 * followed, and nothing of the answer but its status is used.
 */
export function createWebhook({
  clock,
  authSecret,
  allowPrivate,
  timeoutMs = TIMEOUT_MS,
}: WebhookOptions): Webhook {
  const rules = { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: false };
  const agents = {
    "http:": new RequestFilteringHttpAgent(rules),
    "https:": new RequestFilteringHttpsAgent(rules),
  };
  return {
    call: async (call, signal) => {
      const url = new URL(call.url);
      const { protocol } = url;
      if (protocol !== "http:" && protocol !== "https:")
        throw new AppError("invalid", "its address does not begin with https://");
      const body = JSON.stringify(call.body);
      const headers = headersOf(call, body, Math.floor(clock.now().getTime() / 1_000), authSecret);
      const limit = AbortSignal.timeout(timeoutMs);
      const { request } = protocol === "https:" ? https : http;
      const asked = request(url, {
        method: "POST",
        agent: agents[protocol],
        headers,
        signal: AbortSignal.any([signal, limit]),
      });
      const status = await answerOf(asked, body).catch((error: unknown) => {
        signal.throwIfAborted();
        throw unreached(error, limit.aborted ? timeoutMs : undefined);
      });
      judge(status);
    },
  };
}

function headersOf(call: WebhookCall, body: string, timestamp: number, authSecret: string | undefined) {
  return {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Backlot",
    "webhook-id": call.id,
    "webhook-timestamp": String(timestamp),
    ...(authSecret === undefined
      ? {}
      : {
          "webhook-signature": signature(
            webhookSecret(authSecret, call.project_id),
            call.id,
            timestamp,
            body,
          ),
        }),
  };
}

/** The status, once the answer has ended or is too long to be waited for. An answer that breaks off has told its status. */
function answerOf(asked: http.ClientRequest, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let status: number | undefined;
    asked.on("error", (error) => (status === undefined ? reject(error) : resolve(status)));
    asked.on("response", (answer) => {
      const told = answer.statusCode ?? 0;
      status = told;
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES) asked.destroy();
      });
      answer.on("error", () => {});
      answer.on("close", () => resolve(told));
    });
    asked.end(body);
  });
}
