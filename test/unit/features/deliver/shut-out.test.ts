import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { DISCORD, StrictChannel } from "../../../support/strict-channel.ts";

describe("a post in a place that Backlot is shut out of", () => {
  let stage: Stage;
  let channel: StrictChannel;
  let deliverer: Deliverer;
  let message: ChatMessage;
  let errors: string[];
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new StrictChannel(DISCORD, stage.clock);
    errors = [];
    deliverer = createDeliverer({
      ...stage.stores,
      platform: () => channel,
      bus: stage.bus,
      clock: stage.clock,
      logger: { ...silent, error: (_, text) => void errors.push(text) },
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

  const edit = async (version: number) => {
    await stage.stores.messages.update({ ...message, text: `state ${version}`, version }, true);
    await deliverer.drain();
  };
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      stage.clock.pass(60_000);
      await deliverer.drain();
    }
  };
  const texts = () => [...channel.posts.values()].map(({ text }) => text);
  const refuse = (how: object) => {
    const works = channel.edit;
    channel.edit = () => Promise.reject(Object.assign(new Error("Missing Access"), { final: true, ...how }));
    return () => {
      channel.edit = works;
    };
  };

  test("is brought to its newest state once it is let in again, and the log says so once", async () => {
    const letIn = refuse({ closed: true });
    await edit(2);
    await pass(5);
    await edit(3);
    expect(errors).toHaveLength(1);
    letIn();
    await pass(1);
    expect(texts()).toEqual(["state 3"]);
  });

  test("is left as it is where the place is gone for good", async () => {
    const back = refuse({});
    await edit(2);
    back();
    await pass(5);
    expect(texts()).toEqual(["ONE"]);
    expect(errors).toHaveLength(1);
  });
});
