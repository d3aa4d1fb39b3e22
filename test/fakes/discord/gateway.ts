import { WebSocket, WebSocketServer } from "ws";
import { Session, type Shard } from "./gateway-session.ts";
import { type Mischief, Troublemaker } from "./mischief.ts";
import type { World } from "./world.ts";

const MESSAGE_CONTENT = 1 << 15;
/** https://docs.discord.com/developers/events/gateway#list-of-intents */
const KNOWN_INTENTS = (1 << 26) - 1;
/** https://docs.discord.com/developers/events/gateway#rate-limiting */
const SENDS = { count: 120, withinMs: 60_000 };
const IDENTIFIES_A_DAY = 1_000;
const SHARDING_REQUIRED: [number, string] = [4011, "Sharding required."];

/** The Gateway, version 10, JSON: HELLO, IDENTIFY, READY, heartbeats, dispatches, RESUME, shards. */
export class Gateway {
  readonly server = new WebSocketServer({ noServer: true });
  readonly #world: World;
  readonly #url: () => string;
  readonly #sessions = new Map<string, Session>();
  readonly #trouble = new Troublemaker();
  /** How many times each way of joining happened. */
  readonly joins = { identify: 0, resume: 0 };
  heartbeatMs = 41_250;
  recommendedShards = 1;
  /** With fewer shards than these nobody may IDENTIFY. */
  leastShards = 1;
  /** Two connections that IDENTIFY as the same shard both go on, and both are told everything, as at Discord. */
  keepsTwins = false;
  /** How many shards may IDENTIFY within five seconds. */
  maxConcurrency = 1;

  constructor(world: World, url: () => string) {
    this.#world = world;
    this.#url = url;
    this.server.on("connection", (socket) => this.#greet(socket));
  }

  /** What it does wrong from now on. */
  get mischief(): Mischief {
    return this.#trouble.script;
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

  /** Asks every client to connect anew and resume (opcode 7). */
  askToReconnect(): void {
    for (const socket of this.server.clients) send(socket, { op: 7, d: null });
  }

  /** Closes every connection with a code: https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway */
  closeWith(code: number): void {
    for (const socket of this.server.clients) socket.close(code);
  }

  get connected(): boolean {
    return this.connections > 0;
  }

  /** How many connections are told what happens. */
  get connections(): number {
    return [...this.#sessions.values()].filter(isOpen).length;
  }

  /** How many more times a client may IDENTIFY today. */
  get identifiesLeft(): number {
    return IDENTIFIES_A_DAY - this.joins.identify;
  }

  close(): void {
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  #greet(socket: WebSocket): void {
    const sent: number[] = [];
    send(socket, { op: 10, d: { heartbeat_interval: this.heartbeatMs, _trace: [] } });
    socket.on("message", (data) => {
      const now = performance.now();
      sent.push(now);
      while ((sent[0] ?? now) < now - SENDS.withinMs) sent.shift();
      if (sent.length > SENDS.count) socket.close(4008, "Rate limited.");
      else this.#receive(socket, JSON.parse(String(data)));
    });
  }

  #receive(socket: WebSocket, { op, d }: { op: number; d: Record<string, unknown> }): void {
    const known = [...this.#sessions.values()].find((session) => session.socket === socket);
    if (op === 1) {
      if (!this.mischief.deaf) send(socket, { op: 11 });
    } else if (op !== 2 && op !== 6) {
      if (!known) socket.close(4003, "Not authenticated.");
    } else if (d?.token !== this.#world.token) socket.close(4004, "Authentication failed.");
    else if (known) socket.close(4005, "Already authenticated.");
    else if (op === 2) this.#identify(socket, d);
    else this.#resume(socket, d);
  }

  #identify(socket: WebSocket, d: Record<string, unknown>): void {
    const intents = Number(d.intents);
    const shard = (d.shard ?? [0, 1]) as Shard;
    const refused = refusal(intents, shard, this.#world.messageContentAllowed);
    if (refused || shard[1] < this.leastShards) {
      socket.close(...(refused ?? SHARDING_REQUIRED));
      return;
    }
    this.joins.identify += 1;
    const session = new Session(`session-${this.joins.identify}`, intents, shard, socket);
    for (const [id, other] of this.#sessions) {
      const isFormer = other.shard[0] === shard[0] || other.shard[1] !== shard[1];
      if (isFormer && !(this.keepsTwins && isOpen(other))) this.#sessions.delete(id);
    }
    this.#sessions.set(session.id, session);
    const world = this.#world;
    const isHome = Number((BigInt(world.guildId) >> 22n) % BigInt(shard[1])) === shard[0];
    this.#tell(session, "READY", {
      v: 10,
      user: { ...world.user(world.bot), bot: true },
      guilds: isHome ? [{ id: world.guildId, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: this.#url(),
      shard,
      application: { id: world.applicationId, flags: 0, flags_new: "0" },
    });
    this.#tell(session, "GUILD_CREATE", world.guildJson());
  }

  #resume(socket: WebSocket, d: Record<string, unknown>): void {
    const session = this.#sessions.get(String(d.session_id));
    const refused = this.mischief.refuseResumes > 0;
    if (refused) this.mischief.refuseResumes -= 1;
    if (refused && session) this.#sessions.delete(session.id);
    if (!session || refused) {
      send(socket, { op: 9, d: false });
      return;
    }
    this.joins.resume += 1;
    session.socket = socket;
    for (const packet of session.since(Number(d.seq))) socket.send(packet);
    this.#tell(session, "RESUMED", {});
  }

  #tell(session: Session, t: string, d: unknown): void {
    const packet = session.keep(t, d, this.#world.bot.id);
    if (packet === undefined) return;
    if (/^(READY|RESUMED|GUILD_CREATE)$/.test(t)) session.send(packet);
    else this.#trouble.send(() => session.send(packet));
  }
}

const isOpen = ({ socket }: Session): boolean => socket?.readyState === WebSocket.OPEN;

const send = (socket: WebSocket, packet: object) => socket.send(JSON.stringify(packet));

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
function refusal(intents: number, [id, count]: Shard, mayRead: boolean): [number, string] | undefined {
  if (!(intents >= 0 && intents <= KNOWN_INTENTS)) return [4013, "Invalid intent(s)."];
  if (intents & MESSAGE_CONTENT && !mayRead) return [4014, "Disallowed intent(s)."];
  return id >= 0 && id < count ? undefined : [4010, "Invalid shard."];
}
