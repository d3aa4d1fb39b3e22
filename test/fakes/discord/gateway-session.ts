import { WebSocket } from "ws";

const GUILDS = 1 << 0;
const GUILD_MESSAGES = 1 << 9;
const GUILD_REACTIONS = 1 << 10;
const DIRECT_MESSAGES = 1 << 12;
const DIRECT_REACTIONS = 1 << 13;
const MESSAGE_CONTENT = 1 << 15;

/** https://docs.discord.com/developers/events/gateway#sharding */
export type Shard = readonly [id: number, count: number];

/** What one IDENTIFY began: which events it wants, which it was told, and where it is connected now. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: Shard;
  socket: WebSocket | undefined;
  readonly #log: string[] = [];

  constructor(id: string, intents: number, shard: Shard, socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  /** The packet of an event, kept for a RESUME; undefined for what this session does not get. */
  keep(t: string, d: unknown, selfId: string): string | undefined {
    const data = (d ?? {}) as Record<string, unknown>;
    if (!this.#wants(t, data)) return undefined;
    const seen = t.startsWith("MESSAGE_") && !this.#mayRead(data, selfId) ? blinded(data) : d;
    const packet = JSON.stringify({ op: 0, t, s: this.#log.length + 1, d: seen });
    this.#log.push(packet);
    return packet;
  }

  send(packet: string): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(packet);
  }

  /** What was told after the event of this number. */
  since(seq: number): readonly string[] {
    return this.#log.slice(seq);
  }

  // https://docs.discord.com/developers/events/gateway#list-of-intents
  #wants(t: string, { guild_id, id }: Record<string, unknown>): boolean {
    const guild = guild_id ?? (t.startsWith("GUILD_") ? id : undefined);
    if (t !== "READY" && t !== "RESUMED" && shardOf(guild, this.shard[1]) !== this.shard[0]) return false;
    const inGuild = guild !== undefined;
    if (/^MESSAGE_REACTION_/.test(t)) return this.#asked(inGuild ? GUILD_REACTIONS : DIRECT_REACTIONS);
    if (/^MESSAGE_/.test(t)) return this.#asked(inGuild ? GUILD_MESSAGES : DIRECT_MESSAGES);
    return /^(GUILD_|CHANNEL_|THREAD_)/.test(t) ? this.#asked(GUILDS) : true;
  }

  #asked(intent: number): boolean {
    return (this.intents & intent) !== 0;
  }

  // https://docs.discord.com/developers/events/gateway#message-content-intent
  #mayRead({ guild_id, author, mentions }: Record<string, unknown>, selfId: string): boolean {
    if (this.#asked(MESSAGE_CONTENT) || guild_id === undefined) return true;
    const isSelf = (one: unknown) => (one as { id?: string } | undefined)?.id === selfId;
    return isSelf(author) || ((mentions ?? []) as unknown[]).some(isSelf);
  }
}

const blinded = (data: Record<string, unknown>) => ({
  ...data,
  content: "",
  embeds: [],
  attachments: [],
  components: [],
});

/** Direct messages come to the first shard. */
const shardOf = (guild: unknown, count: number): number =>
  guild === undefined ? 0 : Number((BigInt(String(guild)) >> 22n) % BigInt(count));
