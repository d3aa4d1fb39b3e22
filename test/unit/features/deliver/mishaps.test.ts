import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { ownMessage } from "../../../../src/chat/own-message.ts";
import type { ReadyReply } from "../../../../src/chat/ready-reply.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import type { DelivererParts } from "../../../../src/features/deliver/parts.ts";
import { aRecord } from "../../../contract/samples.ts";
import { PostingChannel } from "../../../support/posting-channel.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { StreamingChannel } from "../../../support/streaming-channel.ts";

const away = () => new Error("the store is away");

describe("what goes wrong around a post", () => {
  let stage: Stage;
  let session: Session;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  beforeEach(async () => {
    session = await stage.session("discord");
  });
  afterAll(() => stage.close());

  const deliverer = (
    platform: PostingChannel | StreamingChannel,
    over: Partial<DelivererParts> = {},
  ): Deliverer => {
    const { clock, bus, stores } = stage;
    return createDeliverer({ ...stores, platform: () => platform, bus, clock, logger: silent, ...over });
  };
  const stored = async (): Promise<ReadyReply> => {
    const record = aRecord(session, { deliver: true });
    await stage.stores.turns.commit(record);
    return { session, message: record.reply };
  };
  const soon = (check: () => void | Promise<void>) =>
    vi.waitFor(
      async () => {
        stage.clock.pass(500);
        await check();
      },
      { timeout: 10_000, interval: 5 },
    );

  describe("a reply that is posted", () => {
    let channel: PostingChannel;
    beforeEach(() => {
      channel = new PostingChannel();
    });
    const texts = () => [...channel.posts.values()];
    const waits = () => stage.stores.deliveries.nextDue();

    test("is not posted again where the store could not note it", async () => {
      const { message } = await stored();
      const { deliveries } = stage.stores;
      let broken = 6;
      const delivered: typeof deliveries.delivered = async (...how) => {
        broken -= 1;
        if (broken >= 0) throw away();
        return deliveries.delivered(...how);
      };
      const delivery = deliverer(channel, { deliveries: { ...deliveries, delivered } });
      delivery.kick();
      await soon(async () => expect(await waits()).toBeUndefined());
      expect(broken).toBeLessThan(0);
      expect([texts(), channel.sends]).toEqual([[message.text], 1]);
      await delivery.stop();
    });

    test("is brought to its newest state where the older one could not be noted", async () => {
      const { message } = await stored();
      const { deliveries, messages } = stage.stores;
      let broken = true;
      const delivered: typeof deliveries.delivered = async (...how) => {
        if (broken) throw away();
        return deliveries.delivered(...how);
      };
      const delivery = deliverer(channel, { deliveries: { ...deliveries, delivered } });
      delivery.kick();
      await soon(() => expect(texts()).toEqual([message.text]));
      await messages.update({ ...message, text: "newer", version: 2 }, true);
      broken = false;
      delivery.kick();
      await soon(async () => expect(await waits()).toBeUndefined());
      expect([texts(), channel.sends]).toEqual([["newer"], 1]);
      await delivery.stop();
    });

    test("is not posted again where it is handed over after the outbox was read", async () => {
      const reply = await stored();
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      channel.hangs.set(session.place.channel, gate);
      const delivery = deliverer(channel);
      delivery.kick();
      await soon(() => expect(channel.sends).toBe(1));
      delivery.send(reply);
      open();
      await delivery.drain();
      delivery.send(reply);
      await delivery.drain();
      expect(channel.sends).toBe(1);
    });

    test("is shown as it is, where it was changed within the moment it waited", async () => {
      const first = await stored();
      const { promise: gate, resolve: open } = Promise.withResolvers<void>();
      channel.hangs.set(session.place.channel, gate);
      const delivery = deliverer(channel);
      delivery.send(first);
      const second = aRecord(session, { deliver: true }).reply;
      await stage.stores.messages.post(second, true);
      delivery.send({ session, message: second });
      await stage.stores.messages.update({ ...second, text: "changed", version: 2 }, true);
      delivery.kick();
      open();
      await vi.waitFor(() => expect(texts()).toEqual([first.message.text, "changed"]));
      await delivery.stop();
    });
  });

  describe("a reply that is half written", () => {
    let channel: StreamingChannel;
    let message: ChatMessage;
    beforeEach(() => {
      channel = new StreamingChannel();
      channel.streams = false;
      const at = stage.clock.now().toISOString();
      message = ownMessage({
        id: stage.ids.next("message"),
        session_id: session.id,
        text: "Half",
        at,
        blocks: [],
      });
    });
    const kept = () => stage.stores.drafts.begin(message.id, session.id, stage.clock.now());
    const write = (delivery: Deliverer) =>
      delivery.write({ place: session.place, person_id: "ada", message });

    test("is taken away also where the platform is away for a moment", async () => {
      const delivery = deliverer(channel);
      write(delivery);
      await soon(() => expect(channel.seen()).toEqual(["Half"]));
      const remove = channel.remove.bind(channel);
      channel.remove = async () => {
        channel.remove = remove;
        throw new Error("502");
      };
      delivery.unwrite(message.id);
      await soon(() => expect(channel.seen()).toEqual([]));
      await delivery.stop();
    });

    test("is taken away in the end where the platform is away for long", async () => {
      const delivery = deliverer(channel);
      delivery.kick();
      write(delivery);
      await soon(() => expect(channel.seen()).toEqual(["Half"]));
      const remove = channel.remove.bind(channel);
      let tries = 0;
      channel.remove = async () => {
        tries += 1;
        throw new Error("502");
      };
      delivery.unwrite(message.id);
      await soon(() => expect(tries).toBe(6));
      channel.remove = remove;
      await soon(() => {
        stage.clock.pass(60_000);
        expect(channel.seen()).toEqual([]);
      });
      await delivery.stop();
    });

    test("is taken away also where the answer to its post was lost", async () => {
      const send = channel.send.bind(channel);
      channel.send = async (...what) => {
        channel.send = send;
        await send(...what);
        throw new Error("timeout");
      };
      const delivery = deliverer(channel);
      write(delivery);
      await soon(() => expect(channel.seen()).toEqual(["Half"]));
      delivery.unwrite(message.id);
      await soon(() => expect(channel.seen()).toEqual([]));
      await delivery.stop();
    });

    test("is kept in mind no longer than it takes", async () => {
      const { drafts, messages } = stage.stores;
      let broken = true;
      const forget: typeof drafts.forget = async (id) => {
        if (broken) throw away();
        return drafts.forget(id);
      };
      const delivery = deliverer(channel, { drafts: { ...drafts, forget } });
      write(delivery);
      await soon(() => expect(channel.seen()).toEqual(["Half"]));
      await messages.post({ ...message, text: "Whole" }, true);
      delivery.kick();
      await soon(() => expect(channel.seen()).toEqual(["Whole"]));
      broken = false;
      stage.clock.pass(11 * 60_000);
      await vi.waitFor(async () => expect(await kept()).toBeUndefined());
      await delivery.stop();
    });

    test("is kept in mind no longer where it is given up", async () => {
      const delivery = deliverer(channel);
      write(delivery);
      await soon(() => expect(channel.seen()).toEqual(["Half"]));
      channel.edit = async () => {
        throw Object.assign(new Error("too strange"), { final: true });
      };
      await stage.stores.messages.post({ ...message, text: "Whole" }, true);
      await delivery.drain();
      await delivery.stop();
      expect(await stage.stores.deliveries.nextDue()).toBeUndefined();
      expect(await kept()).toBeUndefined();
    });
  });
});
