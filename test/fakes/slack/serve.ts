import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { MethodParts } from "./answers.ts";
import type { Fault } from "./fault.ts";
import { takeUpload } from "./files.ts";
import { callMethod } from "./methods.ts";

export interface ServeParts extends MethodParts {
  readonly faults: Fault[];
}

/** Everything Slack answers over HTTP: methods, response addresses, and the addresses files are sent to. */
export async function serveSlack(
  parts: ServeParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { workspace, faults } = parts;
  const raw = await buffer(request);
  const path = request.url ?? "";
  const told = workspace.responses.get(path.replace("/response/", ""));
  if (told) {
    told.push(JSON.parse(String(raw)).text);
    response.end("ok");
    return;
  }
  const uploaded = /^\/upload\/v1\/(\w+)$/.exec(path)?.[1];
  const method = uploaded === undefined ? path.replace("/api/", "") : "upload";
  const call = () =>
    callMethod(
      parts,
      method,
      Object.fromEntries(new URLSearchParams(String(raw))),
      request.headers.authorization?.replace("Bearer ", ""),
    );
  const fault = faults.find((one) => one.times > 0 && one.method === method);
  if (fault) {
    fault.times -= 1;
    if (fault.after) call();
    response.writeHead(fault.status, fault.headers).end();
    return;
  }
  if (uploaded !== undefined) return takeUpload(workspace, uploaded, raw, request, response);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(call()));
}
