import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { Place } from "../../src/domain/session.ts";
import type { DeliveryFailure, Platform } from "../../src/ports/platform.ts";

interface Failure extends Pick<DeliveryFailure, "retryAfterMs" | "final" | "advice"> {
  readonly error: string;
}

/** A platform whose posts are kept as its people see them, and that fails or hangs as it is told. */
export class PostingChannel implements Platform {
  readonly name = "discord";
  readonly delivery = "send";
  readonly editEveryMs = 1_000;
  readonly posts = new Map<string, string>();
  /** What was posted where, in the order it was. */
  readonly order: { readonly channel: string; readonly text: string }[] = [];
  failures: Failure[] = [];
  /** What sends to a channel wait for. */
  readonly hangs = new Map<string, Promise<void>>();
  sends = 0;
  /** What people were told beside a place. */
  readonly told: { readonly person: string; readonly line: string }[] = [];
  /** Nobody can be told anything. */
  silent = false;

  async send({ channel }: Place, message: ChatMessage): Promise<string> {
    this.sends += 1;
    await this.hangs.get(channel);
    this.#fail();
    const id = `p${this.posts.size}`;
    this.posts.set(id, message.text);
    this.order.push({ channel, text: message.text });
    return id;
  }

  async edit(_place: Place, id: string, message: ChatMessage): Promise<string> {
    this.#fail();
    this.posts.set(id, message.text);
    return id;
  }

  async tell(_place: Place, person: string, line: string): Promise<boolean> {
    if (!this.silent) this.told.push({ person, line });
    return !this.silent;
  }

  #fail(): void {
    const failure = this.failures.shift();
    if (failure) throw Object.assign(new Error(failure.error), failure);
  }

  async start(): Promise<void> {}
  typing(): void {}
  async check(): Promise<void> {}
  async stop(): Promise<void> {}
}
