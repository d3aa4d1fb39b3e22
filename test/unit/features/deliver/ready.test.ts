import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ReadyReply } from "../../../../src/chat/ready-reply.ts";
import { createDeliverer, type Deliverer } from "../../../../src/features/deliver/deliverer.ts";
import type { DeliveryStore } from "../../../../src/ports/delivery-store.ts";
import { aRecord } from "../../../contract/samples.ts";
import { PostingChannel } from "../../../support/posting-channel.ts";
import { Stage, silent } from "../../../support/stage.ts";

describe("a reply that is handed over when it is stored", () => {
  let stage: Stage;
  let channel: PostingChannel;
  let reads: number;
  beforeEach(async () => {
    stage = await Stage.open();
    channel = new PostingChannel();
    reads = 0;
  });
  afterEach(() => stage.close());

  const deliverer = (over: Partial<DeliveryStore> = {}): Deliverer => {
    const { deliveries } = stage.stores;
    const due: DeliveryStore["due"] = (...asked) => {
      reads += 1;
      return deliveries.due(...asked);
    };
    const { bus, clock, stores } = stage;
    return createDeliverer({
      ...stores,
      deliveries: { ...deliveries, due, ...over },
      platform: () => channel,
      bus,
      clock,
      logger: silent,
    });
  };
  const stored = async (): Promise<ReadyReply> => {
    const session = await stage.session("discord");
    const record = aRecord(session, { deliver: true });
    expect(await stage.stores.turns.commit(record)).toEqual({ clear: true });
    return { session, message: record.reply };
  };

  test("is posted without a look into the outbox, and not again by the next process", async () => {
    const reply = await stored();
    const delivery = deliverer();
    delivery.send(reply);
    await delivery.stop();
    expect([...channel.posts.values()]).toEqual([reply.message.text]);
    expect(reads).toBe(0);
    await deliverer().drain();
    expect(channel.sends).toBe(1);
  });

  test("is posted once, also where the outbox is read meanwhile and it is delivered before that ends", async () => {
    const reply = await stored();
    const { promise: delivered, resolve } = Promise.withResolvers<void>();
    const { deliveries } = stage.stores;
    const delivery: Deliverer = deliverer({
      due: async (...asked) => {
        const rows = await deliveries.due(...asked);
        if (rows.length > 0) {
          delivery.send(reply);
          await delivered;
        }
        return rows;
      },
      delivered: async (...how) => {
        await deliveries.delivered(...how);
        resolve();
      },
    });
    await delivery.drain();
    expect(channel.sends).toBe(1);
  });

  test("comes later where its channel asks to wait", async () => {
    const reply = await stored();
    channel.failures = [{ error: "rate limited", retryAfterMs: 5_000 }];
    const delivery = deliverer();
    delivery.send(reply);
    await delivery.drain();
    expect(channel.posts.size).toBe(0);
    stage.clock.pass(6_000);
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual([reply.message.text]);
  });

  test("that was changed while it waited for its turn is posted as it is then", async () => {
    const first = await stored();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    channel.hangs.set(first.session.place.channel, gate);
    const delivery = deliverer();
    delivery.send(first);
    const second = aRecord(first.session, { deliver: true }).reply;
    await stage.stores.messages.post(second, true);
    delivery.send({ session: first.session, message: second });
    await stage.stores.messages.update({ ...second, text: "changed", version: 2 }, true);
    stage.clock.pass(1_000);
    open();
    await delivery.drain();
    expect([...channel.posts.values()]).toEqual([first.message.text, "changed"]);
  });
});
