import { SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { mintToken, verifyToken } from "../../../../src/adapters/web/token.ts";
import { UserError } from "../../../../src/domain/errors.ts";
import { call, type Made } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

const SECRET = "a secret of at least thirty-two characters";
const OTHER_SECRET = "another secret, quite as long as the first";

let room: Room;
let ada: Record<string, string>;
beforeAll(async () => {
  room = await openRoom({ host: "0.0.0.0", authSecret: SECRET, callsPerMinute: 60 });
  ada = bearer(await mintToken(SECRET, { sub: "ada", name: "Ada" }));
});
afterAll(() => room.close());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const projects = (headers: Record<string, string>) =>
  call(room, "GET", "/api/v1/projects", undefined, headers);

describe("an address that others can reach", () => {
  test.each([undefined, "", "too short"])("is refused with the secret %j", async (authSecret) => {
    const build = () => room.another({}, { host: "0.0.0.0", authSecret });
    expect(build).toThrow(UserError);
    expect(build).toThrow(/AUTH_SECRET/);
  });

  test.each(["127.0.0.1", "127.1.2.3", "localhost", "::1", "[::1]"])("is not %s", (host) => {
    expect(() => room.another({}, { host, authSecret: undefined })).not.toThrow();
  });
});

describe("a call", () => {
  test("with a token is answered, whatever name it was sent to", async () => {
    expect((await projects(ada)).status).toBe(200);
    expect((await projects({ ...ada, origin: "http://films.example" })).status).toBe(200);
  });

  test.each([
    "/api/v1/projects",
    "/api/v1/chat/health",
    "/api/openapi.json",
    "/api/v1/files/fil_x",
    "/api/v1/chat/commands",
  ])("of %s without one is refused", async (path) => {
    const { status, body } = await call(room, "GET", path);
    expect([status, body.error.code]).toEqual([401, "unauthorized"]);
    expect(body.error.hint).toContain("authorization: Bearer");
  });

  test("with a token that is forged, spoilt, unsigned or late is refused", async () => {
    const key = new TextEncoder().encode(SECRET);
    const long = new Date(Date.now() - 3_600_000);
    const bad = [
      await mintToken(OTHER_SECRET, { sub: "ada" }),
      await mintToken(SECRET, { sub: "ada" }, { now: long, lifeSeconds: 60 }),
      new UnsecuredJWT({ sub: "ada" }).encode(),
      await new SignJWT({ name: "nobody" }).setProtectedHeader({ alg: "HS256" }).sign(key),
      await new SignJWT({ sub: "ada", role: "emperor" }).setProtectedHeader({ alg: "HS256" }).sign(key),
      "nonsense",
    ];
    for (const token of bad) expect((await projects(bearer(token))).status).toBe(401);
    expect((await projects({ authorization: "Basic YTpi" })).status).toBe(401);
  });

  test("of the page needs none, so that it can ask for one", async () => {
    expect((await call(room, "GET", "/")).status).toBe(200);
  });
});

describe("the user", () => {
  test("is the token's, and needs no naming", async () => {
    const made = await call<Made>(room, "POST", "/api/v1/chat/sessions", {}, ada);
    expect(made.status).toBe(201);
    const said = await call<{ message_id: string }>(
      room,
      "POST",
      "/api/v1/chat/message",
      { message: "hello", session_id: made.body.session_id },
      ada,
    );
    expect(await room.stores.messages.get(said.body.message_id)).toMatchObject({
      user_id: "ada",
      user_name: "Ada",
    });
  });

  test("cannot be another than the token's", async () => {
    const { status, body } = await call(room, "POST", "/api/v1/chat/sessions", { user_id: "bob" }, ada);
    expect([status, body.error.code]).toEqual([403, "forbidden"]);
    expect((await call(room, "GET", "/api/v1/chat/sessions?user_id=bob", undefined, ada)).status).toBe(403);
  });

  test("may do what their role may", async () => {
    const viewer = bearer(await mintToken(SECRET, { sub: "vi", role: "viewer" }));
    expect((await call(room, "POST", "/api/v1/chat/sessions", {}, viewer)).status).toBe(403);
    const { body } = await call<Made>(room, "POST", "/api/v1/chat/sessions", {}, ada);
    const turn = await call<{ error?: { code: string } }>(
      room,
      "POST",
      "/api/v1/chat/message",
      { message: "/hello you", session_id: body.session_id },
      viewer,
    );
    expect([turn.status, turn.body.error?.code]).toEqual([200, "forbidden"]);
  });

  test("of another workspace finds nothing of ours", async () => {
    const made = await call<Made>(room, "POST", "/api/v1/chat/sessions", {}, ada);
    const said = await call<{
      message_id: string;
      changes: { id: string; entry_id: string }[];
      operation: { id: string };
    }>(
      room,
      "POST",
      "/api/v1/chat/message",
      { message: "make Sarah", session_id: made.body.session_id, message_id: "same" },
      ada,
    );
    const stranger = bearer(await mintToken(SECRET, { sub: "ada", ws: "studio" }));
    const [change] = said.body.changes;
    for (const path of [
      `/api/v1/chat/session/${made.body.session_id}`,
      `/api/v1/projects/${made.body.project_id}`,
      `/api/v1/projects/${made.body.project_id}/bible`,
      `/api/v1/entries/${change?.entry_id}`,
      `/api/v1/messages/${said.body.message_id}`,
    ]) {
      expect([path, (await call(room, "GET", path, undefined, stranger)).status]).toEqual([path, 404]);
    }
    expect((await call(room, "POST", `/api/v1/changes/${change?.id}/undo`, {}, stranger)).status).toBe(404);
    expect(
      (await call<{ projects: unknown[] }>(room, "GET", "/api/v1/projects", undefined, stranger)).body
        .projects,
    ).toEqual([]);
    const own = await call<{ reply: { text: string } }>(
      room,
      "POST",
      "/api/v1/chat/message",
      { message: "mine", message_id: "same" },
      stranger,
    );
    expect(own.body.reply.text).toBe("You said: mine");
  });
});

test("a file can be shown by a page that can send no header, and by nobody else", async () => {
  const form = new FormData();
  form.append("files", new Blob(["words"]), "a.txt");
  const sent = await fetch(`${room.url}/api/v1/chat/upload`, { method: "POST", body: form, headers: ada });
  const { files } = (await sent.json()) as { files: { url: string }[] };
  const status = async (query: string) => (await call(room, "GET", `${files[0]?.url}${query}`)).status;
  const token = await mintToken(SECRET, { sub: "bob" });
  expect(await status(`?access_token=${token}`)).toBe(200);
  expect(await status(`?access_token=${await mintToken(SECRET, { sub: "bob", ws: "studio" })}`)).toBe(404);
  expect(await status("?access_token=nonsense")).toBe(401);
  expect(await status("")).toBe(401);
  expect((await call(room, "GET", `/api/v1/projects?access_token=${token}`)).status).toBe(401);
});

describe("a WebSocket", () => {
  const open = (query: string, headers: Record<string, string> = {}): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${room.platform.address().wsPort}/chat${query}`, {
        headers,
      });
      socket.on("unexpected-response", (_request, response) => {
        response.resume();
        resolve(response.statusCode);
      });
      socket.on("message", (data) => {
        const frame = JSON.parse(data.toString()) as { type: string };
        socket.close();
        resolve(frame.type === "hello" ? 101 : 0);
      });
      socket.on("error", reject);
    });

  test("needs a token, in a header or in its address", async () => {
    const token = ada.authorization?.slice("Bearer ".length);
    expect(await open("")).toBe(401);
    expect(await open("?access_token=nonsense")).toBe(401);
    expect(await open(`?access_token=${token}`)).toBe(101);
    expect(await open("", ada)).toBe(101);
    expect(await open("?user_id=bob", ada)).toBe(0);
  });
});

describe("a token", () => {
  test("carries its claims and their defaults", async () => {
    const now = new Date("2026-03-01T12:00:00Z");
    const token = await mintToken(SECRET, { sub: "ada" }, { now });
    expect(await verifyToken(SECRET, token, now)).toEqual({ sub: "ada", role: "writer", ws: "local" });
    await expect(verifyToken(SECRET, token, new Date("2026-05-01T12:00:00Z"))).rejects.toThrow(UserError);
  });
});

test("a script gone wild is held back, with the time to wait", async () => {
  const wild = bearer(await mintToken(SECRET, { sub: "wild" }));
  const answers = await Promise.all(
    Array.from({ length: 61 }, () => call(room, "GET", "/api/v1/chat/commands", undefined, wild)),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.body.error.code).toBe("rate_limited");
  expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await projects(ada)).status).toBe(200);
});
