import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { SessionPage, SessionSummary } from "../../../../src/adapters/web/schemas/session.ts";
import { call, newSession, say } from "./caller.ts";
import { openRoom, type Room } from "./room.ts";

type Page = z.infer<typeof SessionPage>;

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const page = async (id: string, query = ""): Promise<Page> =>
  (await call<Page>(room, "GET", `/api/v1/chat/session/${id}${query}`)).body;

describe("a new session", () => {
  test("comes with a new film as described", async () => {
    const project = { title: "Night Shift", logline: "A nurse finds a door.", workflow: "short" };
    const made = await call<{ session_id: string; project_id: string; title: string }>(
      room,
      "POST",
      "/api/v1/chat/sessions",
      {
        user_id: "ada",
        project,
      },
    );
    expect(made.status).toBe(201);
    expect(made.body.title).toBe("Night Shift");
    const { body } = await call(room, "GET", `/api/v1/projects/${made.body.project_id}`);
    expect(body).toMatchObject({ title: "Night Shift", logline: "A nurse finds a door.", workflow: "short" });
    expect(body).toMatchObject({ counts: { character: 0, scene: 0 } });
    expect(body).not.toHaveProperty("workspace_id");
  });

  test("can be about a film that exists", async () => {
    const first = await newSession(room);
    const { status, body } = await call(room, "POST", "/api/v1/chat/sessions", {
      user_id: "bob",
      project_id: first.project_id,
      title: "Casting",
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ project_id: first.project_id, title: "Casting" });
  });

  test("needs nothing but a user", async () => {
    const { status, body } = await call(room, "POST", "/api/v1/chat/sessions", { user_id: "ada" });
    expect([status, body.title]).toEqual([201, "Untitled film"]);
  });

  test.each([
    [{ user_id: "ada", project_id: "prj_none" }, 404],
    [{ user_id: "ada", project_id: "prj_none", project: { title: "Both" } }, 422],
    [{ user_id: "ada", project: { title: "" } }, 422],
    [{ user_id: "ada", project: { title: "x".repeat(121) } }, 422],
    [{ user_id: "ada", project: { title: "a\u0000b" } }, 422],
    [{ user_id: "ada", project: { title: "A", workflow: "opera" } }, 422],
    [{ user_id: "" }, 422],
    [{ project: { title: "Nobody's" } }, 422],
    [[], 422],
  ])("of %j is refused with %i", async (body, status) => {
    const answer = await call(room, "POST", "/api/v1/chat/sessions", body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.hint).toMatch(/\w/);
  });
});

describe("a session", () => {
  test("is shown with its film, its workflow and its newest messages in order of time", async () => {
    const { session_id, project_id } = await newSession(room);
    for (const word of ["one", "two", "three"]) await say(room, session_id, word);
    const shown = await page(session_id, "?limit=4");
    expect(SessionPage.parse(shown)).toEqual(shown);
    expect(shown.session).toMatchObject({ id: session_id, project_id, created_by: "ada", status: "open" });
    expect(shown.messages.map((message) => message.text)).toEqual([
      "two",
      "You said: two",
      "three",
      "You said: three",
    ]);
    expect(shown.workflow.steps.length).toBeGreaterThan(3);
    expect(shown.next).toEqual(shown.workflow.next);
    const older = await page(session_id, `?limit=4&before=${shown.messages[0]?.id}`);
    expect(older.messages.map((message) => message.text)).toEqual(["one", "You said: one"]);
  });

  test("keeps what Backlot remembers, and where it lives, to itself", async () => {
    const { session_id } = await newSession(room);
    expect(Object.keys((await page(session_id)).session)).toEqual(
      expect.not.arrayContaining(["memory", "place", "workspace_id"]),
    );
  });

  test.each(["ses_none", "..%2F..%2Fetc", "%00", "x".repeat(300), "prj_1"])("%s is not found", async (id) => {
    const { status, body } = await call(room, "GET", `/api/v1/chat/session/${id}`);
    expect([status, body.error.code]).toEqual([404, "not_found"]);
    expect(body.error.hint).toMatch(/\w/);
  });

  test.each(["?limit=0", "?limit=1000", "?limit=ten", "?limit="])("refuses the page %s", async (query) => {
    const { session_id } = await newSession(room);
    const { status, body } = await call(room, "GET", `/api/v1/chat/session/${session_id}${query}`);
    expect(status).toBe(422);
    expect(body.error.message).toContain("`limit`");
  });

  test("does not page before a message of another session", async () => {
    const there = await newSession(room);
    const turn = await say(room, there.session_id, "hello");
    const { session_id } = await newSession(room);
    for (const before of [turn.message_id, "msg_none"]) {
      const { status } = await call(room, "GET", `/api/v1/chat/session/${session_id}?before=${before}`);
      expect(status).toBe(404);
    }
  });

  test("that is closed takes no more messages", async () => {
    const { session_id } = await newSession(room);
    await say(room, session_id, "close");
    const { status, body } = await call(room, "POST", "/api/v1/chat/message", {
      user_id: "ada",
      session_id,
      message: "hello",
    });
    expect([status, body.error.code]).toEqual([409, "conflict"]);
  });
});

describe("the list of sessions", () => {
  test("has a user's own, latest talk first, with their films' titles", async () => {
    const first = await newSession(room, "lister", "First");
    const second = await newSession(room, "lister", "Second");
    await say(room, first.session_id, "hello", { user_id: "lister" });
    const { body } = await call<{ sessions: unknown }>(room, "GET", "/api/v1/chat/sessions?user_id=lister");
    const sessions = z.array(SessionSummary).parse(body.sessions);
    expect(sessions.map(({ id, project_title }) => [id, project_title])).toEqual([
      [first.session_id, "First"],
      [second.session_id, "Second"],
    ]);
  });

  test("can be a film's", async () => {
    const { project_id, session_id } = await newSession(room, "lister2");
    const { body } = await call<{ sessions: { id: string }[] }>(
      room,
      "GET",
      `/api/v1/chat/sessions?project_id=${project_id}`,
    );
    expect(body.sessions.map(({ id }) => id)).toEqual([session_id]);
  });
});
