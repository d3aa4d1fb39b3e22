import { once } from "node:events";
import { createServer } from "node:http";
import type { Receiver as BoltReceiver, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import { UserError } from "../../domain/errors.ts";
import { backoffMs } from "../../lib/backoff.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Logger } from "../../ports/logger.ts";
import { boltLogger } from "./bolt-logger.ts";
import { DEFAULT_PORT, LOOPBACK } from "./defaults.ts";
import type { Installations } from "./installations.ts";
import { installing, installPages } from "./installing.ts";
import type { Bolt, SlackConfig } from "./link.ts";

/** A peer that does not answer the closing of its socket is left. */
const CLOSE_MS = 2_000;
/** Slack says hello at once. A connection that is open and says nothing is no connection. */
const HELLO_WITHIN_MS = 20_000;

/** How Slack reaches Backlot. */
export interface Transport {
  readonly receiver: BoltReceiver;
  /** When workspaces install the app. */
  readonly installer?: HTTPReceiver["installer"];
  open(): Promise<void>;
  isOpen(): boolean;
  close(): Promise<void>;
}

interface TransportParts {
  readonly bolt: Bolt;
  readonly config: SlackConfig;
  /** Where installations are kept, when workspaces install the app. */
  readonly installations?: Installations | undefined;
  readonly clientOptions: webApi.WebClientOptions;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when the connection is lost, and when it is there again. */
  readonly connected?: (is: boolean) => void;
}

/** Socket Mode when there is an app token, else signed HTTP. Throws a UserError when neither can be. */
export function createTransport(parts: TransportParts): Transport {
  const { appToken, signingSecret } = parts.config;
  if (appToken !== undefined) return socketTransport(parts, appToken);
  if (signingSecret !== undefined) return httpTransport(parts, signingSecret);
  const hint = "Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET to receive events over HTTP.";
  throw new UserError("bad_request", "Slack has no way to reach Backlot.", hint);
}

const installingOf = ({ config, installations, clientOptions }: TransportParts) =>
  config.oauth && installations ? installing(config.oauth, installations, clientOptions) : undefined;

function httpTransport(parts: TransportParts, signingSecret: string): Transport {
  const { bolt, config, logger } = parts;
  const logs = { logger: boltLogger(logger, bolt) };
  const receiver = new bolt.HTTPReceiver({ signingSecret, ...logs, ...installingOf(parts) });
  let open = false;
  return {
    receiver,
    installer: receiver.installer,
    open: async () => {
      await receiver.start({ port: config.port ?? DEFAULT_PORT, host: config.host ?? LOOPBACK });
      open = true;
    },
    isOpen: () => open,
    close: async () => {
      if (open) await receiver.stop();
      open = false;
    },
  };
}

/**
 * Reconnects by itself: the client's own way waits five seconds first, and a refusal then ends the process as an
 * unhandled rejection (@slack/socket-mode 3.1).
 */
function socketTransport(parts: TransportParts, appToken: string): Transport {
  const { bolt, config, clientOptions, clock, logger, connected = () => undefined } = parts;
  const install = installingOf(parts);
  const { installerOptions, ...oauth } = install ?? {
    installerOptions: { clientOptions: { ...clientOptions } },
  };
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: boltLogger(logger, bolt),
    ...oauth,
    installerOptions,
  });
  const { client, installer } = receiver;
  const pages = install && installer && installServer(installPages(installer, install), config, logger);
  let state: "closed" | "opening" | "open" = "closed";

  const open = async () => {
    state = "opening";
    await started(client, clock);
    await pages?.open();
    state = "open";
  };
  const reopen = async () => {
    state = "opening";
    for (let attempt = 1; state === "opening"; attempt += 1) {
      try {
        await started(client, clock);
        if (state === "opening") {
          state = "open";
          connected(true);
        } else {
          await client.disconnect();
        }
        return;
      } catch (error) {
        logger.warn({ err: error, attempt }, "Slack could not be reached again yet");
        await new Promise<void>((resolve) => clock.after(backoffMs(attempt), resolve));
      }
    }
  };
  client.on("disconnected", () => {
    if (state !== "open") return;
    connected(false);
    void reopen();
  });
  return {
    receiver,
    installer,
    open,
    isOpen: () => state === "open",
    close: async () => {
      const wasOpen = state !== "closed";
      state = "closed";
      await pages?.close();
      if (wasOpen) await closed(client, clock);
    },
  };
}

async function started(client: SocketModeReceiver["client"], clock: Clock): Promise<void> {
  const callOff = clock.after(HELLO_WITHIN_MS, () => void client.disconnect());
  await client.start().finally(callOff);
}

async function closed(client: SocketModeReceiver["client"], clock: Clock): Promise<void> {
  const { promise: left, resolve } = Promise.withResolvers<void>();
  const callOff = clock.after(CLOSE_MS, resolve);
  await Promise.race([client.disconnect(), left]);
  callOff();
}

/** The library's own server for this would listen on every address of the machine. */
function installServer(
  serve: ReturnType<typeof installPages>,
  { port = DEFAULT_PORT, host = LOOPBACK }: SlackConfig,
  logger: Logger,
) {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      logger.error({ err: error }, "a page for installing in Slack could not be served");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return {
    open: async () => {
      server.listen(port, host);
      await once(server, "listening");
    },
    close: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
