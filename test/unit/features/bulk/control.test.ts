import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { ProgressBlock } from "../../../../src/chat/reply.ts";
import { resolveControl } from "../../../../src/features/bulk/controls.ts";
import { BulkRoom } from "../../../support/bulk-room.ts";
import { Stage } from "../../../support/stage.ts";

const BO: Person = { id: "bo", name: "Bo", role: "writer" };
const CY: Person = { id: "cy", name: "Cy", role: "writer" };

describe("bulk work under control", () => {
  let stage: Stage;
  let room: BulkRoom;
  beforeEach(async () => {
    stage = await Stage.open();
    room = await BulkRoom.open(stage);
  });
  afterEach(async () => {
    room.progress.stop();
    await stage.close();
  });

  const controls = async (messageId: string) =>
    (await stage.stores.messages.get(messageId))?.blocks.flatMap((block) =>
      block.type === "choices" ? block.choices.map(({ label }) => label) : [],
    );
  const shown = async (messageId: string) =>
    (await stage.stores.messages.get(messageId))?.blocks.find(
      (block): block is ProgressBlock => block.type === "progress",
    );
  const read = (id: string) => stage.stores.operations.get(id);
  const pass = async () => {
    for (let second = 0; second < 4; second += 1) {
      stage.clock.pass(1_000);
      await room.settle();
    }
  };

  test("Pause lets what runs end and keeps the rest; Resume makes exactly what is left", async () => {
    const { id, messageId } = await room.start(6);
    expect(await controls(messageId)).toEqual(["Pause", "Cancel", "Details"]);
    const gate = Promise.withResolvers<void>();
    room.draft = async ({ index }) => {
      await gate.promise;
      return { name: `Person ${index}` };
    };
    const [job] = room.queue.waiting.splice(0, 1);
    const running = job && room.items.run(job, room.queue.runOf(job));
    await room.settle();
    const paused = await room.act((turn) => room.bulk.pause(turn, id));
    expect(paused.reply.text).toContain("what runs now is finished");
    gate.resolve();
    await running;
    await room.queue.runAll(room.items.run);
    await pass();
    expect(await read(id)).toMatchObject({ status: "paused", progress: { completed: 1 } });
    expect(await shown(messageId)).toMatchObject({ status: "paused", completed: 1 });
    expect(await controls(messageId)).toEqual(["Resume", "Cancel", "Details"]);
    expect((await room.act((turn) => room.bulk.pause(turn, id))).reply.text).toContain("paused already");
    const resumed = await room.act((turn) => room.bulk.resume(turn, id));
    expect(resumed.reply.text).toContain("the 5 characters that are left");
    await room.queue.runAll(room.items.run);
    await pass();
    expect(await read(id)).toMatchObject({ status: "completed", progress: { completed: 6 } });
    expect(await stage.stores.bible.list(room.session.project_id, { limit: 20 })).toHaveLength(6);
  });

  test("a pause survives a restart: recovery begins nothing, and Resume goes on", async () => {
    const { id, messageId } = await room.start(4);
    await room.runSome(1);
    await room.act((turn) => room.bulk.pause(turn, id));
    room.queue.lose();
    await room.bulk.recover();
    expect(room.queue.waiting).toEqual([]);
    expect(await shown(messageId)).toMatchObject({ status: "paused", completed: 1 });
    await room.act((turn) => room.bulk.resume(turn, id));
    expect(room.queue.waiting).toHaveLength(3);
    await room.queue.runAll(room.items.run);
    expect(await read(id)).toMatchObject({ status: "completed", progress: { completed: 4 } });
  });

  test("after Resume, jobs from before the pause do nothing, so that no item is written twice", async () => {
    const { id } = await room.start(3);
    const old = [...room.queue.waiting];
    await room.act((turn) => room.bulk.pause(turn, id));
    await room.act((turn) => room.bulk.resume(turn, id));
    let drafts = 0;
    room.draft = async ({ index }) => {
      drafts += 1;
      return { name: `Person ${index}` };
    };
    for (const job of old) await room.items.run(job, room.queue.runOf(job));
    await room.items.lost(old[0]?.id ?? "", "it was interrupted too often");
    expect(drafts).toBe(0);
    await room.queue.runAll(room.items.run);
    expect(drafts).toBe(3);
    expect(await read(id)).toMatchObject({ status: "completed", progress: { completed: 3, failed: 0 } });
  });

  test("Cancel stops a paused operation, too, and offers to take back what is kept", async () => {
    const { id, messageId } = await room.start(3);
    await room.runSome(1);
    await room.act((turn) => room.bulk.pause(turn, id));
    const view = await room.act((turn) => room.bulk.cancel(turn, id));
    expect(view.reply.text).toContain("1 of 3 characters were made and are kept");
    expect(
      view.reply.blocks.flatMap((block) => (block.type === "choices" ? block.choices : [])),
    ).toMatchObject([{ label: "Undo all" }]);
    expect(await controls(messageId)).toEqual(["Undo all", "Details"]);
  });

  test("Cancel aborts what runs at once, also where its job is known under another name", async () => {
    const { id } = await room.start(2);
    const aborted = Promise.withResolvers<void>();
    room.draft = (_request, signal) =>
      new Promise((_, reject) =>
        signal?.addEventListener("abort", () => {
          aborted.resolve();
          reject(signal.reason);
        }),
      );
    const [job] = room.queue.waiting.splice(0, 1);
    const run = { attempt: 1, attempts: 4, signal: new AbortController().signal };
    const running = job && room.items.run(job, run);
    await room.settle();
    await room.act((turn) => room.bulk.cancel(turn, id));
    await aborted.promise;
    await running;
    expect(await read(id)).toMatchObject({ status: "cancelled", progress: { cancelled: 2, failed: 0 } });
  });

  test("who started it and producers act on it; others are told why and nothing happens", async () => {
    const { id } = await room.start(2, { person: BO });
    for (const act of ["pause", "resume", "cancel", "retry"] as const) {
      const view = await room.act((turn) => room.bulk[act](turn, id), { person: CY });
      expect(view.error).toMatchObject({
        code: "forbidden",
        message: expect.stringContaining("Only Bo or a producer"),
      });
    }
    const undo = await room.act(
      async (turn) => {
        await room.bulk.mayUndo(turn, id);
        return { blocks: [] };
      },
      { person: CY },
    );
    expect(undo.error).toMatchObject({ code: "forbidden" });
    expect(await read(id)).toMatchObject({ status: "pending" });
    await room.act((turn) => room.bulk.pause(turn, id), { person: BO });
    expect(await read(id)).toMatchObject({ status: "paused" });
    await room.act((turn) => room.bulk.cancel(turn, id));
    expect(await read(id)).toMatchObject({ status: "cancelled" });
  });

  test("what a button says is what it does", async () => {
    const { id } = await room.start(1);
    expect(resolveControl(`opc_${id}_pause_0`)).toEqual({
      type: "command",
      command: "jobs",
      options: { action: "pause", operation: id },
    });
    expect(resolveControl(`opc_${id}_details_0.1.2.0`)?.options).toMatchObject({ action: "details" });
    expect(resolveControl(`opc_${id}_explode_0`)).toBeUndefined();
  });
});
