import type { WebSocket } from "ws";
import type { Clock } from "../../../ports/clock.ts";

const HEARTBEAT_MS = 30_000;

/** Pings a client and cuts it off when it did not answer the ping before. Answers a function that stops. */
export function startHeartbeat(socket: WebSocket, clock: Clock): () => void {
  let alive = true;
  let stop = (): void => {};
  const beat = (): void => {
    if (!alive) {
      socket.terminate();
      return;
    }
    alive = false;
    socket.ping();
    stop = clock.after(HEARTBEAT_MS, beat);
  };
  socket.on("pong", () => {
    alive = true;
  });
  stop = clock.after(HEARTBEAT_MS, beat);
  return () => stop();
}
