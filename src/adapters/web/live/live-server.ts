import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { UserError } from "../../../domain/errors.ts";
import type { WebDeps } from "../deps.ts";
import { type ErrorAnswer, knownError, unexpectedError } from "../errors/error-answer.ts";
import { notFoundAnswer } from "../errors/error-handler.ts";
import { type Caller, personOf } from "../security/caller.ts";
import { sessionFor } from "../talk.ts";
import { CLOSE } from "./close-codes.ts";
import { serveConnection, type Watcher } from "./connection.ts";
import { LiveQuery } from "./live-query.ts";
import { refuseUpgrade } from "./refuse-upgrade.ts";
import { createRooms } from "./rooms.ts";

const LIVE_PATH = "/chat";

/** As large as an HTTP body may be. Beyond it the connection is closed with 1009. */
const MAX_FRAME_BYTES = 1024 * 1024;
const CLOSE_WAIT_MS = 2_000;

export interface LiveServer {
  /** For the `upgrade` event of every server that offers the WebSocket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells every client to come again later, and resolves when all are gone. */
  close(): Promise<void>;
}

export function createLiveServer(deps: WebDeps): LiveServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const rooms = createRooms();

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const broke = (): void => void socket.destroy();
    socket.on("error", broke);
    try {
      const { pathname, searchParams } = addressOf(request);
      deps.access.checkSource(request.headers);
      if (pathname !== LIVE_PATH) return refuseUpgrade(socket, notFoundAnswer("WebSocket", pathname));
      const caller = await deps.access.callerOf(
        request.headers,
        searchParams.get("access_token") ?? undefined,
      );
      if (deps.stopping.aborted) return void socket.destroy();
      socket.off("error", broke);
      server.handleUpgrade(request, socket, head, (client) => void admit(client, caller, searchParams));
    } catch (error) {
      refuseUpgrade(socket, answerOf(deps, error));
    }
  };

  const admit = async (client: WebSocket, caller: Caller, query: URLSearchParams): Promise<void> => {
    client.on("error", (err) => deps.logger.debug({ err }, "a WebSocket broke"));
    client.pause();
    try {
      await serveConnection(deps, rooms, client, await watcherOf(deps, caller, query));
    } catch (error) {
      const { status, body } = answerOf(deps, error);
      client.resume();
      client.send(JSON.stringify({ type: "error", seq: 0, ...body }));
      client.close(CLOSE_FOR[status] ?? CLOSE.failed, body.error.code);
    }
  };

  return {
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    close: async () => {
      const gone = [...server.clients].map((client) => closed(deps, client));
      await Promise.all(gone);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const CLOSE_FOR: Readonly<Record<number, number>> = {
  403: CLOSE.forbidden,
  404: CLOSE.notFound,
  409: CLOSE.notFound,
  422: CLOSE.badQuery,
};

function addressOf({ url = "" }: IncomingMessage): URL {
  const address = URL.parse(url, "ws://localhost");
  if (address !== null) return address;
  throw new UserError(
    "bad_request",
    "The address is not well formed.",
    "Connect to /chat?session_id=…&user_id=….",
  );
}

async function watcherOf(deps: WebDeps, caller: Caller, params: URLSearchParams): Promise<Watcher> {
  const given = Object.fromEntries([...params].filter(([, value]) => value !== ""));
  const query = LiveQuery.safeParse(given);
  if (!query.success) {
    const [issue] = query.error.issues;
    const hint = "Connect with session_id, user_id and, after a break, since.";
    throw new UserError(
      "invalid",
      `\`${issue?.path.join(".") ?? ""}\`: ${issue?.message ?? "is not valid"}.`,
      hint,
    );
  }
  const person = personOf(caller, query.data);
  const session = await sessionFor(deps, caller, person, query.data.session_id);
  return { caller, person, session, since: query.data.since };
}

function answerOf({ ids, logger }: WebDeps, err: unknown): ErrorAnswer {
  const known = knownError(err);
  if (known !== undefined) return known;
  const reference = ids.next("event");
  logger.error({ err, reference }, "a WebSocket could not be opened");
  return unexpectedError(reference);
}

/** Asks to close, and insists when the client does not answer. */
function closed({ clock }: WebDeps, client: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const stop = clock.after(CLOSE_WAIT_MS, () => client.terminate());
    client.once("close", () => {
      stop();
      resolve();
    });
    client.close(CLOSE.goingAway, "Backlot stops. Connect again with since.");
  });
}
