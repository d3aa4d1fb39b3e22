import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Receiver, status } from "../../adapters/webhook/receiver.ts";
import { definitionOf, HookRoom } from "./room.ts";

const SARAH = "Create Sarah, a 28 year old journalist who is the lead";
const JOHN = "Create John, a 30 year old nurse";

describe("a step that becomes complete", () => {
  let room: HookRoom;
  let receiver: Receiver;
  beforeEach(async () => {
    room = await HookRoom.open();
    receiver = await new Receiver().open();
  });
  afterEach(async () => {
    await room.close();
    await receiver.close();
  });
  const hook = (path?: string) => `{ webhook: "${receiver.url(path)}" }`;

  test("calls its webhook once, by data or by hand, and tells so", async () => {
    room.workflow = definitionOf([hook()], [hook("/locked")]);
    await room.say(SARAH);
    await room.work();
    expect(receiver.received).toEqual([]);
    const view = await room.say(JOHN);
    await room.work();
    const [run] = await room.runs();
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toEqual({
      event: "step.completed",
      id: run?.id,
      project: { id: room.session.project_id, title: "Night Shift" },
      step: { id: "characters", name: "Characters" },
      by: "ada",
      at: run?.at,
    });
    expect(run).toMatchObject({
      status: "done",
      turn_id: view.turn_id,
      attempts: 1,
      by_name: "Ada",
      told: true,
    });
    expect((await room.notice())?.text).toBe("The webhook for Characters was called.");
    await room.say("Create Mia, a 40 year old doctor");
    await room.say("/workflow complete lock");
    await room.work();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/hook", "/locked"]);
  });

  test("runs nothing when it is skipped", async () => {
    room.workflow = definitionOf([hook()]);
    await room.say('/workflow skip characters "they are all improvised"');
    await room.work();
    expect(await room.runs()).toEqual([]);
  });

  test("an undo and a redo complete nothing anew; making it again does", async () => {
    room.workflow = definitionOf([hook()]);
    await room.say(SARAH);
    await room.say(JOHN);
    await room.say("/undo");
    await room.say("/redo");
    await room.work();
    expect(receiver.received).toHaveLength(1);
    await room.say("/undo");
    await room.say("Create Mia, a 40 year old doctor");
    await room.work();
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(2);
  });

  test("a server that comes back is told; one that does not is named, with a way to try again", async () => {
    room.workflow = definitionOf([hook("/hook?key=very-secret")]);
    receiver.answers = [status(500), status(200)];
    await room.say(SARAH);
    await room.say(JOHN);
    await room.work();
    expect(await room.runs()).toMatchObject([{ status: "done", attempts: 2 }]);
    expect((await room.runs())[0]?.error).toBeUndefined();

    await room.say("/undo");
    receiver.answers = [status(500)];
    await room.say("Create Mia, a 40 year old doctor");
    await room.work();
    expect((await room.runs())[0]).toMatchObject({ status: "failed", attempts: 5, error: "it answered 500" });
    const notice = await room.notice();
    expect(notice?.text).toBe(
      "The webhook for Characters could not be reached after 5 tries: it answered 500.",
    );
    const listed = await room.say("/workflow hooks");
    expect(listed.reply.text).toContain("failed after 5 tries");
    expect(JSON.stringify([await room.said(), listed])).not.toContain("very-secret");
    expect(await room.say("/workflow")).toMatchObject({
      reply: { text: expect.stringContaining("Night Shift") },
    });
  });

  test("Retry is one press: it tries again, and the same message says how that went", async () => {
    room.workflow = definitionOf([hook()]);
    receiver.answers = [status(410), status(200)];
    await room.say(SARAH);
    await room.say(JOHN);
    await room.work();
    expect((await room.notice())?.text).toContain("could not be reached: it answered 410: it is gone.");
    const choices = (await room.notice())?.blocks.find((block) => block.type === "choices");
    const [again] = choices?.type === "choices" ? choices.choices : [];
    const view = await room.studio.press(room.session, again?.id ?? "");
    expect(view.reply.text).toContain("Trying the webhook for Characters again.");
    await room.studio.press(room.session, again?.id ?? "");
    await room.work();
    expect(receiver.received).toHaveLength(2);
    expect((await room.notice())?.text).toBe("The webhook for Characters was called.");
    expect((await room.said()).filter(({ id }) => id.endsWith("_hooks"))).toHaveLength(1);
    const writer = { id: "bo", name: "Bo", role: "writer" as const };
    const [run] = await room.runs();
    const refused = await room.studio.say(room.session, `/workflow retry ${run?.id}`, writer);
    expect(refused.error?.code).toBe("forbidden");
    expect((await room.say(`/workflow retry ${run?.id}`)).error?.code).toBe("conflict");
    expect((await room.say("/workflow retry hkr_none")).error?.code).toBe("not_found");
  });

  test("a process that dies between the commit and the queue, or while it runs, leaves the rest to the next one", async () => {
    room.workflow = definitionOf([hook()]);
    await room.say(SARAH);
    await room.say(JOHN);
    room.studio.queue.lose();
    expect(await room.runs()).toMatchObject([{ status: "pending" }]);
    await room.start();
    await room.studio.product.recover();
    const [job] = room.studio.queue.waiting;
    await room.work();
    expect(receiver.received).toHaveLength(1);
    await room.start();
    await room.studio.product.recover();
    if (job) await room.studio.queue.add([job, job]);
    await room.work();
    expect(receiver.received).toHaveLength(1);

    const [run] = await room.runs();
    if (run) await room.stage.stores.hooks.put({ ...run, status: "running", told: false });
    await room.start();
    await room.studio.product.recover();
    await room.work();
    expect(receiver.received.map(({ headers }) => headers["webhook-id"])).toEqual([run?.id, run?.id]);
  });

  test("an ending that nobody was told is told by the next process", async () => {
    room.workflow = definitionOf([hook()]);
    await room.say(SARAH);
    await room.say(JOHN);
    const [run] = await room.runs();
    room.studio.queue.lose();
    if (run) await room.stage.stores.hooks.put({ ...run, status: "done", told: false });
    await room.start();
    await room.studio.product.recover();
    await room.work();
    expect(receiver.received).toEqual([]);
    expect((await room.notice())?.text).toBe("The webhook for Characters was called.");
  });
});
