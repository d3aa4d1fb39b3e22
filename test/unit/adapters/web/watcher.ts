import { WebSocket } from "ws";

export interface SeenFrame {
  readonly type: string;
  readonly seq: number;
  readonly session_id?: string;
  readonly message?: { readonly id: string; readonly text: string; readonly role: string };
  readonly change?: { readonly name: string };
  readonly users?: readonly string[];
  readonly user_id?: string;
  readonly message_id?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
}

export interface Watcher {
  readonly socket: WebSocket;
  readonly frames: SeenFrame[];
  readonly closed: Promise<number>;
  send(frame: object | string | Buffer): void;
  /** The first frame, come or coming, that is wanted. */
  until(wanted: (frame: SeenFrame) => boolean): Promise<SeenFrame>;
  /** The texts of the messages made, in the order they were told. */
  said(): string[];
  close(): Promise<number>;
}

/** Watches a session over a real WebSocket, as the page does. */
export function watch(url: string, query: Record<string, string | number>): Watcher {
  const params = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/chat?${params}`);
  const frames: SeenFrame[] = [];
  const waiting = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.on("close", (code) => resolve(code)));
  socket.on("error", () => {});
  socket.on("message", (data) => {
    frames.push(JSON.parse(data.toString()) as SeenFrame);
    for (const look of waiting) look();
  });
  return {
    socket,
    frames,
    closed,
    send: (frame) =>
      socket.send(typeof frame === "string" || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame)),
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = frames.find(wanted);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        closed.then((code) =>
          reject(new Error(`closed with ${code}, having told ${frames.map(({ type }) => type).join(", ")}`)),
        );
      }),
    said: () =>
      frames.flatMap(({ type, message }) => (type === "message.created" && message ? [message.text] : [])),
    close: () => {
      socket.close();
      return closed;
    },
  };
}

export const saying = (text: string) => (frame: SeenFrame) =>
  frame.type === "message.created" && frame.message?.text === text;
