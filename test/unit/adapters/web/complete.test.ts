import { afterAll, beforeAll, expect, test } from "vitest";
import { call } from "./caller.ts";
import { openProductRoom } from "./product-room.ts";

let room: Awaited<ReturnType<typeof openProductRoom>>;
beforeAll(async () => {
  room = await openProductRoom();
});
afterAll(() => room.close());

const ask = (body: object) =>
  call<{ suggestions: { label: string; value: string }[] }>(room, "POST", "/api/v1/chat/complete", body);

test("an option may be asked for how it goes on, and other sessions do not exist", async () => {
  const session = await room.film();
  await room.studio.say(session, "/character create Sarah");
  const asked = { session_id: session.id, command: "character", option: "name" };
  expect((await ask({ ...asked, typed: "sa", given: { action: "show" } })).body.suggestions).toEqual([
    { label: "Sarah", value: "Sarah" },
  ]);
  expect((await ask({ ...asked, option: "nothing" })).body.suggestions).toEqual([]);
  expect((await ask({ ...asked, session_id: "ses_nobody" })).status).toBe(404);
  const elsewhere = await room.stage.session("discord");
  expect((await ask({ ...asked, session_id: elsewhere.id })).status).toBe(404);
  expect((await ask({ session_id: session.id })).status).toBe(422);
});

test("commands say which options can be asked for, and which people are not offered", async () => {
  interface Told {
    commands: { name: string; options: { name: string; completed?: boolean; hidden?: boolean }[] }[];
  }
  const { body } = await call<Told>(room, "GET", "/api/v1/chat/commands");
  const character = body.commands.find(({ name }) => name === "character");
  const marked = (mark: "completed" | "hidden") =>
    character?.options.filter((option) => option[mark]).map(({ name }) => name);
  expect(marked("completed")).toEqual(["action", "name", "text"]);
  expect(marked("hidden")).toEqual(["id", "values"]);
});
