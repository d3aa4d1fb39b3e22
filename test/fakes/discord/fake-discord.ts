import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIMessage } from "discord.js";
import { Complaints } from "../judge/complaints.ts";
import { beginInteraction } from "./begin-interaction.ts";
import type { Fault } from "./fault.ts";
import { Gateway } from "./gateway.ts";
import { interact } from "./interactions.ts";
import { personsMessage, type Saying } from "./persons-message.ts";
import { serveRest } from "./rest.ts";
import { pressData, seenIn } from "./seen.ts";
import { slashData, typingData } from "./slash-data.ts";
import {
  DIRECT,
  type FakeChannel,
  GUILD_TEXT,
  type Interaction,
  type Person,
  type PrivateMessage,
  PUBLIC_THREAD,
  World,
} from "./world.ts";

/** One Discord guild on loopback that the real discord.js connects to, with people who do things in it. */
export class FakeDiscord {
  readonly world: World;
  readonly faults: Fault[] = [];
  /** What Discord would not take of what it was asked; it fails the test when the fake closes. */
  readonly complaints = new Complaints();
  readonly gateway: Gateway;
  readonly #server = createServer((request, response) => {
    const parts = {
      world: this.world,
      gateway: this.gateway,
      gatewayUrl: () => this.#gatewayUrl,
      faults: this.faults,
      complaints: this.complaints,
    };
    void serveRest(parts, request, response);
  });
  #port = 0;

  private constructor(botName: string | undefined) {
    this.world = new World(botName);
    this.gateway = new Gateway(this.world, () => this.#gatewayUrl);
  }

  /** `botName`: what the bot is called in the guild. */
  static async start({ botName }: { botName?: string } = {}): Promise<FakeDiscord> {
    const fake = new FakeDiscord(botName);
    fake.#server.on("upgrade", (request, socket, head) => {
      fake.gateway.server.handleUpgrade(request, socket, head, (ws) =>
        fake.gateway.server.emit("connection", ws),
      );
    });
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    fake.#port = (fake.#server.address() as AddressInfo).port;
    return fake;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get #gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.complaints.settle();
  }

  person(name: string, permissions?: bigint, bot = false): Person {
    const role =
      permissions === undefined ? undefined : { id: this.world.nextId(), permissions: String(permissions) };
    if (role) {
      this.world.roles.push(role);
      this.gateway.dispatch("GUILD_ROLE_CREATE", {
        guild_id: this.world.guildId,
        role: { ...role, name, color: 0, hoist: false, position: 1, managed: false, mentionable: false },
      });
    }
    const person = { id: this.world.nextId(), name, bot, roles: role ? [role.id] : [] };
    this.world.people.set(person.id, person);
    return person;
  }

  channel(name: string, type = GUILD_TEXT): string {
    const channel = {
      id: this.world.nextId(),
      type,
      name,
      parent_id: null,
      owner_id: null,
      messages: [],
    };
    this.world.channels.set(channel.id, channel);
    this.gateway.dispatch("CHANNEL_CREATE", this.world.channelJson(channel));
    return channel.id;
  }

  /** A thread that a person opened without a message. */
  thread(parent: string, by: Person, name: string, type = PUBLIC_THREAD): string {
    const thread: FakeChannel = {
      id: this.world.nextId(),
      type,
      name,
      parent_id: parent,
      owner_id: by.id,
      messages: [],
    };
    this.world.channels.set(thread.id, thread);
    this.gateway.dispatch("THREAD_CREATE", this.world.channelJson(thread));
    return thread.id;
  }

  /** A post in a forum: a thread whose first message has its id. */
  post(forum: string, by: Person, name: string, text: string): APIMessage {
    const id = this.thread(forum, by, name);
    return this.say(id, by, text, { id });
  }

  direct(): string {
    const id = this.world.nextId();
    this.world.channels.set(id, {
      id,
      type: DIRECT,
      name: "direct",
      parent_id: null,
      owner_id: null,
      messages: [],
    });
    return id;
  }

  get mention(): string {
    return `<@${this.world.bot.id}>`;
  }

  say(channelId: string, person: Person, text: string, saying: Saying = {}): APIMessage {
    const channel = this.#channel(channelId);
    const message = personsMessage(this.world, channelId, person, text, saying);
    channel.messages.push(message);
    this.gateway.dispatch("MESSAGE_CREATE", this.#told(channel, message, person));
    return message;
  }

  edit(message: APIMessage, person: Person, text: string): void {
    Object.assign(message, { content: text, edited_timestamp: new Date().toISOString() });
    this.gateway.dispatch("MESSAGE_UPDATE", this.#told(this.#channel(message.channel_id), message, person));
  }

  /** As a moderator takes many away at once. */
  eraseAll(messages: readonly APIMessage[]): void {
    const [{ channel_id } = { channel_id: "" }] = messages;
    const channel = this.#channel(channel_id);
    for (const message of messages) channel.messages.splice(channel.messages.indexOf(message), 1);
    this.gateway.dispatch("MESSAGE_DELETE_BULK", {
      ids: messages.map(({ id }) => id),
      channel_id,
      guild_id: this.world.guildId,
    });
  }

  erase(message: APIMessage): void {
    const channel = this.#channel(message.channel_id);
    channel.messages.splice(channel.messages.indexOf(message), 1);
    this.gateway.dispatch("MESSAGE_DELETE", {
      id: message.id,
      channel_id: channel.id,
      guild_id: this.world.guildId,
    });
  }

  seen(channelId: string) {
    return seenIn(this.world, channelId);
  }

  /** `which`: the id of a message in the channel, or one that only this person sees. */
  press(
    person: Person,
    channelId: string,
    which: string | PrivateMessage,
    label: string,
  ): Promise<Interaction> {
    const message = typeof which === "string" ? this.world.message(channelId, which) : which;
    const data = message && pressData(message as APIMessage, label);
    if (!message || !data) throw new Error(`nobody sees "${label}" there`);
    return this.#interact(person, channelId, { type: 3, message, data });
  }

  slash(
    person: Person,
    channelId: string,
    name: string,
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<Interaction> {
    return this.#interact(person, channelId, slashData(this.world, name, options));
  }

  /** The lines offered while a person types an option: what they read, and what picking one sends. */
  async typing(
    person: Person,
    channelId: string,
    name: string,
    option: string,
    typed: string,
    others: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly { readonly name: string; readonly value: string }[]> {
    const asked = typingData(this.world, name, option, typed, others);
    const { response } = await this.#interact(person, channelId, asked);
    return (response?.data?.choices ?? []) as { name: string; value: string }[];
  }

  submit(
    person: Person,
    channelId: string,
    opened: Interaction,
    values: Readonly<Record<string, string>>,
  ): Promise<Interaction> {
    const components = Object.entries(values).map(([custom_id, value]) => ({
      type: 18,
      id: 1,
      component: { type: 4, id: 2, custom_id, value },
    }));
    return this.#interact(person, channelId, {
      type: 5,
      message: opened.message,
      data: { custom_id: opened.response?.data?.custom_id, components },
    });
  }

  #interact(person: Person, channelId: string, what: Record<string, unknown>): Promise<Interaction> {
    const channel = this.#channel(channelId);
    const { begin, payload } = beginInteraction(this.world, person, channel, what);
    return interact(this.world, begin, () => this.gateway.dispatch("INTERACTION_CREATE", payload));
  }

  #channel(id: string): FakeChannel {
    const channel = this.world.channel(id);
    if (!channel) throw new Error(`no channel ${id}`);
    return channel;
  }

  #told(channel: FakeChannel, message: APIMessage, person: Person) {
    if (channel.type === DIRECT) return message;
    return { ...message, guild_id: this.world.guildId, member: this.world.member(person) };
  }
}
