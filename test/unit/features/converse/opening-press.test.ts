import { afterAll, beforeAll, expect, test } from "vitest";
import type { Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const talkOn = async (delivery: Platform["delivery"]) => {
  const session = await stage.session(delivery === "send" ? "discord" : "web");
  const room = {
    name: session.place.platform,
    delivery,
    send: async () => "1",
    edit: async () => "1",
    typing: () => undefined,
  } as unknown as Platform;
  const studio = new Studio(stage, undefined, undefined, { platform: () => room });
  const said = await studio.say(session, "Create a character named Maya, a surgeon");
  const edit = said.choices.find(({ label }) => label === "Edit Maya");
  const press = () => studio.press(session, edit?.id ?? "");
  const shown = async () => (await stage.stores.messages.get(said.reply.message_id))?.version;
  return { session, studio, press, shown };
};

test("Edit opens a form before whoever presses, as often as they like, and posts nothing", async () => {
  const { studio, session, press, shown } = await talkOn("send");
  const version = await shown();
  for (const _ of ["once", "again"]) {
    const view = await press();
    expect(view).toMatchObject({ opened: true, reply: { blocks: [{ type: "form", title: "Edit Maya" }] } });
    expect(view.private).toBeUndefined();
    // Where a platform looks the form up that it opens again, or page by page.
    expect(await stage.stores.messages.get(view.reply.message_id)).toMatchObject({
      blocks: view.reply.blocks,
    });
    const due = await stage.stores.deliveries.due(stage.clock.now(), 50);
    expect(due.map(({ message_id }) => message_id)).not.toContain(view.reply.message_id);
  }
  expect(await shown()).toBe(version);
  await studio.say(session, "/character remove Maya");
  const gone = await press();
  expect(gone.opened).toBeUndefined();
  expect(gone.error?.code).toBe("not_found");
});

test("on the page, which is read by everybody, the form stands in the talk", async () => {
  const { press } = await talkOn("feed");
  const view = await press();
  expect(view.opened).toBeUndefined();
  expect(view.reply.blocks[0]).toMatchObject({ type: "form", title: "Edit Maya" });
});

test("a command that comes to a form opens it, where a platform can, and what it cannot do is told to who gave it alone", async () => {
  const give = async (delivery: Platform["delivery"], options: Record<string, unknown>) => {
    const { studio, session } = await talkOn(delivery);
    const id = `command:${session.id}:${JSON.stringify(options)}`;
    const { receiver } = studio.product;
    const at = stage.clock.now().toISOString();
    const person = { id: "ana", name: "Ana", role: "writer" as const };
    const event = { id, place: session.place, person, at, type: "command" as const };
    await receiver.receive({ ...event, command: "character", options, text: "/character" });
    const view = await receiver.finished(id, 10_000);
    return view ?? expect.fail("no answer");
  };
  const form = { type: "form", title: "Edit Maya" };
  const opened = await give("send", { action: "edit", name: "Maya" });
  expect(opened).toMatchObject({ opened: true, reply: { blocks: [form] } });
  const due = await stage.stores.deliveries.due(stage.clock.now(), 50);
  expect(due.map(({ message_id }) => message_id)).not.toContain(opened.reply.message_id);
  expect((await give("send", { action: "create" })).opened).toBe(true);
  expect((await give("send", { action: "show", name: "Maya" })).opened).toBeUndefined();
  const unknown = await give("send", { action: "edit", name: "Nobody" });
  expect(unknown).toMatchObject({ private: true, error: { code: "not_found" } });
  expect((await give("feed", { action: "edit", name: "Nobody" })).private).toBeUndefined();
  const onPage = await give("feed", { action: "edit", name: "Maya" });
  expect(onPage.opened).toBeUndefined();
  expect(onPage.reply.blocks[0]).toMatchObject(form);
});
