import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TurnAnswer } from "../../../../src/adapters/web/schemas/turn.ts";
import { call, newSession, say } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

describe("a message", () => {
  test("is answered with its turn", async () => {
    const { session_id, project_id } = await newSession(room);
    const turn = await say(room, session_id, "make Sarah");
    expect(TurnAnswer.parse(turn)).toEqual(turn);
    expect(turn).toMatchObject({ session_id, project_id, reply: { text: "Sarah is made." } });
    expect(turn.changes).toHaveLength(1);
    expect(turn.changes[0]).toMatchObject({ action: "created", kind: "character", name: "Sarah" });
    expect(turn.changes[0]).not.toHaveProperty("after");
  });

  test("names what was said and what was replied", async () => {
    const { session_id } = await newSession(room);
    const turn = await say(room, session_id, "Good evening");
    const said = await call<{ role: string; text: string }>(
      room,
      "GET",
      `/api/v1/messages/${turn.message_id}`,
    );
    const reply = await call<{ role: string; text: string }>(
      room,
      "GET",
      `/api/v1/messages/${turn.reply.message_id}`,
    );
    expect(said.body).toMatchObject({ role: "person", text: "Good evening", user_id: "ada" });
    expect(reply.body).toMatchObject({ role: "backlot", text: "You said: Good evening" });
  });

  test("sent twice under one id is said once and answered the same", async () => {
    const { session_id } = await newSession(room);
    const body = { message_id: "retry-1" };
    const [first, second] = await Promise.all([
      say(room, session_id, "make Twice", body),
      say(room, session_id, "make Twice", body),
    ]);
    expect(second).toEqual(first);
    expect(await say(room, session_id, "make Twice", body)).toEqual(first);
    const page = await call<{ messages: unknown[] }>(room, "GET", `/api/v1/chat/session/${session_id}`);
    expect(page.body.messages).toHaveLength(2);
  });

  test("may not reuse the id of another message", async () => {
    const { session_id } = await newSession(room);
    await say(room, session_id, "one", { message_id: "reused" });
    const { status, body } = await call(room, "POST", "/api/v1/chat/message", {
      user_id: "ada",
      session_id,
      message: "two",
      message_id: "reused",
    });
    expect([status, body.error.code]).toEqual([409, "conflict"]);
  });

  test("of two users may have the same id", async () => {
    const { session_id } = await newSession(room);
    const ada = await say(room, session_id, "from ada", { message_id: "m1" });
    const bob = await say(room, session_id, "from bob", { message_id: "m1", user_id: "bob" });
    expect([ada.reply.text, bob.reply.text]).toEqual(["You said: from ada", "You said: from bob"]);
  });

  test("that begins with a slash is a command", async () => {
    const { session_id } = await newSession(room);
    expect((await say(room, session_id, "/hello Sarah")).reply.text).toBe("Hello, Sarah.");
  });

  test("is refused in the talk itself, as a turn with an error", async () => {
    const { session_id } = await newSession(room);
    const unknown = await say(room, session_id, "/nonsense");
    expect(unknown.error).toMatchObject({ code: "not_found" });
    expect(unknown.reply.text).toContain(unknown.error?.hint);
    const wrong = await say(room, session_id, "/hello mood=odd name=Sarah");
    expect(wrong.error?.code).toBe("invalid");
  });

  test("that breaks Backlot is answered with a reference and no inner words", async () => {
    const { session_id } = await newSession(room);
    const turn = await say(room, session_id, "break");
    expect(turn.error).toMatchObject({ code: "internal", reference: expect.stringMatching(/\w+/) });
    expect(JSON.stringify(turn)).not.toContain("secret");
  });

  test("without a session goes to the user's own, made once even when two come at once", async () => {
    const send = (message: string) =>
      call<TurnAnswer>(room, "POST", "/api/v1/chat/message", { user_id: "newcomer", message });
    const [one, two] = await Promise.all([send("one"), send("two")]);
    const three = await send("three");
    expect(new Set([one.body.session_id, two.body.session_id, three.body.session_id]).size).toBe(1);
    const { body } = await call<{ sessions: unknown[] }>(
      room,
      "GET",
      "/api/v1/chat/sessions?user_id=newcomer",
    );
    expect(body.sessions).toHaveLength(1);
  });
});

describe("a choice", () => {
  test("acts once; the same press again answers its result, somebody else's who was first", async () => {
    const { session_id } = await newSession(room);
    const { choices } = await say(room, session_id, "offer Sarah");
    const press = (user_id: string) =>
      call<TurnAnswer>(room, "POST", "/api/v1/chat/choice", {
        user_id,
        user_name: user_id,
        session_id,
        choice_id: choices[0]?.id,
      });
    const [first, same, second] = await Promise.all([press("ada"), press("ada"), press("bob")]);
    expect(first.body.reply.text).toBe("Hello, Sarah.");
    expect(same.body).toEqual(first.body);
    expect(second.body).toMatchObject({ private: true, error: { code: "conflict" } });
    expect(second.body.reply.text).toContain("ada pressed “Sarah” already; it acts once.");
    expect((await press("ada")).body.turn_id).toBe(first.body.turn_id);
    const page = await call<{ messages: { text: string }[] }>(
      room,
      "GET",
      `/api/v1/chat/session/${session_id}`,
    );
    expect(page.body.messages.map(({ text }) => text).join()).not.toContain("already");
  });

  test("of the workflow can be pressed though it is stored nowhere", async () => {
    const { session_id } = await newSession(room);
    const page = await call<{ next: { id: string }[] }>(room, "GET", `/api/v1/chat/session/${session_id}`);
    const choice_id = page.body.next[0]?.id;
    const { status } = await call(room, "POST", "/api/v1/chat/choice", {
      user_id: "ada",
      session_id,
      choice_id,
    });
    expect(status).toBe(200);
  });

  test("of another session, or of none, is not found and changes nothing", async () => {
    const here = await newSession(room);
    const there = await newSession(room);
    const { choices } = await say(room, there.session_id, "offer Sarah");
    for (const choice_id of [choices[0]?.id, "cho_none", "whatever", "nxt_9", "../x", "a b"]) {
      const { status, body } = await call(room, "POST", "/api/v1/chat/choice", {
        user_id: "ada",
        session_id: here.session_id,
        choice_id,
      });
      expect([choice_id, status, body.error.code]).toEqual([choice_id, 404, "not_found"]);
    }
    const page = await call<{ messages: unknown[] }>(room, "GET", `/api/v1/chat/session/${here.session_id}`);
    expect(page.body.messages).toEqual([]);
  });

  test("that the film has outgrown is refused in the talk", async () => {
    const { session_id } = await newSession(room);
    const page = await call<{ next: { id: string }[] }>(room, "GET", `/api/v1/chat/session/${session_id}`);
    await say(room, session_id, "make Sarah");
    const choice_id = page.body.next[0]?.id;
    const late = await call<TurnAnswer>(room, "POST", "/api/v1/chat/choice", {
      user_id: "ada",
      session_id,
      choice_id,
    });
    expect([late.status, late.body.error?.code]).toEqual([200, "conflict"]);
  });
});

describe("a form", () => {
  test("acts once for the same values and anew for others", async () => {
    const { session_id } = await newSession(room);
    const { reply } = await say(room, session_id, "form");
    const form = reply.blocks.find((block) => block.type === "form");
    const send = (values: Record<string, string>) =>
      call<TurnAnswer>(room, "POST", "/api/v1/chat/form", {
        user_id: "ada",
        session_id,
        form_id: form?.form_id,
        values,
      });
    const first = await send({ age: "29", name: "Sarah" });
    expect(JSON.parse(first.body.reply.text)).toEqual({ age: "29", name: "Sarah" });
    expect((await send({ name: "Sarah", age: "29" })).body.turn_id).toBe(first.body.turn_id);
    expect((await send({ age: "30" })).body.turn_id).not.toBe(first.body.turn_id);
  });

  test("of another session is not found", async () => {
    const there = await newSession(room);
    const { reply } = await say(room, there.session_id, "form");
    const form = reply.blocks.find((block) => block.type === "form");
    const { session_id } = await newSession(room);
    const { status } = await call(room, "POST", "/api/v1/chat/form", {
      user_id: "ada",
      session_id,
      form_id: form?.form_id,
      values: {},
    });
    expect(status).toBe(404);
  });
});
