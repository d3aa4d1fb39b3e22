import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { createDeliverer } from "../../../../src/features/deliver/deliverer.ts";
import type { Platform } from "../../../../src/ports/platform.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage, silent } from "../../../support/stage.ts";

/** A place where messages are posted, as its people see it. */
class Channel implements Platform {
  readonly name = "discord";
  readonly delivery = "send";
  readonly editEveryMs = 1_000;
  readonly posts = new Map<string, string>();
  failures: { error: string; retryAfterMs?: number; final?: boolean }[] = [];

  async send(_place: unknown, message: ChatMessage): Promise<string> {
    this.#fail();
    const id = `p${this.posts.size}`;
    this.posts.set(id, message.text);
    return id;
  }

  async edit(_place: unknown, id: string, message: ChatMessage): Promise<string> {
    this.#fail();
    this.posts.set(id, message.text);
    return id;
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

describe("what is written is posted", () => {
  let stage: Stage;
  let channel: Channel;
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new Channel();
  });
  afterEach(() => stage.close());

  const deliverer = () =>
    createDeliverer({ ...stage.stores, platform: () => channel, clock: stage.clock, logger: silent });
  const talk = async (...lines: string[]) => {
    const session = await stage.session("discord");
    const { receiver, conductor } = converse(stage, [shout]);
    for (const line of lines) await receiver.receive(stage.said(session, line));
    await conductor.drain();
    return session;
  };

  test("each reply once, in order, and not again by the next process", async () => {
    await talk("one", "two");
    await deliverer().drain();
    await deliverer().drain();
    expect([...channel.posts.values()]).toEqual(["ONE", "TWO"]);
  });

  test("a refusal with Retry-After waits that long, and what comes later waits behind it", async () => {
    await talk("one", "two");
    channel.failures = [{ error: "rate limited", retryAfterMs: 5_000 }];
    const delivery = deliverer();
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual([]);
    stage.clock.pass(4_000);
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual([]);
    stage.clock.pass(2_000);
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual(["ONE", "TWO"]);
  });

  test("an edit changes the post that is there, and only the newest state is sent", async () => {
    const session = await talk("one");
    const delivery = deliverer();
    await delivery.drain();
    const [, reply] = await stage.stores.messages.page(session.id, 10);
    if (!reply) throw new Error("no reply");
    for (const version of [2, 3])
      await stage.stores.messages.update({ ...reply, text: `state ${version}`, version }, true);
    await delivery.drain();
    expect([...channel.posts.entries()]).toEqual([["p0", "state 3"]]);
  });

  test("a channel that is gone is given up and holds nobody else up", async () => {
    await talk("one", "two");
    channel.failures = [{ error: "unknown channel", final: true }];
    const delivery = deliverer();
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual(["TWO"]);
    stage.clock.pass(3_600_000);
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual(["TWO"]);
  });

  test("what keeps failing is tried eight times, then given up", async () => {
    await talk("one");
    channel.failures = Array.from({ length: 20 }, () => ({ error: "down" }));
    const delivery = deliverer();
    for (let round = 0; round < 12; round += 1) {
      await delivery.drain();
      stage.clock.pass(60_000);
    }
    await delivery.drain();
    expect(channel.failures).toHaveLength(12);
    expect(await stage.stores.deliveries.nextDue()).toBeUndefined();
  });
});
