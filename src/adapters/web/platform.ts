import type { Server } from "node:http";
import { AppError } from "../../domain/errors.ts";
import type { Platform, Receiver } from "../../ports/platform.ts";
import type { WebApp } from "./app.ts";
import { createDefaultSessions } from "./default-session.ts";
import type { WebDeps } from "./deps.ts";
import { createHttpServer } from "./http-server.ts";
import { listenHttp, listenLive, portOf } from "./listen.ts";
import { createLiveServer, type LiveServer } from "./live/live-server.ts";
import type { WebPlatformOptions } from "./options.ts";
import { createAccess } from "./security/access.ts";
import { LOCAL_CALLER } from "./security/caller.ts";
import { createWorkspaces } from "./workspaces.ts";

const EDIT_EVERY_MS = 250;
const CLOSE_WAIT_MS = 3_000;

export interface WebAddress {
  readonly host: string;
  readonly port: number;
  readonly wsPort: number;
}

export type WebPlatform = Platform & { address(): WebAddress };

interface Running {
  readonly app: WebApp;
  readonly live: LiveServer;
  /** Missing when both share one port. */
  readonly liveHttp: Server | undefined;
  readonly stopping: AbortController;
}

/**
 * Backlot's own room: the page, the HTTP interface and the WebSocket. Its people read the stored feed, so nothing is
 * sent. Throws UserError at once when the address is open to others and no secret protects it; `start` throws it
 * when a port cannot be had.
 */
export function createWebPlatform(options: WebPlatformOptions): WebPlatform {
  const { config, bus } = options;
  let running: Running | undefined;
  const address = (): WebAddress => ({
    host: config.host,
    port: running ? portOf(running.app.server) : config.port,
    wsPort: running ? portOf(running.liveHttp ?? running.app.server) : config.wsPort,
  });
  const access = createAccess(config, options.clock, () => [address().port, address().wsPort]);
  const workspaceOf = createWorkspaces(options);

  return {
    name: "web",
    delivery: "feed",
    editEveryMs: EDIT_EVERY_MS,
    address,
    start: async (receiver: Receiver) => {
      if (access.local) await workspaceOf(LOCAL_CALLER);
      const stopping = new AbortController();
      const defaultSession = createDefaultSessions({ ...options, workspaceOf });
      running = await open(
        { ...options, receiver, access, workspaceOf, defaultSession, stopping: stopping.signal },
        stopping,
      );
    },
    send: (_place, message) => Promise.resolve(message.id),
    edit: (_place, platformId) => Promise.resolve(platformId),
    typing: ({ channel }) =>
      bus.publish(`session:${channel}`, { frame: { type: "typing", user_id: "backlot", name: "Backlot" } }),
    check: async () => {
      if (!running?.app.server.listening) throw new AppError("unavailable", "the web server does not listen");
    },
    stop: async () => {
      const was = running;
      running = undefined;
      if (was !== undefined) await close(was, options.clock.after);
    },
  };
}

async function open(deps: WebDeps, stopping: AbortController): Promise<Running> {
  const { host, port, wsPort } = deps.config;
  const live = createLiveServer(deps);
  const app = await createHttpServer(deps);
  let liveHttp: Server | undefined;
  try {
    await listenHttp(app, live, { host, port });
    if (wsPort !== port || port === 0) liveHttp = await listenLive(live, { host, port: wsPort });
  } catch (error) {
    await close({ app, live, liveHttp, stopping }, deps.clock.after);
    throw error;
  }
  return { app, live, liveHttp, stopping };
}

/** Answers who waits, says goodbye to who watches, lets running calls end, and cuts those that do not. */
async function close(
  { app, live, liveHttp, stopping }: Running,
  after: WebPlatformOptions["clock"]["after"],
): Promise<void> {
  stopping.abort();
  const cut = after(CLOSE_WAIT_MS, () => {
    app.server.closeAllConnections();
    liveHttp?.closeAllConnections();
  });
  const liveClosed = new Promise<void>((resolve) => (liveHttp ? liveHttp.close(() => resolve()) : resolve()));
  await live.close();
  await app.close();
  await liveClosed;
  cut();
}
