import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorAnswer } from "../errors/error-answer.ts";

/** Answers an upgrade request with a refusal, as HTTP, and closes. */
export function refuseUpgrade(socket: Duplex, { status, body }: ErrorAnswer): void {
  const content = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(content)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${content}`);
}
