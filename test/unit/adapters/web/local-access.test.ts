import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { call, newSession, raw } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
let port: number;
let wsPort: number;
beforeAll(async () => {
  room = await openRoom();
  ({ port, wsPort } = room.platform.address());
});
afterAll(() => room.close());

const projects = (headers: Record<string, string>) => raw(room, "GET", "/api/v1/projects", { headers });

describe("the Host of a call", () => {
  test.each(["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])("may be %s with our port", async (name) => {
    expect((await projects({ host: `${name}:${port}` })).status).toBe(200);
    expect((await projects({ host: `${name}:${wsPort}` })).status).toBe(200);
  });

  test.each([
    "evil.example",
    "evil.example:PORT",
    "127.0.0.1.evil.example:PORT",
    "127.0.0.1@evil.example:PORT",
    "localhost",
    "localhost:1",
    "169.254.1.1:PORT",
  ])("may not be %s", async (host) => {
    const { status, body } = await projects({ host: host.replace("PORT", String(port)) });
    expect([status, body.error.code]).toEqual([403, "forbidden"]);
    expect(body.error.hint).toContain(`http://127.0.0.1:${port}`);
  });

  test("is looked at before anything else, for the page and unknown addresses too", async () => {
    for (const path of ["/", "/nothing", "/api/openapi.json", "/assets/x.js"]) {
      expect((await raw(room, "GET", path, { headers: { host: "evil.example" } })).status).toBe(403);
    }
  });
});

describe("the Origin of a call", () => {
  test.each(["http://127.0.0.1", "http://localhost", "http://[::1]"])(
    "may be our page at %s",
    async (origin) => {
      expect((await projects({ origin: `${origin}:${port}` })).status).toBe(200);
    },
  );

  test.each([
    "http://evil.example",
    "null",
    "https://127.0.0.1",
    "http://localhost:3000",
    "file://",
    "http://127.0.0.1.evil.example",
    "",
  ])("may not be %j, whatever it asks for", async (origin) => {
    const headers = { origin: origin === "https://127.0.0.1" ? `${origin}:${port}` : origin };
    expect((await projects(headers)).status).toBe(403);
    const made = await raw(room, "POST", "/api/v1/chat/sessions", {
      headers: { ...headers, "content-type": "application/json" },
      body: '{"user_id":"mallory"}',
    });
    expect(made.status).toBe(403);
    expect(
      await room.stores.sessions.list({ workspace_id: await workspaceId(), created_by: "mallory" }, 1),
    ).toEqual([]);
  });

  test("gets no permission to read an answer elsewhere", async () => {
    const preflight = await raw(room, "OPTIONS", "/api/v1/chat/message", {
      headers: { origin: "http://evil.example", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(403);
    expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});

describe("a WebSocket", () => {
  const refusal = (headers: Record<string, string>, path = "/chat"): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}?user_id=ada`, { headers });
      socket.on("unexpected-response", (_request, response) => {
        response.resume();
        resolve(response.statusCode);
      });
      socket.on("open", () => {
        socket.close();
        resolve(101);
      });
      socket.on("error", reject);
    });

  test("of another page is refused before it opens", async () => {
    expect(await refusal({ origin: "http://evil.example" })).toBe(403);
    expect(await refusal({ origin: "null" })).toBe(403);
    expect(await refusal({ host: `evil.example:${port}` })).toBe(403);
  });

  test("of our own page, or of a program, opens", async () => {
    expect(await refusal({ origin: `http://127.0.0.1:${port}` })).toBe(101);
    expect(await refusal({})).toBe(101);
  });

  test("is at /chat and nowhere else", async () => {
    expect(await refusal({}, "/")).toBe(404);
    expect(await refusal({}, "/api/v1/chat")).toBe(404);
    expect(await refusal({}, "/chat/more")).toBe(404);
  });
});

test("an upgrade with an address that is none is refused, and harms nobody", async () => {
  for (const address of ["//", "http://[", "/chat%zz?user_id=ada"]) {
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(wsPort, "127.0.0.1");
      const head = [
        `GET ${address} HTTP/1.1`,
        `host: 127.0.0.1:${wsPort}`,
        "upgrade: websocket",
        "connection: upgrade",
      ];
      socket.once("data", (data) => resolve(data.toString().split("\r\n")[0] ?? ""));
      socket.write(`${head.join("\r\n")}\r\n\r\n`);
    });
    expect([address, answer]).toEqual([address, expect.stringMatching(/^HTTP\/1.1 40[04]/)]);
  }
  expect((await projects({})).status).toBe(200);
});

describe("headers", () => {
  test("keep answers out of frames, caches and guesses", async () => {
    const { headers } = await call(room, "GET", "/api/v1/projects");
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      "cross-origin-resource-policy": "same-origin",
    });
  });

  test("let the page run its own scripts only, and talk to its own WebSocket", async () => {
    const { headers } = await call(room, "GET", "/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain(`ws://127.0.0.1:${port}`);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

async function workspaceId(): Promise<string> {
  const { session_id } = await newSession(room);
  return (await room.stores.sessions.get(session_id))?.workspace_id ?? "";
}
