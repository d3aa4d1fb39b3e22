import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newSession, say } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";
import { type SeenFrame, saying, type Watcher, watch } from "./watcher.ts";

let room: Room;
let session_id: string;
let seat: Watcher;
beforeAll(async () => {
  room = await openRoom();
  ({ session_id } = await newSession(room));
  seat = watch(room.wsUrl, { session_id, user_id: "ada" });
  await seat.until(({ type }) => type === "hello");
});
afterAll(async () => {
  await seat.close();
  await room.close();
});

/** The answer to one frame, past what was told before. */
async function answer(frame: object | string | Buffer): Promise<SeenFrame> {
  const past = seat.frames.length;
  seat.send(frame);
  return seat.until((told) => seat.frames.indexOf(told) >= past && told.type === "error");
}

describe("a client may", () => {
  test("say something, once however often it is sent", async () => {
    for (let times = 0; times < 3; times += 1)
      seat.send({ type: "message", message: "hello", message_id: "ws-1" });
    await seat.until(saying("You said: hello"));
    seat.send({ type: "message", message: "/hello Sarah" });
    await seat.until(saying("Hello, Sarah."));
    expect(seat.said().filter((text) => text === "hello")).toHaveLength(1);
    expect(await say(room, session_id, "hello", { message_id: "ws-1" })).toMatchObject({
      reply: { text: "You said: hello" },
    });
  });

  test("say much at once, in order", async () => {
    const words = Array.from({ length: 20 }, (_, index) => `quick ${index}`);
    for (const message of words) seat.send({ type: "message", message });
    await seat.until(saying("You said: quick 19"));
    expect(seat.said().filter((text) => text.startsWith("quick"))).toEqual(words);
  });

  test("press a choice and send a form", async () => {
    const { choices } = await say(room, session_id, "offer Bo");
    seat.send({ type: "choice", choice_id: choices[0]?.id });
    await seat.until(saying("Hello, Bo."));
    const { reply } = await say(room, session_id, "form");
    const form = reply.blocks.find((block) => block.type === "form");
    seat.send({ type: "form", form_id: form?.form_id, values: { age: "31" } });
    await seat.until(saying('{"age":"31"}'));
  });

  test("press what somebody else was first to press, and is told alone", async () => {
    const { choices } = await say(room, session_id, "offer Cleo");
    const other = watch(room.wsUrl, { session_id, user_id: "bob" });
    await other.until(({ type }) => type === "hello");
    seat.send({ type: "choice", choice_id: choices[0]?.id });
    await seat.until(saying("Hello, Cleo."));
    other.send({ type: "choice", choice_id: choices[0]?.id });
    await other.until(
      saying("Somebody pressed “Cleo” already; it acts once. Type /workflow to see what can be done next."),
    );
    seat.send({ type: "message", message: "after that" });
    await seat.until(saying("You said: after that"));
    expect(seat.said().join()).not.toContain("already");
    await other.close();
  });

  test("ask whether anybody is there", async () => {
    seat.send({ type: "ping" });
    await seat.until(({ type }) => type === "pong");
  });
});

describe("a client is refused, and stays connected, for", () => {
  test.each<[string, object | string | Buffer, string]>([
    ["broken JSON", '{"type":', "bad_request"],
    ["bytes", Buffer.from([0, 1, 2]), "invalid"],
    ["no type", {}, "invalid"],
    ["an unknown type", { type: "shout", message: "a" }, "invalid"],
    ["a list", [], "invalid"],
    ["null", "null", "invalid"],
    ["an empty message", { type: "message", message: " " }, "invalid"],
    ["a wrong message", { type: "message", message: 7 }, "invalid"],
    ["control characters", { type: "message", message: "a\u0000" }, "invalid"],
    ["a message too long", { type: "message", message: "x".repeat(100_000) }, "too_large"],
    ["a choice that is not there", { type: "choice", choice_id: "cho_none" }, "not_found"],
    ["a form that is not there", { type: "form", form_id: "frm_none", values: {} }, "not_found"],
  ])("%s", async (_name, frame, code) => {
    const { error } = await answer(frame);
    expect(error?.code).toBe(code);
    expect(error?.hint).toMatch(/\w/);
  });

  test("a message, which is named", async () => {
    const { message_id } = await answer({ type: "message", message: "", message_id: "bad-1" });
    expect(message_id).toBe("bad-1");
  });

  test("more frames at once than can be held", async () => {
    const past = seat.frames.length;
    for (let index = 0; index < 60; index += 1) seat.send({ type: "message", message: `flood ${index}` });
    const told = await seat.until((frame) => seat.frames.indexOf(frame) >= past && frame.type === "error");
    expect(told.error?.code).toBe("rate_limited");
    await seat.until(saying("You said: flood 0"));
  });
});

describe("a connection is refused, with the reason,", () => {
  test.each([
    ["to a session that is not there", { session_id: "ses_none", user_id: "ada" }, 4404, "not_found"],
    ["by nobody", { session_id: "SESSION" }, 4422, "invalid"],
    ["since nonsense", { session_id: "SESSION", user_id: "ada", since: "yesterday" }, 4422, "invalid"],
    ["since before the beginning", { session_id: "SESSION", user_id: "ada", since: -1 }, 4422, "invalid"],
  ])("%s", async (_name, query, code, error) => {
    const filled = Object.entries(query).map(([name, value]) => [
      name,
      value === "SESSION" ? session_id : value,
    ]);
    const refused = watch(room.wsUrl, Object.fromEntries(filled) as Record<string, string>);
    expect(await refused.closed).toBe(code);
    expect(refused.frames).toMatchObject([{ type: "error", error: { code: error } }]);
  });

  test("for a frame larger than any message", async () => {
    const huge = watch(room.wsUrl, { session_id, user_id: "giant" });
    await huge.until(({ type }) => type === "hello");
    huge.send("x".repeat(1024 * 1024 + 1));
    expect(await huge.closed).toBe(1009);
  });
});
