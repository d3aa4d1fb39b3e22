import type { Frame } from "./wire.ts";

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
const PING_EVERY_MS = 25_000;

export type LiveState = "connecting" | "live" | "lost";

export interface LiveOptions {
  /** The address to connect to, given the last `seq` seen. */
  readonly url: (since: number | undefined) => string;
  readonly onFrame: (frame: Frame) => void;
  readonly onState: (state: LiveState) => void;
}

export interface Live {
  /** Dropped silently while the line is down: only hints such as typing are sent this way. */
  send(frame: Readonly<Record<string, string>>): void;
  close(): void;
}

/** Keeps one WebSocket open: reconnects with growing waits, at once when the machine comes back, resuming by `since`. */
export function openLive(options: LiveOptions): Live {
  let socket: WebSocket | undefined;
  let since: number | undefined;
  let failures = 0;
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
    };
    opened.onmessage = (event) => {
      const frame = parse(event.data);
      if (frame === undefined) return;
      since = nextSince(since, frame);
      options.onFrame(frame);
    };
    opened.onclose = () => {
      if (socket === opened) socket = undefined;
      if (closed) return;
      options.onState("lost");
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

/** A hello that is behind means that the record began anew; one that is ahead announces frames still to come. */
function nextSince(since: number | undefined, { type, seq }: Frame): number | undefined {
  if (seq === undefined) return since;
  if (type === "hello") return since === undefined ? seq : Math.min(since, seq);
  return Math.max(since ?? 0, seq);
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
