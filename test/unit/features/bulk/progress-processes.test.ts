import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProgressBlock } from "../../../../src/chat/reply.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage } from "../../../support/stage.ts";

/** Two processes over the same stores, which hear one another. */
describe("the message of an operation that several processes work on", () => {
  let stage: Stage;
  let between: (() => Promise<void>) | undefined;
  let one: BulkRoom;
  let two: BulkRoom;

  beforeEach(async () => {
    stage = await Stage.open();
    const { operations } = stage.stores;
    between = undefined;
    const pace = { sends: () => true, editEveryMs: () => 1_000 };
    one = await BulkRoom.open(stage, {
      ...pace,
      operations: {
        ...operations,
        get: async (id) => {
          const read = await operations.get(id);
          const meanwhile = between;
          between = undefined;
          await meanwhile?.();
          return read;
        },
      },
    });
    two = await BulkRoom.open(stage, pace);
  });
  afterEach(async () => {
    one.progress.stop();
    two.progress.stop();
    await stage.close();
  });

  const shown = async (messageId: string): Promise<ProgressBlock | undefined> =>
    (await stage.stores.messages.get(messageId))?.blocks.find(
      (block): block is ProgressBlock => block.type === "progress",
    );
  const versionOf = async (messageId: string) => (await stage.stores.messages.get(messageId))?.version;
  /** The other process takes so many of the jobs. */
  const work = async (room: BulkRoom, count: number) => {
    for (const job of one.queue.waiting.splice(0, count)) await room.items.run(job, one.queue.runOf(job));
  };

  test("never goes back from its end to what was read before", async () => {
    const { id, messageId } = await one.start(4);
    await one.progress.show(id);
    await work(one, 2);
    between = async () => {
      await work(two, 2);
      await two.progress.show(id);
      expect(await shown(messageId)).toMatchObject({ status: "completed" });
    };
    await one.progress.show(id);
    stage.clock.pass(5_000);
    await one.settle();
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 4 });
  });

  test("is written as often as one process would, whoever makes the items", async () => {
    const { id, messageId } = await one.start(40);
    const before = (await versionOf(messageId)) ?? 0;
    for (let second = 0; second < 10; second += 1) {
      for (const room of [one, two]) await work(room, 1);
      for (let step = 0; step < 4; step += 1) {
        stage.clock.pass(250);
        await one.settle();
        await two.settle();
      }
    }
    expect((await stage.stores.operations.get(id))?.progress.completed).toBe(20);
    const written = ((await versionOf(messageId)) ?? 0) - before;
    expect(written).toBeGreaterThan(5);
    expect(written).toBeLessThanOrEqual(12);
  });

  test("names who was made last by any of them", async () => {
    const { id, messageId } = await one.start(6);
    await work(one, 2);
    await work(two, 2);
    await work(one, 1);
    await one.progress.show(id);
    const made = await stage.stores.operations.items(id, { status: ["completed"] });
    const text = (await stage.stores.messages.get(messageId))?.text ?? "";
    for (const { name } of made) expect(text).toContain(name);
    expect(made).toHaveLength(5);
  });

  test("is let go by all once it has ended: nobody writes it again", async () => {
    const { id, messageId } = await one.start(2);
    await work(one, 1);
    await work(two, 1);
    stage.clock.pass(5_000);
    await two.settle();
    await one.settle();
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 2 });
    const version = await versionOf(messageId);
    stage.clock.pass(60_000);
    await one.settle();
    await two.settle();
    expect(await versionOf(messageId)).toBe(version);
    expect((await stage.stores.operations.get(id))?.shown).toBe(true);
  });
});
