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

  test("where nothing can be posted the person is told once an hour, and it is logged once", async () => {
    const closed = { error: "Missing Access", final: true, advice: "I may not write there." };
    channel.failures = [closed, closed, closed];
    await say("one");
    await say("two");
    expect(channel.told).toEqual([{ person: "ada", line: "I may not write there." }]);
    expect(errors).toHaveLength(1);
    stage.clock.pass(3_600_000);
    await say("three");
    expect(channel.told).toHaveLength(2);
    await say("four");
    expect(seen()).toEqual(["FOUR"]);
  });

  test("who could not be told hears of it with the next that gets through", async () => {
    channel.silent = true;
    channel.failures = [{ error: "Missing Access", final: true, advice: "I may not write there." }];
    await say("one");
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
