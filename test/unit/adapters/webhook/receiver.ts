import http from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** A server of somebody else's, which answers as the test says: the n-th call by the n-th answer, later ones by the last. */
export class Receiver {
  readonly received: Received[] = [];
  answers: ((answer: http.ServerResponse, path: string) => void)[] = [(answer) => answer.end("thanks")];
  readonly #server = http.createServer((request, answer) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { url: path = "", headers } = request;
      this.received.push({ path, headers, body: Buffer.concat(chunks).toString() });
      const at = Math.min(this.received.length, this.answers.length) - 1;
      this.answers[at]?.(answer, path);
    });
  });

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  url(path = "/hook", host = "127.0.0.1"): string {
    return `http://${host}:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export const status =
  (code: number, headers: http.OutgoingHttpHeaders = {}) =>
  (answer: http.ServerResponse) =>
    answer.writeHead(code, headers).end();
