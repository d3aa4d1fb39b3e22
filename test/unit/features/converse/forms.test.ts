import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { InboundEvent, Person } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

type Part = (InboundEvent & { type: "form" })["part"];

const ADA: Person = { id: "ada", name: "Ada", role: "producer" };
const BO: Person = { id: "bo", name: "Bo", role: "producer" };
/** A platform that takes everything it is sent. */
const discord = {
  name: "discord",
  delivery: "send",
  send: async () => "1",
  edit: async () => "1",
  typing: () => undefined,
} as unknown as Platform;

let stage: Stage;
let session: Session;
let studio: Studio;
let serial = 0;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
const open = () =>
  new Studio(stage, undefined, undefined, { platform: (name) => (name === "discord" ? discord : undefined) });
beforeEach(async () => {
  session = await stage.session("discord");
  studio = open();
});

/** The form that answers a command. */
async function ask(text: string): Promise<string> {
  const view = await studio.say(session, text);
  const form = view.reply.blocks.find((block) => block.type === "form");
  if (form?.type !== "form") throw new Error(`no form: ${view.reply.text}`);
  return form.form_id;
}

async function send(
  form_id: string,
  values: Record<string, string>,
  part?: Part,
  person = ADA,
): Promise<TurnView & { readonly event_id: string }> {
  serial += 1;
  const id = `discord:interaction:${serial}`;
  const at = stage.clock.now().toISOString();
  const base = { id, place: session.place, person, at };
  await studio.product.receiver.receive({
    ...base,
    type: "form",
    form_id,
    values,
    ...(part ? { part } : {}),
  });
  const view = await studio.product.receiver.finished(id, 10_000);
  if (!view) throw new Error("no answer");
  return { ...view, event_id: id };
}

const page = (number: number, before?: string, last = number === 1): Part => ({
  page: number,
  pages: 2,
  last,
  ...(before === undefined ? {} : { before }),
});
const people = () => stage.stores.bible.list(session.project_id, { kind: "character", limit: 10 });

test("nothing is written before the last page, and then all of it at once, a restart in between or not", async () => {
  const form = await ask("/character create");
  const first = await send(form, { name: "Maya", age: "54" }, page(0));
  expect(first).toMatchObject({ private: true, changes: [] });
  expect(first.reply.text).toBe("Page 1 of 2 is kept. Nothing is written before you save the whole form.");
  expect(await people()).toEqual([]);
  studio = open();
  const saved = await send(form, { occupation: "surgeon" }, page(1, first.event_id));
  expect(saved.private).toBeUndefined();
  expect(
    (await people()).map(({ name, facts }) => [name, facts.age?.value, facts.occupation?.value]),
  ).toEqual([["Maya", 54, "surgeon"]]);
});

test("what is wrong is told alone, with nothing written, and mending it needs only what is wrong", async () => {
  const form = await ask("/character create");
  const wrong = await send(form, { name: "Iris", age: "old" });
  expect(wrong).toMatchObject({ private: true, changes: [], error: { code: "invalid" } });
  expect(wrong.reply.text).toContain("age");
  expect(await people()).toEqual([]);
  expect(await studio.product.receiver.typed?.(wrong.event_id, ADA.id)).toEqual({ name: "Iris", age: "old" });
  await send(form, { age: "31" }, { page: 0, pages: 1, last: true, before: wrong.event_id });
  expect((await people()).map(({ name, facts }) => [name, facts.age?.value])).toEqual([["Iris", 31]]);
});

test("somebody else's pages are not theirs to save, nor to see", async () => {
  const form = await ask("/character create");
  const first = await send(form, { name: "Noor" }, page(0));
  const theirs = await send(form, { age: "40" }, page(1, first.event_id), BO);
  expect(theirs).toMatchObject({ private: true, error: { code: "not_found" } });
  expect(await people()).toEqual([]);
  expect(await studio.product.receiver.typed?.(first.event_id, BO.id)).toBeUndefined();
});

test("a form of an entry that is gone says so in one line", async () => {
  const made = await studio.say(session, "/character create Otto age=30");
  const id = made.changes[0]?.entry_id ?? "";
  const form = await ask(`/character edit ${id}`);
  await studio.say(session, "/character remove Otto");
  const late = await send(form, { age: "31" });
  expect(late).toMatchObject({ private: true, changes: [], error: { code: "not_found" } });
  expect(late.reply.text.split("\n")).toHaveLength(1);
});
