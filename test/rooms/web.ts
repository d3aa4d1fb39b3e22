import WebSocket from "ws";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { Block } from "../../src/chat/reply.ts";
import { Client, type SessionInfo } from "../e2e/client.ts";
import type { Program } from "../e2e/program.ts";
import { type Room, type Seen, soon, type Talk, type Upload } from "./room.ts";

type Choices = Extract<Block, { type: "choices" }>;

/** People at the page: they act over HTTP, and see what the WebSocket tells them. */
export function webRoom(program: Program): Room {
  const talks: WebTalk[] = [];
  const open = async (project: object): Promise<WebTalk> => {
    const { body } = await new Client(program.url).call<SessionInfo>("POST", "/api/v1/chat/sessions", {
      user_id: "Ana",
      ...project,
    });
    const talk = new WebTalk(program, body.session_id, () => open({ project_id: body.project_id }));
    talks.push(talk);
    await talk.watch();
    return talk;
  };
  return {
    name: "the page",
    begin: () => open({ project: { title: "A film" } }),
    ready: async () => {
      await Promise.all(talks.map((talk) => talk.watch()));
    },
    close: async () => {
      for (const talk of talks) talk.leave();
    },
  };
}

class WebTalk implements Talk {
  readonly #program: Program;
  readonly #session: string;
  /** By id, in the order they were made. */
  readonly #messages = new Map<string, ChatMessage>();
  #socket: WebSocket | undefined;
  #seq = 0;

  readonly beside: () => Promise<Talk>;

  constructor(program: Program, session: string, beside: () => Promise<Talk>) {
    this.#program = program;
    this.#session = session;
    this.beside = beside;
  }

  /** Watches the session from where it was left, as the page does when it comes back. */
  async watch(): Promise<void> {
    this.leave();
    const query = new URLSearchParams({
      session_id: this.#session,
      user_id: "Ana",
      since: String(this.#seq),
    });
    const socket = new WebSocket(`${this.#program.url.replace("http", "ws")}/chat?${query}`);
    this.#socket = socket;
    socket.on("message", (data) => this.#hear(JSON.parse(String(data))));
    await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
    socket.on("error", () => undefined);
  }

  leave(): void {
    this.#socket?.terminate();
  }

  async say(text: string, by = "Ana"): Promise<void> {
    await this.#post("message", by, { message: text });
  }

  async press(label: string, by = "Ana"): Promise<readonly string[]> {
    const choice = await soon(() => {
      const found = this.#shown()
        .flatMap(({ blocks }) => choicesOf(blocks))
        .findLast((one) => one.label === label && one.state === "open");
      if (found) return found;
      throw new Error(`nobody sees “${label}”`);
    });
    const turn = await this.#post("choice", by, { choice_id: choice.id });
    return turn.private ? [turn.reply.text] : [];
  }

  async fill(button: string, values: Readonly<Record<string, string>>, by = "Ana"): Promise<void> {
    await this.press(button, by);
    const form = await soon(() => {
      const found = this.#shown()
        .flatMap(({ blocks }) => blocks)
        .findLast((block) => block.type === "form");
      if (found) return found;
      throw new Error("no form was shown");
    });
    await this.#post("form", by, { form_id: form.form_id, values });
  }

  async upload({ name, type, content }: Upload, by = "Ana"): Promise<void> {
    const body = new FormData();
    body.append("session_id", this.#session);
    body.append("user_id", by);
    body.append("files", new Blob([content], { type }), name);
    const response = await fetch(`${this.#program.url}/api/v1/chat/upload`, { method: "POST", body });
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  }

  seen(): Seen[] {
    return this.#shown().map(({ id, text, blocks }) => ({
      id,
      text: [
        text,
        ...choicesOf(blocks).map(({ label, description }) => `${label} — ${description}`),
        ...blocks.map((block) => (block.type === "choices" ? (block.prompt ?? "") : "")),
      ].join("\n"),
      buttons: choicesOf(blocks)
        .filter(({ state }) => state === "open")
        .map(({ label }) => label),
    }));
  }

  #shown(): ChatMessage[] {
    return [...this.#messages.values()].filter(({ role }) => role === "backlot");
  }

  async #post(call: string, by: string, body: object) {
    const client = new Client(this.#program.url, by);
    const sent = { session_id: this.#session, user_id: by, ...body };
    const { status, body: turn } = await client.call<{ private?: boolean; reply: { text: string } }>(
      "POST",
      `/api/v1/chat/${call}`,
      sent,
    );
    if (status !== 200 && status !== 202) throw new Error(`${status}: ${JSON.stringify(turn)}`);
    return turn;
  }

  #hear(frame: { seq: number; type: string; message?: ChatMessage }): void {
    this.#seq = Math.max(this.#seq, frame.seq);
    if (frame.message && frame.type.startsWith("message."))
      this.#messages.set(frame.message.id, frame.message);
  }
}

const choicesOf = (blocks: readonly Block[]): Choices["choices"] =>
  blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
