import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../../domain/errors.ts";
import type { WebApp } from "./app.ts";
import { errorAnswer } from "./errors/error-answer.ts";
import type { LiveServer } from "./live/live-server.ts";

const UPGRADE_REQUIRED = 426;

/** Opens the HTTP port, with the WebSocket on it. Answers the port. Throws UserError when it cannot be had. */
export async function listenHttp(
  app: WebApp,
  live: LiveServer,
  { host, port }: { host: string; port: number },
): Promise<number> {
  app.server.on("upgrade", live.upgrade);
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw portError(error, { host, port, variable: "PORT" });
  }
  return portOf(app.server);
}

/** Opens the second port, which has nothing but the WebSocket. Throws UserError when it cannot be had. */
export async function listenLive(
  live: LiveServer,
  { host, port }: { host: string; port: number },
): Promise<Server> {
  const server = createServer((_request, response) => {
    const { body } = errorAnswer(
      "bad_request",
      "This port has only the WebSocket /chat.",
      "Use PORT for everything else.",
    );
    response.writeHead(UPGRADE_REQUIRED, {
      "content-type": "application/json; charset=utf-8",
      upgrade: "websocket",
    });
    response.end(JSON.stringify(body));
  });
  server.on("upgrade", live.upgrade);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen({ host, port }, resolve);
  try {
    await promise;
  } catch (error) {
    throw portError(error, { host, port, variable: "WS_PORT" });
  }
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

function portError(
  error: unknown,
  { host, port, variable }: { host: string; port: number; variable: string },
): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    const hint = `Stop the program that uses it (perhaps another Backlot), or set ${variable} to a free port.`;
    return new UserError("conflict", `Port ${port} on ${host} is in use.`, hint, { cause: error });
  }
  if (code === "EACCES") {
    return new UserError(
      "forbidden",
      `Port ${port} may not be opened by this user.`,
      `Set ${variable} to a port above 1023.`,
      { cause: error },
    );
  }
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
    return new UserError(
      "invalid",
      `${host} is no address of this machine.`,
      "Set HOST to 127.0.0.1, or to one that is.",
      { cause: error },
    );
  }
  return error;
}
