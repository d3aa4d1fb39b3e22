import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Session } from "../../../../src/domain/session.ts";
import type { Mark, Platform } from "../../../../src/ports/platform.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

let stage: Stage;
let session: Session;
let studio: Studio;
let marks: string[];
beforeEach(async () => {
  stage = await Stage.open();
  session = await stage.session("discord");
  marks = [];
  const note = async (_place: unknown, id: string, mark: Mark) => void marks.push(`${id} ${mark}`);
  const platform: Platform = {
    name: "discord",
    delivery: "send",
    editEveryMs: 0,
    start: async () => {},
    send: async (_place, { id }) => id,
    edit: async (_place, id) => id,
    typing: () => undefined,
    marking: { set: note, unset: note },
    check: async () => {},
    stop: async () => {},
  };
  studio = new Studio(stage, undefined, undefined, { platform: () => platform });
});
afterEach(async () => {
  await studio.product.stop();
  await stage.close();
});

const say = async (id: string, text: string) => {
  const event = {
    ...stage.said(session, text),
    platform_id: id,
    person: { id: "ada", name: "Ada", role: "producer" as const },
  };
  await studio.product.receiver.receive(event);
  return studio.product.receiver.finished(event.id, 10_000);
};

test("what is saved to the bible is marked, what is only talk is not", async () => {
  await say("m1", "Hello there");
  await say("m2", "Create a character named Sarah, a 28-year-old journalist");
  await vi.waitFor(() => expect(marks).toEqual(["m2 saved"]));
});

test("/project receipts off sets no marks from then on, and on does again", async () => {
  expect((await say("m1", "/project receipts off"))?.reply.text).toContain("no marks");
  await say("m2", "Create a character named Sarah, a 28-year-old journalist");
  await say("m3", "/project receipts on");
  await say("m4", "Create a character named John, a nurse");
  await vi.waitFor(() => expect(marks.at(-1)).toBe("m4 saved"));
  expect(marks.some((mark) => mark.startsWith("m2"))).toBe(false);
});
