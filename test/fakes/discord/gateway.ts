import { WebSocket, WebSocketServer } from "ws";
import type { World } from "./world.ts";

const MESSAGE_CONTENT = 1 << 15;
const HEARTBEAT_MS = 41_250;

interface Session {
  readonly id: string;
  readonly intents: number;
  readonly log: string[];
  socket: WebSocket | undefined;
}

/** The Gateway, version 10, JSON: HELLO, IDENTIFY, READY, heartbeats, dispatches, RESUME. */
export class Gateway {
  readonly server = new WebSocketServer({ noServer: true });
  readonly #world: World;
  readonly #url: () => string;
  readonly #sessions = new Map<string, Session>();
  /** How many times each way of joining happened. */
  readonly joins = { identify: 0, resume: 0 };

  constructor(world: World, url: () => string) {
    this.#world = world;
    this.#url = url;
    this.server.on("connection", (socket) => {
      send(socket, { op: 10, d: { heartbeat_interval: HEARTBEAT_MS, _trace: [] } });
      socket.on("message", (data) => this.#receive(socket, JSON.parse(String(data))));
    });
  }

  /** Tells every session an event. What a session without a socket missed is kept for its RESUME. */
  dispatch(name: string, data: unknown): void {
    for (const session of this.#sessions.values()) this.#tell(session, name, data);
  }

  /** Breaks every connection as a lost network does: no close frame, the session can be resumed. */
  drop(): void {
    for (const socket of this.server.clients) socket.terminate();
    for (const session of this.#sessions.values()) session.socket = undefined;
  }

  /** Breaks every connection and forgets its session, so that RESUME is refused. What happens until IDENTIFY is told to nobody. */
  forget(): void {
    this.drop();
    this.#sessions.clear();
  }

  get connected(): boolean {
    return [...this.#sessions.values()].some(({ socket }) => socket?.readyState === WebSocket.OPEN);
  }

  close(): void {
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  #receive(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }): void {
    if (op === 1) send(socket, { op: 11 });
    else if (d?.token !== this.#world.token) socket.close(4004, "Authentication failed.");
    else if (op === 2) this.#identify(socket, d);
    else if (op === 6) this.#resume(socket, d);
  }

  #identify(socket: WebSocket, d: Record<string, unknown>): void {
    const intents = Number(d.intents);
    if (intents & MESSAGE_CONTENT && !this.#world.messageContentAllowed) {
      socket.close(4014, "Disallowed intent(s).");
      return;
    }
    this.joins.identify += 1;
    const session: Session = { id: `session-${this.joins.identify}`, intents, log: [], socket };
    this.#sessions.clear();
    this.#sessions.set(session.id, session);
    const world = this.#world;
    this.#tell(session, "READY", {
      v: 10,
      user: { ...world.user(world.bot), bot: true },
      guilds: [{ id: world.guildId, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: this.#url(),
      shard: [0, 1],
      application: { id: world.applicationId, flags: 0 },
    });
    this.#tell(session, "GUILD_CREATE", world.guildJson());
  }

  #resume(socket: WebSocket, d: Record<string, unknown>): void {
    const session = this.#sessions.get(String(d.session_id));
    if (!session) {
      send(socket, { op: 9, d: false });
      return;
    }
    this.joins.resume += 1;
    session.socket = socket;
    for (const packet of session.log.slice(Number(d.seq))) socket.send(packet);
    this.#tell(session, "RESUMED", {});
  }

  #tell(session: Session, t: string, d: unknown): void {
    const blind = (session.intents & MESSAGE_CONTENT) === 0 && t.startsWith("MESSAGE_");
    const data = blind ? { ...(d as object), content: "" } : d;
    const packet = JSON.stringify({ op: 0, t, s: session.log.length + 1, d: data });
    session.log.push(packet);
    if (session.socket?.readyState === WebSocket.OPEN) session.socket.send(packet);
  }
}

const send = (socket: WebSocket, packet: object) => socket.send(JSON.stringify(packet));
