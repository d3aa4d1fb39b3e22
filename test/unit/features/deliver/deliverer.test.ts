import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDeliverer } from "../../../../src/features/deliver/deliverer.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { PostingChannel } from "../../../support/posting-channel.ts";
import { Stage, silent } from "../../../support/stage.ts";

describe("what is written is posted", () => {
  let stage: Stage;
  let channel: PostingChannel;
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new PostingChannel();
  });
  afterEach(() => stage.close());

  const deliverer = () =>
    createDeliverer({
      ...stage.stores,
      platform: () => channel,
      bus: stage.bus,
      clock: stage.clock,
      logger: silent,
    });
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
    const report = expect.stringContaining("did not get through: “ONE”");
    expect([...channel.posts.values()]).toEqual(["TWO", report]);
    stage.clock.pass(3_600_000);
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual(["TWO", report]);
  });

  test("a platform that asks to wait for hours loses nothing by it", async () => {
    await talk("one");
    channel.failures = Array.from({ length: 100 }, () => ({ error: "rate limited", retryAfterMs: 60_000 }));
    const delivery = deliverer();
    for (let minute = 0; minute <= 100; minute += 1) {
      await delivery.drain();
      stage.clock.pass(60_000);
    }
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual(["ONE"]);
  });

  test("what keeps failing is tried for some twenty minutes at growing distances, then given up", async () => {
    await talk("one");
    channel.failures = Array.from({ length: 100 }, () => ({ error: "down" }));
    const delivery = deliverer();
    const began = stage.clock.now().getTime();
    await delivery.drain();
    let last = began;
    while (channel.failures.length > 40) {
      const before = channel.failures.length;
      stage.clock.pass(250);
      await delivery.drain();
      if (channel.failures.length < before) last = stage.clock.now().getTime();
    }
    stage.clock.pass(3_600_000);
    await delivery.drain();
    expect(channel.failures).toHaveLength(40);
    expect(last - began).toBeGreaterThan(15 * 60_000);
    expect(last - began).toBeLessThan(30 * 60_000);
    expect(await stage.stores.deliveries.nextDue()).toBeUndefined();
  });
});
