import type { APIMessage } from "discord.js";
import type { EditLedger } from "../edit-ledger.ts";
import type { Attachment } from "./attachment.ts";
import { type Forbidden, overwrites } from "./forbidden.ts";
import { OldEdits } from "./old-edits.ts";
import { Rates } from "./rates.ts";
import type { Component } from "./rules.ts";

const EPOCH_MS = 1_420_070_400_000;
export const GUILD_TEXT = 0;
export const DIRECT = 1;
export const PUBLIC_THREAD = 11;
export const PRIVATE_THREAD = 12;
export const isThread = ({ type }: { readonly type: number }): boolean =>
  type === PUBLIC_THREAD || type === PRIVATE_THREAD;

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  /** Ids of the roles they have in the guild. */
  readonly roles: readonly string[];
}

export interface FakeChannel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly parent_id: string | null;
  readonly owner_id: string | null;
  /** Oldest first. */
  readonly messages: APIMessage[];
  /** When the thread was archived, while it is. */
  archivedAt?: string | undefined;
  /** Only those who manage threads may open it again, or write in it. */
  locked?: boolean;
}

/** A message that only one person sees. */
export interface PrivateMessage {
  readonly id: string;
  readonly flags: number;
  content: string;
  components: readonly Component[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly channel_id: string;
  readonly person: Person;
  readonly beganAt: number;
  /** Somebody types: it is answered with lines to pick from, and with nothing else. */
  readonly typing: boolean;
  ackMs?: number;
  /** The interaction response as it was sent. */
  response?: { readonly type: number; readonly data?: Record<string, unknown> };
  /** What only this person is told. */
  readonly whispers: string[];
  /** The same as messages, with what can be pressed in them, as they are now. */
  readonly privately: PrivateMessage[];
  /** The message whose button was pressed. */
  readonly message?: unknown;
  /** The text that stands under the command. */
  original?: string;
  /** "Backlot is thinking …" is shown. */
  announced?: boolean;
  readonly answered: PromiseWithResolvers<void>;
}

/** What one Discord guild, its direct messages and its bot hold. */
export class World {
  #sequence = 0n;
  readonly token = "MTAw.fake.token";
  readonly guildId = this.nextId();
  readonly applicationId = this.nextId();
  readonly everyoneRole = { id: this.guildId, permissions: "274877991936" };
  /** What the invitation gave the bot. */
  readonly botRole = { id: this.nextId(), permissions: "309237763136" };
  readonly roles = [this.everyoneRole, this.botRole];
  readonly bot: Person;
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, FakeChannel>();
  readonly interactions = new Map<string, Interaction>();
  readonly nonces = new Map<string, APIMessage>();
  /** Ids of messages that pinged somebody, with whom. */
  readonly pings: { readonly message: string; readonly whom: string }[] = [];
  /** The signature without which a file's address is good for nothing, by the attachment's id. */
  readonly signatures = new Map<string, string>();
  /** Files that were fetched, and the token that was sent along, which none should be. */
  readonly downloads: { readonly id: string; readonly authorization: string | undefined }[] = [];
  readonly typing: string[] = [];
  /** Direct channels that the bot opened, by person. */
  readonly directs = new Map<string, string>();
  /** People who take no direct messages of the bot. */
  readonly deaf = new Set<string>();
  /** The bot's own reactions, by message. */
  readonly reactions = new Map<string, readonly string[]>();
  /** Channels whose history was read, a request each. */
  readonly reads: string[] = [];
  /** How often a member was asked for. */
  memberReads = 0;
  /** What the bot's messages have attached, by message. */
  readonly attached = new Map<string, readonly Attachment[]>();
  /** Files that the bot sent, in all. */
  uploads = 0;
  /** Content of what was attached, by the attachment's id. */
  readonly files = new Map<string, Buffer>();
  /** What the server takes of edits; without it, all of them. */
  edits: EditLedger | undefined;
  commands: Record<string, unknown>[] = [];
  /** What the one guild has beside. */
  guildCommands: Record<string, unknown>[] = [];
  commandWrites = 0;
  /** How long an interaction may be followed up. */
  interactionLifeMs = 15 * 60_000;
  /** What the bot may not do in a channel, beside what the channel's name says: see permissions.ts. */
  readonly forbidden = new Map<string, Set<Forbidden>>();
  /** Edits of messages older than an hour; how many are taken is not told, people saw three in twenty seconds. */
  readonly oldEdits = new OldEdits();
  /** The rate limits that are kept: `Rates.usual(10)` is as strict and ten times as fast; without any only faults limit. */
  rates: Rates | undefined = Rates.usual();
  /** Complains of messages that leave it to Discord whom they ping, as a bot of many people's words must not. */
  decidesMentions = false;
  /** What the operator switched on in the developer portal. */
  messageContentAllowed = true;

  constructor(botName = "Backlot") {
    this.bot = { id: this.applicationId, name: botName, bot: true, roles: [this.botRole.id] };
    this.people.set(this.bot.id, this.bot);
  }

  nextId(): string {
    this.#sequence += 1n;
    return String((BigInt(Date.now() - EPOCH_MS) << 22n) | (this.#sequence & 0x3fffffn));
  }

  channel(id: string): FakeChannel | undefined {
    return this.channels.get(id);
  }

  message(channelId: string, id: string): APIMessage | undefined {
    return this.channels.get(channelId)?.messages.find((message) => message.id === id);
  }

  user(person: Person) {
    return {
      id: person.id,
      username: person.name.toLowerCase(),
      discriminator: "0",
      global_name: person.name,
      avatar: null,
      public_flags: 0,
      flags: 0,
      primary_guild: null,
      ...(person.bot ? { bot: true } : {}),
    };
  }

  member(person: Person) {
    return {
      nick: null,
      roles: [...person.roles],
      joined_at: "2024-01-01T00:00:00.000000+00:00",
      deaf: false,
      mute: false,
      flags: 0,
    };
  }

  /** The sum of what a person's roles allow. */
  permissions(person: Person): bigint {
    const has = this.roles.filter((role) => role.id === this.guildId || person.roles.includes(role.id));
    return has.reduce((all, role) => all | BigInt(role.permissions), 0n);
  }

  channelJson(channel: FakeChannel) {
    const shared = {
      id: channel.id,
      type: channel.type,
      last_message_id: channel.messages.at(-1)?.id ?? null,
    };
    if (channel.type === DIRECT) return { ...shared, recipients: [] };
    const inGuild = {
      ...shared,
      guild_id: this.guildId,
      name: channel.name,
      parent_id: channel.parent_id,
      permission_overwrites: overwrites(channel.name, this.forbidden.get(channel.id), this.botRole.id),
      nsfw: false,
      flags: 0,
      rate_limit_per_user: 0,
    };
    if (!isThread(channel)) return { ...inGuild, position: 0, topic: null };
    const thread_metadata = {
      archived: channel.archivedAt !== undefined,
      auto_archive_duration: 4320,
      archive_timestamp: channel.archivedAt ?? "2024-01-01T00:00:00.000000+00:00",
      locked: channel.locked ?? false,
    };
    return {
      ...inGuild,
      owner_id: channel.owner_id,
      thread_metadata,
      message_count: 0,
      member_count: 1,
      total_message_sent: 0,
    };
  }

  guildJson() {
    const all = [...this.channels.values()].filter((channel) => channel.type !== DIRECT);
    return {
      id: this.guildId,
      name: "Studio",
      owner_id: "1",
      icon: null,
      splash: null,
      banner: null,
      description: null,
      region: "",
      afk_channel_id: null,
      afk_timeout: 300,
      system_channel_id: null,
      system_channel_flags: 0,
      rules_channel_id: null,
      public_updates_channel_id: null,
      verification_level: 0,
      default_message_notifications: 0,
      explicit_content_filter: 0,
      mfa_level: 0,
      nsfw_level: 0,
      premium_tier: 0,
      preferred_locale: "en-US",
      features: [],
      large: false,
      unavailable: false,
      joined_at: "2024-01-01T00:00:00.000000+00:00",
      member_count: this.people.size,
      roles: this.roles.map((role) => ({
        ...role,
        ...(role === this.botRole ? { tags: { bot_id: this.bot.id } } : {}),
        name: role.id,
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        managed: false,
        mentionable: false,
        flags: 0,
      })),
      channels: all.filter((channel) => !isThread(channel)).map((channel) => this.channelJson(channel)),
      threads: all
        .filter((channel) => isThread(channel) && channel.archivedAt === undefined)
        .map((channel) => this.channelJson(channel)),
      members: [{ ...this.member(this.bot), user: this.user(this.bot) }],
      emojis: [],
      stickers: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }
}
