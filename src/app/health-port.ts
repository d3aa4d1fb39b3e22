import { once } from "node:events";
import { createServer } from "node:http";
import { UserError } from "../domain/errors.ts";
import type { Config } from "./config.ts";

/**
 * Answers every request on HEALTH_PORT with how this process does: 200, or 503 when a part that it needs is away. Says no
 * more than that, because nobody logs in to ask.
 */
export function createHealthPort(
  { web: { host }, healthPort: port }: Pick<Config, "web" | "healthPort">,
  health: () => Promise<{ readonly status: string }>,
): { start(): Promise<void>; stop(): Promise<void> } {
  const server = createServer((_request, response) => {
    health().then(
      ({ status }) => {
        response.writeHead(status === "down" ? 503 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify({ status }));
      },
      () => response.writeHead(503).end(),
    );
  });
  return {
    start: async () => {
      if (port === undefined) return;
      server.listen(port, host);
      await once(server, "listening").catch((cause: unknown) => {
        throw new UserError(
          "unavailable",
          `Port ${port} is taken, so nobody can ask there how Backlot does.`,
          "Set HEALTH_PORT to another one, or remove it.",
          { cause },
        );
      });
    },
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
