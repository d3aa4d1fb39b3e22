import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, newSession, raw } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

const MESSAGE = "/api/v1/chat/message";
const JSON_TYPE = { "content-type": "application/json" };

let room: Room;
let session_id: string;
beforeAll(async () => {
  room = await openRoom({}, {});
  ({ session_id } = await newSession(room));
});
afterAll(() => room.close());

/** Each refusal says what is wrong and what to do, and leaves the session as it was. */
async function refused(
  answer: Promise<{ status: number; body: { error: { code: string; message: string; hint?: string } } }>,
  status: number,
  code: string,
) {
  const { status: got, body } = await answer;
  expect([got, body.error.code]).toEqual([status, code]);
  expect(body.error.message).toMatch(/\.$/);
  expect(body.error.hint).toMatch(/\w/);
  expect(await room.stores.messages.page(session_id, 10)).toEqual([]);
  return body.error;
}

describe("a message", () => {
  test.each([
    ["", 422, "invalid"],
    ["  \n\t ", 422, "invalid"],
    ["x".repeat(40_001), 413, "too_large"],
    ["x".repeat(100_000), 413, "too_large"],
    ["nul \u0000 byte", 422, "invalid"],
    ["escape \u001b[31m", 422, "invalid"],
    ["half a pair \ud83d", 422, "invalid"],
    ["\udc00 other half", 422, "invalid"],
  ])("%#: is refused with %i", async (message, status, code) => {
    await refused(
      call(room, "POST", MESSAGE, { user_id: "ada", session_id, message }),
      status as number,
      code as string,
    );
  });

  test.each([
    [{ message: 5 }, "message"],
    [{ message: null }, "message"],
    [{ message: ["a"] }, "message"],
    [{}, "message"],
    [{ message: "a", user_id: 7 }, "user_id"],
    [{ message: "a", user_id: "" }, "user_id"],
    [{ message: "a", user_id: "x".repeat(201) }, "user_id"],
    [{ message: "a", user_id: "a\u0000" }, "user_id"],
    [{ message: "a", session_id: 9 }, "session_id"],
    [{ message: "a", message_id: { id: 1 } }, "message_id"],
  ])("%j is refused by the name of its field", async (body, field) => {
    const error = await refused(
      call(room, "POST", MESSAGE, { user_id: "ada", session_id, ...body }),
      422,
      "invalid",
    );
    expect(error.message).toContain(`\`${field}\``);
  });

  test("of nobody is refused", async () => {
    const error = await refused(
      call(room, "POST", MESSAGE, { session_id, message: "hello" }),
      422,
      "invalid",
    );
    expect(error.message).toContain("`user_id`");
  });

  test("to a session that does not exist is refused", async () => {
    await refused(
      call(room, "POST", MESSAGE, { user_id: "ada", session_id: "ses_none", message: "hello" }),
      404,
      "not_found",
    );
    await refused(
      call(room, "POST", MESSAGE, { user_id: "ada", session_id: "\u0000", message: "hello" }),
      404,
      "not_found",
    );
  });

  test("with characters of every plane and all white space is taken", async () => {
    const other = await newSession(room);
    const message = "Zoë 🎬 李\tsaid:\r\n“cut”";
    const { status, body } = await call(room, "POST", MESSAGE, {
      user_id: "ada",
      session_id: other.session_id,
      message,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ reply: { text: `You said: ${message}` } });
  });

  test("as long as allowed is taken", async () => {
    const other = await newSession(room);
    const { status } = await call(room, "POST", MESSAGE, {
      user_id: "ada",
      session_id: other.session_id,
      message: "x".repeat(40_000),
    });
    expect(status).toBe(200);
  });
});

describe("a body", () => {
  test.each([
    ["broken", '{"message": "a"', JSON_TYPE, 400, "bad_request"],
    ["empty", "", JSON_TYPE, 400, "bad_request"],
    ["a list", "[]", JSON_TYPE, 422, "invalid"],
    ["a number", "7", JSON_TYPE, 422, "invalid"],
    ["null", "null", JSON_TYPE, 422, "invalid"],
    ["poisoned", '{"__proto__": {"role": "admin"}, "message": "a"}', JSON_TYPE, 400, "bad_request"],
    ["plain text", "hello", { "content-type": "text/plain" }, 415, "unsupported_type"],
    [
      "a web form",
      "message=hello",
      { "content-type": "application/x-www-form-urlencoded" },
      415,
      "unsupported_type",
    ],
    ["without a type", "hello", {}, 415, "unsupported_type"],
    ["multipart", "--x--", { "content-type": "multipart/form-data; boundary=x" }, 415, "unsupported_type"],
    ["too large", JSON.stringify({ message: "x".repeat(2_000_000) }), JSON_TYPE, 413, "too_large"],
  ] as const)("that is %s is refused", async (_name, body, headers, status, code) => {
    await refused(raw(room, "POST", MESSAGE, { body, headers }), status, code);
  });

  test("that is binary is refused", async () => {
    const body = Buffer.concat([
      Buffer.from('{"user_id":"ada","message":"'),
      Buffer.from([0xff, 0xfe, 0x80]),
      Buffer.from('"}'),
    ]);
    await refused(raw(room, "POST", MESSAGE, { body, headers: JSON_TYPE }), 400, "bad_request");
  });

  test("that is missing is refused", async () => {
    await refused(raw(room, "POST", MESSAGE), 422, "invalid");
  });
});

describe("an address", () => {
  test.each([
    ["GET", "/api/v1/nothing"],
    ["GET", "/nothing"],
    ["GET", MESSAGE],
    ["DELETE", "/api/v1/projects/prj_1"],
    ["POST", "/"],
    ["GET", "/api/v1/../../etc/passwd"],
    ["GET", "/%2e%2e/%2e%2e/etc/passwd"],
  ])("%s %s is not found, in the same shape", async (method, path) => {
    await refused(raw(room, method, path), 404, "not_found");
  });

  test("that is not well formed is refused", async () => {
    await refused(raw(room, "GET", "/api/v1/projects/%zz"), 400, "bad_request");
  });

  test("with a slash at its end is the same", async () => {
    expect((await raw(room, "GET", "/api/v1/projects/")).status).toBe(200);
  });
});

describe("an error nobody foresaw", () => {
  test("is told by its reference and logged once, in full", async () => {
    const broken = await openRoom({}, { health: () => Promise.reject(new Error("password=hunter2")) });
    try {
      const { status, body } = await call(broken, "GET", "/api/v1/chat/health");
      expect([status, body.error.code]).toEqual([500, "internal"]);
      expect(JSON.stringify(body)).not.toContain("hunter2");
      const errors = broken.logged.filter(({ level }) => level === "error");
      expect(errors).toHaveLength(1);
      expect(errors[0]?.data).toMatchObject({
        reference: body.error.reference,
        err: { message: "password=hunter2" },
      });
    } finally {
      await broken.close();
    }
  });
});
