import type { WebSocket } from "ws";
import type { LiveFrame } from "../../../chat/frame.ts";
import type { Person } from "../../../chat/inbound-event.ts";
import type { Session } from "../../../domain/session.ts";
import type { WebDeps } from "../deps.ts";
import type { Caller } from "../security/caller.ts";
import { createClientFrames } from "./client-frames.ts";
import { CLOSE } from "./close-codes.ts";
import { createFeedPump } from "./feed-pump.ts";
import { startHeartbeat } from "./heartbeat.ts";
import type { Rooms } from "./rooms.ts";

export interface Watcher {
  readonly caller: Caller;
  readonly person: Person;
  readonly session: Session;
  readonly since: number | undefined;
}

/** Serves one client that watches a session, until either side closes. The socket is paused until all is in place. */
export async function serveConnection(
  deps: WebDeps,
  rooms: Rooms,
  socket: WebSocket,
  watcher: Watcher,
): Promise<void> {
  const { caller, person, session } = watcher;
  const closed = new AbortController();
  socket.on("close", () => closed.abort());
  const last = await deps.stores.messages.lastSeq(session.id);
  if (closed.signal.aborted) return;

  const pump = createFeedPump({
    messages: deps.stores.messages,
    session_id: session.id,
    since: Math.min(watcher.since ?? last, last),
    send: (frame) => new Promise((resolve) => socket.send(JSON.stringify(frame), () => resolve())),
    onSlow: () => socket.close(CLOSE.tryAgain, "Too slow. Connect again with since."),
    onError: (err) => {
      deps.logger.error({ err, session_id: session.id }, "a session's record could not be read");
      socket.close(CLOSE.failed, "Failed. Connect again with since.");
    },
    stopped: closed.signal,
  });

  const stopListening = deps.bus.subscribe(`session:${session.id}`, (payload) => {
    const frame = unstoredFrame(payload);
    if (frame === undefined) pump.grown();
    else if (!isOwnTyping(frame, person.id)) pump.tell(frame);
  });
  // What another process stored meanwhile nobody may have told.
  const stopMissing = deps.bus.onMissed?.(() => pump.grown());
  pump.tell({ type: "hello", session_id: session.id });
  pump.grown();
  const leave = rooms.enter(session.id, { user_id: person.id, tell: pump.tell });
  const stopHeartbeat = startHeartbeat(socket, deps.clock);
  const frames = createClientFrames({ deps, caller, person, session, tell: pump.tell });
  socket.on("message", frames.take);
  socket.on("close", () => {
    stopListening();
    stopMissing?.();
    stopHeartbeat();
    leave();
  });
  socket.resume();
}

/** News with a `seq`, or without a frame, only says that the record has grown. */
function unstoredFrame(payload: unknown): LiveFrame | undefined {
  if (typeof payload !== "object" || payload === null || !("frame" in payload)) return undefined;
  return "seq" in payload && payload.seq !== undefined ? undefined : (payload.frame as LiveFrame);
}

const isOwnTyping = (frame: LiveFrame, userId: string): boolean =>
  frame.type === "typing" && frame.user_id === userId;
