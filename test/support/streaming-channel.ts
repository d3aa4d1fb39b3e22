import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { Place } from "../../src/domain/session.ts";
import type { DeliveryFailure, Platform, Streaming } from "../../src/ports/platform.ts";

const failure = (message: string, more: Partial<DeliveryFailure>): Error =>
  Object.assign(new Error(message), more);

interface Post {
  text: string;
  by: "stream" | "post";
  ended: boolean;
}

/** A platform that streams, while it is let; its posts as its people see them. */
export class StreamingChannel implements Platform {
  readonly name = "slack";
  readonly delivery = "send";
  readonly editEveryMs = 2_000;
  readonly posts = new Map<string, Post>();
  /** Every state of a text that people saw. */
  readonly states: string[] = [];
  streams = true;
  /** What the next addition to a stream fails with. */
  cut: Partial<DeliveryFailure> | undefined;
  #sent = new Map<string, string>();
  #count = 0;

  readonly streaming: Streaming = {
    begins: { count: 20, withinMs: 60_000 },
    grows: { count: 100, withinMs: 60_000 },
    everyMs: 1_200,
    begin: async (_place, _person, text) => {
      if (!this.streams) throw failure("channel_type_not_supported", { final: true });
      return this.#post(text, "stream");
    },
    grow: async (_place, id, more) => {
      const { cut } = this;
      this.cut = undefined;
      if (cut) throw failure("message_not_in_streaming_state", cut);
      const post = this.#get(id);
      post.text += more;
      this.states.push(post.text);
    },
    find: async () => [...this.posts].findLast(([, { by, ended }]) => by === "stream" && !ended)?.[0],
  };

  async send(_place: Place, message: ChatMessage): Promise<string> {
    const known = this.#sent.get(message.id);
    if (known !== undefined) return known;
    const id = this.#post(message.text, "post");
    this.#sent.set(message.id, id);
    return id;
  }

  async edit(_place: Place, id: string, message: ChatMessage): Promise<string> {
    const post = this.#get(id);
    post.text = message.text;
    post.ended = true;
    this.states.push(message.text);
    return id;
  }

  async remove(_place: Place, id: string): Promise<void> {
    this.posts.delete(id);
  }

  seen(): string[] {
    return [...this.posts.values()].map(({ text }) => text);
  }

  #post(text: string, by: Post["by"]): string {
    this.#count += 1;
    const id = `p${this.#count}`;
    this.posts.set(id, { text, by, ended: false });
    this.states.push(text);
    return id;
  }

  #get(id: string): Post {
    const post = this.posts.get(id);
    if (!post) throw failure("message_not_found", { gone: true, final: true });
    return post;
  }

  async start(): Promise<void> {}
  typing(): void {}
  async check(): Promise<void> {}
  async stop(): Promise<void> {}
}
