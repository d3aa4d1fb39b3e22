import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProgressBlock } from "../../../../src/chat/reply.ts";
import type { Skill } from "../../../../src/chat/skill.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { type Bulk, createBulk } from "../../../../src/features/bulk/bulk.ts";
import type { BulkParts } from "../../../../src/features/bulk/parts.ts";
import { Progress } from "../../../../src/features/bulk/progress.ts";
import { createItemRunner } from "../../../../src/features/bulk/run-item.ts";
import type { DraftRequest, Model } from "../../../../src/ports/model.ts";
import { converse, deafModel } from "../../../support/conversation.ts";
import { HandQueue } from "../../../support/hand-queue.ts";
import { Stage, silent } from "../../../support/stage.ts";

describe("an operation", () => {
  let stage: Stage;
  let session: Session;
  let queue: HandQueue;
  let info: Model["info"];
  let draft: (request: DraftRequest) => Promise<Record<string, string>>;

  beforeEach(async () => {
    stage = await Stage.open();
    session = await stage.session();
    queue = new HandQueue();
    // A language model: each item is a job of its own.
    info = { name: "model", offline: false };
    draft = async ({ index, attempt }) => ({ name: `Person ${index}${"b".repeat(attempt)}` });
  });
  afterEach(() => stage.close());

  const build = () => {
    const model: Model = { ...deafModel, info, draft: (request) => draft(request) };
    const parts: BulkParts = {
      ...stage.stores,
      queue,
      // Nothing here makes a file.
      blobs: undefined as never,
      model,
      bus: stage.bus,
      clock: stage.clock,
      ids: stage.ids,
      logger: silent,
      sends: () => false,
      editEveryMs: () => 0,
      kickDelivery: () => {},
    };
    const progress = new Progress(parts);
    const bulk = createBulk(parts, progress);
    const items = createItemRunner(parts, progress);
    return { bulk, progress, items };
  };

  /** Says something to a conversation whose only skill does what the text asks of bulk. */
  const say = async (bulk: Bulk, text: string) => {
    const skill: Skill = {
      name: "bulk",
      claims: () => true,
      run: async (turn) => {
        const [verb = "", one = "", two = ""] = text.split(" ");
        if (verb === "cancel") return bulk.cancel(turn, one);
        if (verb === "retry") return bulk.retry(turn, one);
        return bulk.start(turn, one, two, "");
      },
    };
    const { receiver, conductor, views } = converse(stage, [skill]);
    const event = stage.said(session, text);
    await receiver.receive(event);
    await conductor.drain();
    const view = views.get(event.id);
    if (!view) throw new Error("no answer");
    return view;
  };
  const start = async (bulk: Bulk, count: number) => {
    const view = await say(bulk, `make characters ${count}`);
    if (!view.operation) throw new Error(view.reply.text);
    return { id: view.operation.id, messageId: view.message_id };
  };
  const names = async () =>
    (await stage.stores.bible.list(session.project_id, { kind: "character", limit: 100 })).map(
      (entry) => entry.name,
    );
  const shown = async (messageId: string) =>
    (await stage.stores.messages.get(messageId))?.blocks.find(
      (block): block is ProgressBlock => block.type === "progress",
    );
  const settle = async () => {
    for (let round = 0; round < 5; round += 1) {
      stage.clock.pass(1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  test("makes exactly what was asked for, and its one message says so at the end", async () => {
    const { bulk, items } = build();
    const { id, messageId } = await start(bulk, 5);
    expect(await shown(messageId)).toMatchObject({ status: "pending", completed: 0, total: 5 });
    await queue.runAll(items.run);
    await settle();
    expect(await names()).toEqual(["Person 0", "Person 1", "Person 2", "Person 3", "Person 4"]);
    expect(await shown(messageId)).toMatchObject({
      status: "completed",
      completed: 5,
      total: 5,
      names: expect.arrayContaining(["Person 0", "Person 4"]),
    });
    expect(await stage.stores.operations.get(id)).toMatchObject({ status: "completed", shown: true });
    expect(
      (await stage.stores.messages.page(session.id, 100)).filter((message) => message.role === "backlot"),
    ).toHaveLength(1);
  });

  test("a job delivered twice makes one entry", async () => {
    const { bulk, items } = build();
    await start(bulk, 3);
    const jobs = [...queue.waiting];
    for (const job of [...jobs, ...jobs]) await items.run(job, queue.runOf(job));
    expect(await names()).toHaveLength(3);
  });

  test("a name that is taken is drawn again", async () => {
    draft = async ({ index, attempt }) => ({ name: attempt === 0 ? "Same" : `Person ${index}${attempt}` });
    const { bulk, items } = build();
    await start(bulk, 3);
    await queue.runAll(items.run);
    expect(new Set(await names()).size).toBe(3);
  });

  test("some fail: the rest is kept, the message says why, and Retry failed makes only those", async () => {
    let healthy = false;
    draft = async ({ index }) => {
      if (index % 2 === 1 && !healthy)
        throw new AppError("unavailable", "the model was busy", { retryable: true });
      return { name: `Person ${index}` };
    };
    const { bulk, items } = build();
    const { id, messageId } = await start(bulk, 4);
    await queue.runAll(items.run);
    await settle();
    expect(await shown(messageId)).toMatchObject({
      status: "completed",
      completed: 2,
      failed: 2,
      failures: [{ error: "the model was busy", count: 2 }],
    });
    const before = (await stage.stores.bible.list(session.project_id, { limit: 10 })).map(
      (entry) => entry.id,
    );
    healthy = true;
    await say(bulk, `retry ${id}`);
    expect(queue.waiting.map((job) => job.id)).toEqual([`${id}.1.1-1`, `${id}.1.3-3`]);
    await queue.runAll(items.run);
    await settle();
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 4, failed: 0 });
    const after = (await stage.stores.bible.list(session.project_id, { limit: 10 })).map((entry) => entry.id);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(4);
  });

  test("Cancel keeps what is done and stops the rest, also what runs", async () => {
    const { bulk, items } = build();
    const { id, messageId } = await start(bulk, 5);
    const [first, second, ...rest] = queue.waiting;
    if (!first || !second) throw new Error("no jobs");
    await items.run(first, queue.runOf(first));
    const gate = Promise.withResolvers<void>();
    draft = async ({ index }) => {
      await gate.promise;
      return { name: `Late ${index}` };
    };
    const running = items.run(second, queue.runOf(second));
    const view = await say(bulk, `cancel ${id}`);
    gate.resolve();
    await running;
    for (const job of rest) await items.run(job, queue.runOf(job));
    await settle();
    expect(view.reply.text).toContain("1 of 5 characters");
    expect(await names()).toEqual(["Person 0"]);
    expect(await shown(messageId)).toMatchObject({ status: "cancelled", completed: 1, cancelled: 4 });
    expect((await say(bulk, `cancel ${id}`)).reply.text).toContain("already ended");
  });

  test("a process that dies in the middle: the next one queues what is missing and ends the message", async () => {
    const first = build();
    const { id, messageId } = await start(first.bulk, 4);
    const [job] = queue.waiting;
    if (!job) throw new Error("no jobs");
    await first.items.run(job, queue.runOf(job));
    queue.lose();
    const next = build();
    await next.bulk.recover();
    expect(queue.waiting.map((waiting) => waiting.id)).toEqual(
      [1, 2, 3].map((index) => `${id}.0.${index}-${index}`),
    );
    await queue.runAll(next.items.run);
    await settle();
    expect(await names()).toHaveLength(4);
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 4 });
  });

  test("offline a job carries many items: each still stands alone when one fails or is made already", async () => {
    info = { name: "offline", offline: true };
    let broken = true;
    draft = async ({ index }) => {
      if (index === 3 && broken) throw new Error("not now");
      return { name: `Person ${index}` };
    };
    const { bulk, items } = build();
    const { id, messageId } = await start(bulk, 27);
    expect(queue.waiting.map((job) => job.id)).toEqual([`${id}.0.0-24`, `${id}.0.25-26`]);
    const [first, second] = queue.waiting;
    if (!first || !second) throw new Error("no jobs");
    await expect(items.run(first, queue.runOf(first))).rejects.toThrow("not now");
    expect(await names()).toHaveLength(24);
    broken = false;
    await items.run(first, queue.runOf(first, 2));
    await items.run(first, queue.runOf(first));
    await items.run(second, queue.runOf(second));
    await settle();
    expect(await names()).toHaveLength(27);
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 27, failed: 0 });
  });

  test("a job that stalled too often fails only what it had not made", async () => {
    info = { name: "offline", offline: true };
    draft = async ({ index }) => {
      if (index > 1) throw new Error("not now");
      return { name: `Person ${index}` };
    };
    const { bulk, items } = build();
    const { messageId } = await start(bulk, 4);
    const [job] = queue.waiting;
    if (!job) throw new Error("no job");
    await items.run(job, queue.runOf(job)).catch(() => {});
    await items.lost(job.id, "it was interrupted too often");
    await settle();
    expect(await shown(messageId)).toMatchObject({ status: "completed", completed: 2, failed: 2 });
  });

  test("an ending that was never shown is shown by the next process", async () => {
    const first = build();
    const { messageId } = await start(first.bulk, 2);
    await queue.runAll(first.items.run);
    first.progress.stop();
    expect((await shown(messageId))?.status).toBe("pending");
    await build().bulk.recover();
    expect(await shown(messageId)).toMatchObject({ status: "completed", names: ["Person 0", "Person 1"] });
  });

  test("an operation of another project cannot be touched", async () => {
    const { bulk } = build();
    const { id } = await start(bulk, 2);
    session = await stage.session();
    expect((await say(bulk, `cancel ${id}`)).error).toMatchObject({ code: "not_found" });
    expect(await stage.stores.operations.get(id)).toMatchObject({ status: "pending" });
  });

  test("names that never come free fail the item in plain words", async () => {
    draft = async () => ({ name: "Same" });
    const { bulk, items } = build();
    const { messageId } = await start(bulk, 2);
    await queue.runAll(items.run);
    await settle();
    expect(await shown(messageId)).toMatchObject({
      completed: 1,
      failed: 1,
      failures: [{ error: expect.stringContaining("no free name") }],
    });
  });
});
