import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that files may be fetched from, and one that nobody should ever call. */
export async function fileHosts() {
  const asked: IncomingMessage[] = [];
  const strange: IncomingMessage[] = [];
  const stranger = createServer((request, response) => {
    strange.push(request);
    response.end("secrets");
  });
  const host = createServer((request, response) => {
    asked.push(request);
    if (request.url === "/away") response.writeHead(302, { location: `${addressOf(stranger)}/loot` }).end();
    else if (request.url === "/login") response.writeHead(200, { "content-type": "text/html" }).end("<html>");
    else if (request.url === "/busy") response.writeHead(503).end();
    else if (request.url === "/gone") response.writeHead(404).end();
    else response.end("a file");
  });
  const servers = [stranger, host];
  for (const server of servers) await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    at: addressOf(host),
    elsewhere: addressOf(stranger),
    asked,
    strange,
    close: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

const addressOf = (server: ReturnType<typeof createServer>): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
