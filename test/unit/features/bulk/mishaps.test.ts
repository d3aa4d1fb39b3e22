import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ProgressBlock } from "../../../../src/chat/reply.ts";
import type { Operation } from "../../../../src/domain/operation.ts";
import { Tempo } from "../../../../src/features/bulk/tempo.ts";
import { createDeliverer } from "../../../../src/features/deliver/deliverer.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage, silent } from "../../../support/stage.ts";
import { DISCORD, StrictChannel } from "../../../support/strict-channel.ts";

describe("bulk work in a world that goes wrong", () => {
  let stage: Stage;
  let room: BulkRoom;
  let ended: (operation: Operation) => Promise<void>;
  beforeEach(async () => {
    stage = await Stage.open();
    ended = async () => {};
    room = await BulkRoom.open(stage, { editEveryMs: () => 1_000, onEnded: (operation) => ended(operation) });
  });
  afterEach(async () => {
    room.progress.stop();
    await stage.close();
  });

  const message = (id: string) => stage.stores.messages.get(id);
  const shown = async (id: string) =>
    (await message(id))?.blocks.find((block): block is ProgressBlock => block.type === "progress");
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      stage.clock.pass(1_000);
      await room.settle();
    }
  };

  test("a clock that is set back does not keep the message from moving", async () => {
    const { messageId } = await room.start(4);
    await room.runSome(1);
    await pass(2);
    expect(await shown(messageId)).toMatchObject({ completed: 1 });
    const now = stage.clock.now().getTime();
    const clock = vi.spyOn(stage.clock, "now");
    clock.mockImplementation(() => new Date(now - 3_600_000));
    await room.runSome(1);
    await pass(3);
    clock.mockRestore();
    expect(await shown(messageId)).toMatchObject({ completed: 2 });
  });

  test("a clock that is set back begins the time left anew", () => {
    const tempo = new Tempo();
    tempo.note(1, 1_000_000);
    tempo.note(2, 10_000);
    for (let item = 0; item < 5; item += 1) tempo.note(3 + item, 11_000 + item * 1_000);
    expect(tempo.secondsLeft(7, 10, 15_000)).toBe(10);
  });

  test("what follows the end is tried again at ever longer intervals, and the message is not edited for it", async () => {
    let tries = 0;
    ended = async () => {
      tries += 1;
      throw new Error("the hooks' store is away");
    };
    const { id, messageId } = await room.start(1);
    await room.queue.runAll(room.items.run);
    await pass(3);
    const { version } = (await message(messageId)) ?? {};
    await pass(60);
    expect((await message(messageId))?.version).toBe(version);
    expect(tries).toBeGreaterThan(4);
    expect(tries).toBeLessThan(10);
    ended = async () => {};
    await pass(31);
    expect(await stage.stores.operations.get(id)).toMatchObject({ shown: true });
  });

  test("an end that nobody can see is an end: what follows it is done, and recovery leaves it alone", async () => {
    let seen = 0;
    ended = async () => {
      seen += 1;
    };
    const { id } = await room.start(1);
    const read = vi.spyOn(stage.stores.messages, "get").mockResolvedValue(undefined);
    await room.queue.runAll(room.items.run);
    await pass(2);
    read.mockRestore();
    expect(seen).toBe(1);
    expect(await stage.stores.operations.unfinished()).toEqual([]);
    expect(await stage.stores.operations.get(id)).toMatchObject({ shown: true });
  });

  test("Cancel in the middle of Retry failed: what is made stays, nothing is left to try, nothing more is made", async () => {
    room.draft = async () => Promise.reject(new Error("broken"));
    const { id, messageId } = await room.start(4);
    await room.queue.runAll(room.items.run);
    expect(await stage.stores.operations.get(id)).toMatchObject({
      status: "failed",
      progress: { failed: 4 },
    });
    room.draft = async ({ index }) => ({ name: `Person ${index}` });
    await room.act((turn) => room.bulk.retry(turn, id));
    await room.runSome(1);
    const late = [...room.queue.waiting];
    const view = await room.act((turn) => room.bulk.cancel(turn, id));
    expect(view.reply.text).toContain("1 of 4 characters were made and are kept; the other 3 will not be.");
    for (const job of late) await room.items.run(job, room.queue.runOf(job));
    const retried = await room.act((turn) => room.bulk.retry(turn, id));
    expect(retried.reply.text).toContain("nothing to retry");
    await pass(2);
    const progress = { completed: 1, failed: 0, cancelled: 3, total: 4 };
    expect(await stage.stores.operations.get(id)).toMatchObject({ status: "cancelled", progress });
    expect(await shown(messageId)).toMatchObject({ status: "cancelled", completed: 1, cancelled: 3 });
    expect(await stage.stores.bible.list(room.session.project_id, { limit: 10 })).toHaveLength(1);
  });

  test("killed while it is paused, with an item half made: Resume makes each that is left, once", async () => {
    const { id } = await room.start(4);
    await room.runSome(1);
    const [half] = room.queue.waiting;
    await stage.stores.operations.begun(id, Number(/(\d+)-\d+$/.exec(half?.id ?? "")?.[1]));
    await room.act((turn) => room.bulk.pause(turn, id));
    room.queue.lose();
    const next = await BulkRoom.open(stage);
    await next.bulk.recover();
    expect(next.queue.waiting).toEqual([]);
    await room.act((turn) => next.bulk.resume(turn, id));
    expect(next.queue.waiting).toHaveLength(3);
    room.queue.waiting = [...next.queue.waiting, ...next.queue.waiting];
    await room.queue.runAll(room.items.run);
    expect(await stage.stores.operations.get(id)).toMatchObject({
      status: "completed",
      progress: { completed: 4 },
    });
    expect(await stage.stores.bible.list(room.session.project_id, { limit: 10 })).toHaveLength(4);
  });

  test("a queue that is away when work begins, or goes on, gets it when it is back", async () => {
    const add = vi.spyOn(room.queue, "add").mockRejectedValue(new Error("the queue is away"));
    const { id } = await room.start(3);
    await pass(5);
    expect(room.queue.waiting).toEqual([]);
    add.mockRestore();
    await pass(30);
    expect(room.queue.waiting).toHaveLength(3);
    await room.act((turn) => room.bulk.pause(turn, id));
    vi.spyOn(room.queue, "add").mockRejectedValueOnce(new Error("the queue is away"));
    const resumed = await room.act((turn) => room.bulk.resume(turn, id));
    expect(resumed.reply.text).toContain("Going on with the 3 characters");
    await pass(1);
    await room.queue.runAll(room.items.run);
    expect(await stage.stores.operations.get(id)).toMatchObject({ status: "completed" });
  });

  test("a channel that is gone in the middle is tried once, and the work ends all the same", async () => {
    const channel = new StrictChannel(DISCORD, stage.clock);
    const deliverer = createDeliverer({
      ...stage.stores,
      platform: () => channel,
      bus: stage.bus,
      clock: stage.clock,
      logger: silent,
    });
    const there = await BulkRoom.open(stage, {
      platform: "discord",
      sends: () => true,
      editEveryMs: () => 1_500,
      kickDelivery: () => deliverer.kick(),
      onEnded: (operation) => ended(operation),
    });
    let seen = 0;
    ended = async () => {
      seen += 1;
    };
    const { id } = await there.start(6);
    await deliverer.drain();
    const gone = Object.assign(new Error("Unknown Channel"), { final: true });
    const edit = vi.spyOn(channel, "edit").mockRejectedValue(gone);
    for (let second = 0; second < 12; second += 1) {
      await there.runSome(1);
      await pass(2);
      await deliverer.drain();
    }
    expect(edit).toHaveBeenCalledTimes(1);
    expect(await stage.stores.operations.get(id)).toMatchObject({ status: "completed", shown: true });
    expect(seen).toBe(1);
    there.progress.stop();
    await deliverer.stop();
  });

  test("a language model that is gone after a restart is told of, since its work reads otherwise", async () => {
    const { id, messageId } = await room.start(2);
    await room.runSome(1);
    await stage.stores.operations.spent(id, { input_tokens: 10, output_tokens: 1 });
    const next = await BulkRoom.open(stage, {
      model: { ...room.model, info: { name: "offline", offline: true } },
    });
    await next.bulk.recover();
    await next.queue.runAll(next.items.run);
    await pass(2);
    expect((await message(messageId))?.text).toContain("The language model is not set up any more");
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 2 });
    next.progress.stop();
  });
});
