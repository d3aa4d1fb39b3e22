import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Complaints } from "../judge/complaints.ts";
import { judgeReply } from "../judge/slack-judge.ts";
import { changedEvent, takeAway } from "./changes.ts";
import type { Fault } from "./fault.ts";
import { type Delivered, HttpLine, type Kind, type Line, SocketLine } from "./lines.ts";
import { newAddress } from "./response-url.ts";
import { pressed, seenIn } from "./seen.ts";
import { type ServeParts, serveSlack } from "./serve.ts";
import { Telling } from "./telling.ts";
import { eventBody, tenantOf, whoOf } from "./tenant.ts";
import {
  type PrivatePost,
  type SlackChannel,
  type SlackPerson,
  type SlackPost,
  type View,
  Workspace,
} from "./workspace.ts";

const TRIGGER_MS = 3_000;

export interface Acted extends Delivered {
  /** What the person alone was told through the response address. */
  readonly told: string[];
  /** The same as messages. */
  readonly privately: PrivatePost[];
  readonly trigger_id: string;
}

/** One Slack workspace on loopback that the real Bolt connects to, with people who do things in it. */
export class FakeSlack {
  readonly workspace: Workspace;
  readonly faults: Fault[] = [];
  /** What Slack would not take of what it was asked; it fails the test when the fake closes. */
  readonly complaints = new Complaints();
  readonly socket = new SocketLine();
  readonly telling = new Telling();
  line: Line = this.socket;
  readonly #server = createServer((request, response) => void serveSlack(this.#parts(), request, response));
  #port = 0;

  private constructor(workspace: Workspace) {
    this.workspace = workspace;
  }

  static async start(workspace = new Workspace()): Promise<FakeSlack> {
    const fake = new FakeSlack(workspace);
    fake.#server.on("upgrade", (request, socket, head) => {
      fake.socket.server.handleUpgrade(request, socket, head, (ws) =>
        fake.socket.server.emit("connection", ws),
      );
    });
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve));
    fake.#port = (fake.#server.address() as AddressInfo).port;
    return fake;
  }

  /** From now on events go to the app's own address. */
  overHttp(url: string): HttpLine {
    const line = new HttpLine(this.workspace, url);
    this.line = line;
    return line;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api/`;
  }

  async close(): Promise<void> {
    this.telling.close();
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    this.complaints.settle();
  }

  person(name: string, kind: "member" | "admin" | "guest" | "bot" = "member"): SlackPerson {
    const person = {
      id: this.workspace.nextId("U"),
      name,
      bot: kind === "bot",
      admin: kind === "admin",
      guest: kind === "guest",
    };
    this.workspace.people.set(person.id, person);
    return person;
  }

  channel(name: string, direct = false): string {
    const channel: SlackChannel = { id: this.workspace.nextId(direct ? "D" : "C"), name, direct, posts: [] };
    this.workspace.channels.set(channel.id, channel);
    return channel.id;
  }

  get mention(): string {
    return `<@${this.workspace.bot.id}>`;
  }

  async say(
    channelId: string,
    who: SlackPerson,
    text: string,
    thread?: string,
    shown: Pick<SlackPost, "blocks"> = {},
  ): Promise<SlackPost> {
    const channel = this.#channel(channelId);
    const parent = thread === undefined ? undefined : this.workspace.post(channelId, thread);
    const post: SlackPost = {
      ts: this.workspace.nextTs(),
      user: who.id,
      text,
      ...(who.bot ? { bot_id: `B${who.id}` } : {}),
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...shown,
    };
    channel.posts.push(post);
    const event = {
      channel: channelId,
      event_ts: post.ts,
      ...post,
      ...(parent ? { parent_user_id: parent.user } : {}),
    };
    const told = this.tell({ type: "message", channel_type: channel.direct ? "im" : "channel", ...event });
    if (text.includes(this.mention) && !channel.direct) await this.tell({ type: "app_mention", ...event });
    await told;
    return post;
  }

  edit(channel: string, ts: string, text: string): Promise<void> {
    const post = this.workspace.post(channel, ts);
    if (!post) throw new Error(`no message ${ts}`);
    const previous = { ...post };
    Object.assign(post, { text, edited: { user: post.user, ts: this.workspace.nextTs() } });
    return this.tell(changedEvent(this.workspace, this.#channel(channel), post, previous));
  }

  erase(channelId: string, ts: string): Promise<void> {
    const event = takeAway(this.workspace, this.#channel(channelId), ts);
    if (!event) throw new Error(`no message ${ts}`);
    return this.tell(event);
  }

  seen(channel: string, thread?: string) {
    return seenIn(this.workspace, channel, thread);
  }

  /** `which`: the time of a message in the channel, or one that only this person sees. Slack says little of the latter. */
  press(who: SlackPerson, channel: string, which: string | PrivatePost, label: string): Promise<Acted> {
    const message = typeof which === "string" ? this.workspace.post(channel, which) : which;
    const action = message && pressed(message, label);
    if (!message || !action) throw new Error(`nobody sees "${label}" there`);
    const { ts } = message;
    const alone = typeof which !== "string";
    const thread_ts = message.thread_ts ?? (this.#hasAnswers(channel, ts) ? ts : undefined);
    const threaded = thread_ts === undefined ? {} : { thread_ts };
    const container = {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: alone,
      ...threaded,
    };
    const payload = {
      type: "block_actions",
      ...whoOf(this.workspace, who),
      channel: { id: channel, name: "film" },
      container,
      ...(alone ? {} : { message: { type: "message", ...message, ...threaded } }),
      actions: [{ ...action, block_id: "b", action_ts: this.workspace.nextTs() }],
    };
    return this.act("interactive", payload, message);
  }

  command(who: SlackPerson, channel: string, command: string, text: string): Promise<Acted> {
    if (!this.workspace.commands.includes(command)) throw new Error(`${command} is not in the manifest`);
    const from = {
      ...tenantOf(this.workspace),
      team_domain: "studio",
      channel_id: channel,
      channel_name: "film",
      user_id: who.id,
      user_name: who.name,
    };
    return this.act("slash_commands", {
      command,
      text,
      ...from,
      api_app_id: "A0BACKLOT",
      is_enterprise_install: String(this.workspace.installedByAll),
    });
  }

  submit(who: SlackPerson, view: View, values: Readonly<Record<string, string>>): Promise<Acted> {
    const state = {
      values: Object.fromEntries(
        Object.entries(values).map(([field, value]) => [
          field,
          { value: { type: "plain_text_input", value } },
        ]),
      ),
    };
    const { trigger_id: _, ...shown } = view;
    return this.act("interactive", {
      type: "view_submission",
      ...whoOf(this.workspace, who),
      view: { ...shown, type: "modal", team_id: this.workspace.teamId, state },
    });
  }

  /** Hands over what a person did. Rejects after three seconds without an acknowledgement, as people see it fail. */
  async act(kind: Kind, payload: Record<string, unknown>, message?: SlackPost | PrivatePost): Promise<Acted> {
    const id = this.workspace.nextId("R");
    const trigger_id = this.workspace.nextId("trigger.");
    this.workspace.triggers.set(trigger_id, performance.now() + TRIGGER_MS);
    const view = payload.view as View | undefined;
    if (view) this.workspace.triggerViews.set(trigger_id, view.id);
    const address = newAddress(this.workspace, message);
    this.workspace.responses.set(id, address);
    const response_url = `http://127.0.0.1:${this.#port}/response/${id}`;
    // What is submitted is answered by the acknowledgement alone.
    const answered = payload.type === "view_submission" ? {} : { response_url };
    const delivered = await this.line.deliver(kind, { ...payload, ...answered, trigger_id }, 0);
    if (!delivered) throw new Error("operation_timeout: the app did not respond");
    judgeReply(this.complaints, `acknowledgement of ${kind}`, delivered.payload);
    const { told, privately } = address;
    if (delivered.payload?.response_type === "ephemeral") told.push(String(delivered.payload.text));
    return { ...delivered, told, privately, trigger_id };
  }

  /** Tells the app an event, and again when it was not acknowledged. */
  tell(event: Record<string, unknown>): Promise<void> {
    const body = eventBody(this.workspace, event);
    return this.telling.tell(this.line, body);
  }

  #hasAnswers(channel: string, ts: string): boolean {
    return this.#channel(channel).posts.some(({ thread_ts }) => thread_ts === ts);
  }

  #channel(id: string): SlackChannel {
    const channel = this.workspace.channels.get(id);
    if (!channel) throw new Error(`no channel ${id}`);
    return channel;
  }

  #parts(): ServeParts {
    const tell = (event: Record<string, unknown>) => void this.tell(event);
    const at = `127.0.0.1:${this.#port}`;
    return {
      workspace: this.workspace,
      faults: this.faults,
      complaints: this.complaints,
      tell,
      socketUrl: `ws://${at}/link`,
      uploadUrl: `http://${at}/upload/v1/`,
    };
  }
}
