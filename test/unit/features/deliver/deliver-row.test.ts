import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { DISCORD, StrictChannel } from "../../../support/strict-channel.ts";

const bar = (completed: number): ChatMessage["blocks"][number] => ({
  type: "progress",
  operation_id: "opn_1",
  label: "characters",
  status: "processing",
  completed,
  total: 9,
  failed: 0,
  cancelled: 0,
  names: [],
  failures: [],
});

describe("an edit of a posted message", () => {
  let stage: Stage;
  let channel: StrictChannel;
  let deliverer: Deliverer;
  let message: ChatMessage;
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new StrictChannel(DISCORD, stage.clock);
    deliverer = createDeliverer({
      ...stage.stores,
      platform: () => channel,
      bus: stage.bus,
      clock: stage.clock,
      logger: silent,
    });
    const session = await stage.session("discord");
    const { receiver, conductor } = converse(stage, [shout]);
    await receiver.receive(stage.said(session, "one"));
    await conductor.drain();
    await deliverer.drain();
    const reply = (await stage.stores.messages.page(session.id, 10)).at(-1);
    if (!reply) throw new Error("no reply");
    message = reply;
  });
  afterEach(async () => {
    await deliverer.stop();
    await stage.close();
  });

  const edit = async (version: number, blocks = message.blocks) => {
    await stage.stores.messages.update({ ...message, text: `state ${version}`, blocks, version }, true);
    await deliverer.drain();
  };
  const texts = () => [...channel.posts.values()].map(({ text }) => text);
  const pass = async (ms: number) => {
    stage.clock.pass(ms);
    await deliverer.drain();
  };

  test("waits for its time, and then the newest state is shown", async () => {
    await edit(2);
    await edit(3);
    await edit(4);
    expect(texts()).toEqual(["state 2"]);
    await pass(1_500);
    expect(texts()).toEqual(["state 4"]);
    expect(channel.made).toHaveLength(2);
    expect(channel.violations).toEqual([]);
  });

  test("of progress that somebody deleted posts it once more, also when two edits run into it", async () => {
    channel.posts.clear();
    await edit(2, [bar(2)]);
    await edit(3, [bar(3)]);
    await pass(5_000);
    expect(texts()).toEqual(["state 3"]);
    expect([...channel.sends.values()]).toEqual([2]);
  });

  test("of anything else that somebody deleted is let go", async () => {
    channel.posts.clear();
    await edit(2);
    await pass(60_000);
    expect(texts()).toEqual([]);
    expect([...channel.sends.values()]).toEqual([1]);
    expect(await stage.stores.deliveries.nextDue()).toBeUndefined();
  });

  test("of progress outlasts a platform that is away for an hour", async () => {
    const works = channel.edit;
    channel.edit = () => Promise.reject(new Error("away"));
    await edit(2, [bar(2)]);
    for (let minute = 0; minute < 60; minute += 1) await pass(60_000);
    channel.edit = works;
    await pass(60_000);
    expect(texts()).toEqual(["state 2"]);
  });

  test("waits as long as the platform asks, and others with it", async () => {
    const works = channel.edit;
    let tries = 0;
    channel.edit = () => {
      tries += 1;
      return Promise.reject(Object.assign(new Error("slow down"), { retryAfterMs: 30_000 }));
    };
    await edit(2);
    for (let second = 0; second < 29; second += 1) await pass(1_000);
    expect(tries).toBe(1);
    channel.edit = works;
    await pass(2_000);
    expect(texts()).toEqual(["state 2"]);
  });
});
