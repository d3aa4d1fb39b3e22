import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import type { Complaints } from "../judge/complaints.ts";
import { judgeAnswer } from "../judge/slack-answers.ts";
import { judgeReply, judgeScopes, judgeSlack } from "../judge/slack-judge.ts";
import type { MethodParts, Result } from "./answers.ts";
import type { Fault } from "./fault.ts";
import { takeUpload } from "./files.ts";
import { callMethod } from "./methods.ts";
import { serveFile } from "./posted-files.ts";
import { takeReply } from "./response-url.ts";

export interface ServeParts extends MethodParts {
  readonly faults: Fault[];
  readonly complaints: Complaints;
}

/** Everything Slack answers over HTTP: methods, response addresses, and the addresses files are sent to. */
export async function serveSlack(
  parts: ServeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { workspace, faults } = parts;
  if (serveFile(workspace, request, response)) return;
  const raw = await buffer(request);
  const path = request.url ?? "";
  const address = workspace.responses.get(path.replace("/response/", ""));
  if (address) {
    const reply = JSON.parse(String(raw));
    judgeReply(parts.complaints, "response_url", reply);
    const error = takeReply(workspace, address, reply);
    response.writeHead(error === undefined ? 200 : 404).end(error ?? "ok");
    return;
  }
  const uploaded = /^\/upload\/v1\/(\w+)$/.exec(path)?.[1];
  const method = uploaded === undefined ? path.replace("/api/", "") : "upload";
  const given = Object.fromEntries(new URLSearchParams(String(raw)));
  const call = () => {
    const result = callMethod(parts, method, given, request.headers.authorization?.replace("Bearer ", ""));
    judgeAnswer(parts.complaints, method, result);
    for (const rule of brokenBy(result)) parts.complaints.note({ route: method, at: "", rule });
    return result;
  };
  if (uploaded === undefined) {
    judgeSlack(parts.complaints, method, given);
    if (workspace.granted) judgeScopes(parts.complaints, method, workspace.granted);
  }
  const fault = faults.find((one) => one.times > 0 && one.method === method);
  if (fault) {
    fault.times -= 1;
    if (fault.delayMs) await setTimeout(fault.delayMs, undefined, { ref: false });
    if (fault.status !== undefined) {
      if (fault.after) call();
      response.writeHead(fault.status, fault.headers).end();
      return;
    }
  }
  if (uploaded !== undefined && fault?.cut) {
    response.destroy();
    return;
  }
  if (uploaded !== undefined) return takeUpload(workspace, uploaded, raw, request, response);
  const wait =
    workspace.tiers?.refusal(method) ??
    (method === "chat.postMessage" && workspace.postRate.refusal(given.channel ?? ""));
  if (wait) {
    response.writeHead(429, { "retry-after": String(wait) }).end();
    return;
  }
  const text = JSON.stringify(call());
  const scopes = [...workspace.scopes].join(",");
  response.writeHead(200, { "content-type": "application/json", "x-oauth-scopes": scopes });
  if (!fault?.cut) response.end(text);
  else response.write(text.slice(0, text.length / 2), () => response.destroy());
}

/** Errors that say the call was made wrongly, whatever the state of the workspace. */
const WRONG = new Set([
  "invalid_arguments",
  "invalid_blocks",
  "invalid_metadata_format",
  "metadata_too_large",
  "msg_too_long",
  "msg_blocks_too_long",
  "no_text",
  "unknown_method",
]);

function brokenBy({ error, response_metadata }: Result): readonly string[] {
  if (!WRONG.has(String(error))) return [];
  const { messages = [] } = (response_metadata ?? {}) as { messages?: readonly string[] };
  // Whether Slack has looked at a file by now is no fault of who asks.
  if (messages.some((one) => one.startsWith("invalid slack file"))) return [];
  return messages.length > 0 ? messages.map((one) => `${error}: ${one}`) : [String(error)];
}
