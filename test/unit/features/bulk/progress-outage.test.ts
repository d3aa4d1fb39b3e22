import { expect, test } from "vitest";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage } from "../../../support/stage.ts";

test("a message that could not be written is soon, however often that was tried while the store was away", async () => {
  const stage = await Stage.open();
  let away = false;
  const { operations, messages } = stage.stores;
  const get: typeof messages.get = (id) =>
    away ? Promise.reject(new Error("the store is away")) : messages.get(id);
  const room = await BulkRoom.open(stage, { messages: { ...messages, get } });
  try {
    const { id } = await room.start(12);
    await room.runSome(1);
    await room.settle();
    away = true;
    for (let made = 1; made < 12; made += 1) {
      await room.runSome(1);
      stage.clock.pass(1);
      await room.settle();
    }
    away = false;
    expect(await operations.get(id)).toMatchObject({ status: "completed", shown: false });
    stage.clock.pass(2_000);
    await room.settle();
    expect((await operations.get(id))?.shown).toBe(true);
  } finally {
    room.progress.stop();
    await stage.close();
  }
});
