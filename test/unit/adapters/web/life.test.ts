import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HealthReport } from "../../../../src/adapters/web/schemas/health.ts";
import { RunningTurn } from "../../../../src/adapters/web/schemas/turn.ts";
import { UserError } from "../../../../src/domain/errors.ts";
import { call, newSession, raw, say } from "./caller.ts";
import { HEALTHY, openRoom, type Room } from "./room.ts";
import { saying, watch } from "./watcher.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

describe("the health", () => {
  test("is told as it is", async () => {
    const { status, body } = await call(room, "GET", "/api/v1/chat/health");
    expect(status).toBe(200);
    expect(HealthReport.parse(body)).toEqual(HEALTHY);
  });

  test.each([
    ["degraded", 200],
    ["down", 503],
  ] as const)("%s is %i", async (state, status) => {
    const platform = room.another({ health: async () => ({ ...HEALTHY, status: state }) });
    await platform.start(room.receiver);
    const answer = await call(
      { url: `http://127.0.0.1:${platform.address().port}` },
      "GET",
      "/api/v1/chat/health",
    );
    expect([answer.status, answer.body.status]).toEqual([status, state]);
    await platform.stop();
  });
});

describe("a port", () => {
  test.each(["port", "wsPort"] as const)(
    "in use as %s is told with what to do, and nothing stays open",
    async (which) => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
      const { port } = taken.address() as { port: number };
      const platform = room.another({}, { [which]: port });
      const error = await platform.start(room.receiver).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({
        message: expect.stringContaining(`Port ${port}`),
        hint: expect.stringContaining(which === "port" ? "set PORT" : "set WS_PORT"),
      });
      await expect(platform.check()).rejects.toThrow();
      await new Promise((resolve) => taken.close(resolve));
      await platform.start(room.receiver);
      expect(platform.address()[which]).toBe(port);
      await platform.stop();
    },
  );

  test("of no address of this machine is told", async () => {
    await expect(
      room.another({}, { host: "127.0.0.1.invalid", authSecret: "x".repeat(32) }).start(room.receiver),
    ).rejects.toThrow(/address/);
  });

  test("may be one for both", async () => {
    const one = createServer();
    await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
    const { port } = one.address() as { port: number };
    await new Promise((resolve) => one.close(resolve));
    const platform = room.another({}, { port, wsPort: port });
    await platform.start(room.receiver);
    const seat = watch(`ws://127.0.0.1:${port}`, { user_id: "ada" });
    await seat.until(({ type }) => type === "hello");
    await platform.stop();
    expect(await seat.closed).toBe(1001);
  });

  test("for the WebSocket says so to those who ask for more", async () => {
    for (const url of [room.wsUrl.replace("ws:", "http:"), `${room.url}/chat`]) {
      const response = await fetch(url);
      expect(response.status).toBe(426);
      expect(await response.json()).toMatchObject({ error: { hint: expect.any(String) } });
    }
  });
});

describe("the page", () => {
  test("is served from its folder, also when that appears later", async () => {
    const folder = await mkdtemp(join(tmpdir(), "backlot-page-"));
    const platform = room.another({}, { pageDir: join(folder, "page") });
    await platform.start(room.receiver);
    const url = `http://127.0.0.1:${platform.address().port}`;
    const missing = await fetch(url);
    expect([missing.status, missing.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await missing.text()).toContain("npm start");

    await mkdir(join(folder, "page", "assets"), { recursive: true });
    await writeFile(join(folder, "page", "index.html"), "<!doctype html><title>Here</title>");
    await writeFile(join(folder, "page", "assets", "main-1a2b.js"), "0;");
    await writeFile(join(folder, "secret.txt"), "no");
    const page = await fetch(url);
    expect([await page.text(), page.headers.get("cache-control")]).toEqual([
      "<!doctype html><title>Here</title>",
      "no-cache",
    ]);
    const script = await fetch(`${url}/assets/main-1a2b.js`);
    expect(script.headers.get("content-type")).toMatch(/javascript/);
    expect(script.headers.get("cache-control")).toContain("immutable");
    for (const path of ["/assets/none.js", "/..%2fsecret.txt", "/%2e%2e/secret.txt"]) {
      expect((await raw({ url }, "GET", path)).status).toBe(404);
    }
    await platform.stop();
    await rm(folder, { recursive: true });
  });
});

describe("a turn that takes long", () => {
  test("is answered as running after thirty seconds, whatever called for it", async () => {
    const { session_id } = await newSession(room);
    const { changes } = await say(room, session_id, "make Sarah");
    const waited: number[] = [];
    const platform = room.another({});
    await platform.start({
      ...room.receiver,
      finished: async (_event, ms) => {
        waited.push(ms);
        return undefined;
      },
    });
    const here = { url: `http://127.0.0.1:${platform.address().port}` };
    const said = { user_id: "ada", session_id, message: "hello" };
    for (const [path, body] of [
      ["/api/v1/chat/message", said],
      [`/api/v1/changes/${changes[0]?.id}/undo`, { user_id: "ada" }],
    ] as const) {
      const answer = await call(here, "POST", path, body);
      expect(answer.status).toBe(202);
      expect(RunningTurn.parse(answer.body)).toEqual(answer.body);
    }
    expect(waited).toEqual([30_000, 30_000]);
    await platform.stop();
  });

  test("is answered as running when the program stops, and ends over the WebSocket", async () => {
    const { session_id } = await newSession(room);
    const seat = watch(room.wsUrl, { session_id, user_id: "ada" });
    await seat.until(({ type }) => type === "hello");
    const waiting = call(room, "POST", "/api/v1/chat/message", {
      user_id: "ada",
      session_id,
      message: "wait",
      message_id: "slow",
    });
    const heard = await seat.until(saying("wait"));
    await room.restart();
    const { status, body } = await waiting;
    expect(status).toBe(202);
    expect(RunningTurn.parse(body)).toMatchObject({ session_id, status: "running" });
    const again = watch(room.wsUrl, { session_id, user_id: "ada", since: heard.seq });
    room.release();
    await again.until(saying("at last"));
    await again.close();
    expect(await say(room, session_id, "wait", { message_id: "slow" })).toMatchObject({
      turn_id: body.turn_id,
      reply: { text: "at last" },
    });
  });
});

describe("stopping", () => {
  test("closes every socket and frees both ports, and may be repeated", async () => {
    const platform = room.another({});
    await platform.start(room.receiver);
    const { port, wsPort } = platform.address();
    const seats = [port, wsPort].map((at) => watch(`ws://127.0.0.1:${at}`, { user_id: "ada" }));
    await Promise.all(seats.map((seat) => seat.until(({ type }) => type === "hello")));
    await platform.stop();
    expect(await Promise.all(seats.map(({ closed }) => closed))).toEqual([1001, 1001]);
    await platform.stop();
    await expect(platform.check()).rejects.toThrow();
    const next = room.another({}, { port, wsPort });
    await next.start(room.receiver);
    await next.check();
    await next.stop();
  });

  test("before starting does nothing", async () => {
    await room.another({}).stop();
  });
});
