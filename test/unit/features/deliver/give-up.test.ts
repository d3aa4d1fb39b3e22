import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Session } from "../../../../src/domain/session.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import type { Logger } from "../../../../src/ports/logger.ts";
import { converse, shout } from "../../../support/conversation.ts";
import { PostingChannel } from "../../../support/posting-channel.ts";
import { Stage, silent } from "../../../support/stage.ts";

describe("a reply that was given up", () => {
  let stage: Stage;
  let channel: PostingChannel;
  let delivery: Deliverer;
  let session: Session;
  let errors: string[];
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new PostingChannel();
    errors = [];
    const logger: Logger = { ...silent, error: (_, message) => void errors.push(message) };
    const { clock, bus } = stage;
    delivery = createDeliverer({ ...stage.stores, platform: () => channel, bus, clock, logger });
    session = await stage.session("discord");
  });
  afterEach(async () => {
    await delivery.stop();
    await stage.close();
  });

  const say = async (line: string) => {
    const { receiver, conductor } = converse(stage, [shout]);
    await receiver.receive(stage.said(session, line));
    await conductor.drain();
    await delivery.drain();
  };
  const seen = () => channel.order.map(({ text }) => text);

  test("is told of once, after the next that gets through, and stays to be read", async () => {
    channel.failures = [{ error: "too strange", final: true }];
    await say("one");
    expect(seen()).toEqual([]);
    await say("two");
    await say("three");
    expect(seen()).toEqual(["TWO", expect.stringContaining("“ONE”"), "THREE"]);
    expect(seen()[1]).toContain("did not get through");
    expect((await stage.stores.messages.page(session.id, 20)).map(({ text }) => text)).toContain("ONE");
    expect(errors).toHaveLength(1);
  });

  test("is told of with the others that were", async () => {
    channel.failures = [1, 2, 3].map((n) => ({ error: `no ${n}`, final: true }));
    for (const line of ["one", "two", "three", "four"]) await say(line);
    expect(seen()).toEqual(["FOUR", expect.stringMatching(/^3 earlier replies .*“ONE”/)]);
  });

  test("is told of by the next process when this one dies in between", async () => {
    channel.failures = [{ error: "too strange", final: true }];
    await say("one");
    await delivery.stop();
    const { clock, bus } = stage;
    delivery = createDeliverer({ ...stage.stores, platform: () => channel, bus, clock, logger: silent });
    await say("two");
    expect(seen()).toEqual(["TWO", expect.stringContaining("“ONE”")]);
  });

  test("when its report fails as well, no report is made of that", async () => {
    channel.failures = [{ error: "no", final: true }];
    await say("one");
    const send = channel.send.bind(channel);
    channel.send = async (place, message) => {
      if (message.text.includes("earlier")) throw Object.assign(new Error("no"), { final: true });
      return send(place, message);
    };
    await say("two");
    await say("three");
    await say("four");
    expect(seen()).toEqual(["TWO", "THREE", "FOUR"]);
  });
});
