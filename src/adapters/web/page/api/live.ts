import type { Frame } from "./wire.ts";

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
const PING_EVERY_MS = 25_000;
/** After a longer break the record may have been shortened: what was read before is read anew. */
const LONG_BREAK_MS = 3_600_000;

export type LiveState = "connecting" | "live" | "lost";

export interface LiveOptions {
  /** The last `seq` already known. */
  readonly since: number;
  /** The address to connect to, given the last `seq` seen. */
  readonly url: (since: number) => string;
  readonly onFrame: (frame: Frame) => void;
  readonly onState: (state: LiveState) => void;
  /** The server's record ends before what is known here: what was read before holds no more. */
  readonly onRestart: () => void;
}

export interface Live {
  /** Dropped silently while the line is down: only hints such as typing are sent this way. */
  send(frame: Readonly<Record<string, string>>): void;
  close(): void;
}

/** Keeps one WebSocket open: reconnects with growing waits, at once when the machine comes back, resuming by `since`. */
export function openLive(options: LiveOptions): Live {
  let socket: WebSocket | undefined;
  let { since } = options;
  let failures = 0;
  let lostAt: number | undefined;
  let timer: number | undefined;
  let closed = false;

  const connect = (): void => {
    window.clearTimeout(timer);
    if (closed || socket !== undefined) return;
    const opened = new WebSocket(options.url(since));
    socket = opened;
    opened.onopen = () => {
      failures = 0;
      options.onState("live");
      if (lostAt !== undefined && Date.now() - lostAt > LONG_BREAK_MS) options.onRestart();
      lostAt = undefined;
    };
    opened.onmessage = (event) => {
      const frame = parse(event.data);
      if (frame === undefined) return;
      if (frame.type !== "hello") since = Math.max(since, frame.seq ?? 0);
      else if (frame.seq !== undefined && frame.seq < since) {
        since = frame.seq;
        options.onRestart();
      }
      options.onFrame(frame);
    };
    opened.onclose = () => {
      if (socket === opened) socket = undefined;
      if (closed) return;
      options.onState("lost");
      lostAt ??= Date.now();
      failures += 1;
      timer = window.setTimeout(connect, waitMs(failures));
    };
  };

  const ping = window.setInterval(() => send({ type: "ping" }), PING_EVERY_MS);
  const wake = (): void => {
    if (document.visibilityState === "visible") connect();
  };
  const send = (frame: Readonly<Record<string, string>>): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", wake);
  options.onState("connecting");
  connect();

  return {
    send,
    close: () => {
      closed = true;
      window.clearTimeout(timer);
      window.clearInterval(ping);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      socket?.close();
    },
  };
}

function waitMs(failures: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1));
  return full * (0.5 + Math.random() / 2);
}

function parse(data: unknown): Frame | undefined {
  try {
    return typeof data === "string" ? (JSON.parse(data) as Frame) : undefined;
  } catch {
    return undefined;
  }
}
