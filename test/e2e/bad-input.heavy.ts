import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Client, type SessionInfo } from "./client.ts";
import { Program } from "./program.ts";

interface Problem {
  readonly error?: { readonly code: string; readonly message: string; readonly hint?: string };
}

describe("what does not fit is told, and changes nothing", () => {
  let program: Program;
  let client: Client;
  let session: SessionInfo;

  beforeAll(async () => {
    program = await Program.create();
    await program.start();
    client = new Client(program.url);
    session = await client.session();
    await client.say(session.session_id, "Create a character named Sarah, a 28-year-old journalist");
  });
  afterAll(() => program.remove());

  const post = async (body: string, type = "application/json", where = "/api/v1/chat/message") => {
    const response = await fetch(client.url + where, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    return { status: response.status, body: (await response.json()) as Problem };
  };
  const message = (text: unknown) =>
    post(JSON.stringify({ user_id: "ada", session_id: session.session_id, message: text }));
  const expectProblem = (answer: { status: number; body: Problem }, status: number) => {
    expect(answer).toMatchObject({
      status,
      body: {
        error: {
          code: expect.any(String),
          message: expect.any(String),
          hint: expect.stringMatching(/\w{3}/),
        },
      },
    });
  };

  test.each([
    ["empty", ""],
    ["blank", "   \n "],
    ["binary", "\u0000\u0001\u0002"],
    ["a number", 5],
    ["a list", ["x"]],
  ])("a message that is %s", async (_name, text) => {
    const before = (await client.messages(session.session_id)).length;
    const answer = await message(text);
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer, answer.status);
    expect((await client.messages(session.session_id)).length).toBe(before);
  });

  test("a message of 100,000 characters", async () => expectProblem(await message("a".repeat(100_000)), 413));
  test("a broken JSON body", async () => expectProblem(await post('{"user_id":'), 400));
  test("another media type", async () => expectProblem(await post("hello", "text/plain"), 415));
  test("a session that does not exist", async () =>
    expectProblem(
      await post(JSON.stringify({ user_id: "ada", session_id: "ses_nope", message: "hi" })),
      404,
    ));
  test.each([
    "/api/v1/projects/prj_nope",
    "/api/v1/projects/prj_nope/bible",
    "/api/v1/operations/opn_nope",
    "/api/v1/chat/session/ses_nope",
    "/api/v1/nowhere",
  ])("GET %s", async (where) => {
    const { status, body } = await client.call<Problem>("GET", where);
    expectProblem({ status, body }, 404);
  });

  test.each([
    ["/dance", /no command \/dance/],
    ["/bulk characters", /How many is missing/],
    ["/bulk characters 0", /1 to 1000/],
    ["/bulk characters -1", /1 to 1000/],
    ["/bulk characters abc", /1 to 1000/],
    ["/bulk characters 100000", /1 to 1000/],
    ["/bulk dragons 5", /characters, locations, scenes/],
    ["/help everything at once", /does not take|no command/],
    ["/project fly", /action/],
    ["/character show Nobody", /Nobody/],
    ["/workflow complete montage", /no step/],
  ])("%s is refused in a turn that says what to do", async (line, words) => {
    const before = await client.bible(session.project_id);
    const turn = await client.say(session.session_id, line);
    expect(turn.reply.text).toMatch(words);
    expect(turn.error).toMatchObject({ code: expect.any(String), hint: expect.stringMatching(/\w{3}/) });
    expect(turn.operation).toBeUndefined();
    expect(await client.bible(session.project_id)).toEqual(before);
  });

  test("a choice of another session, and one that does not exist", async () => {
    const other = await client.session("Another film");
    const turn = await client.say(other.session_id, "Create a character named Ben, a cook");
    const choice = turn.choices[0]?.id ?? "";
    for (const id of [choice, "cho_nope"]) {
      const { status, body } = await client.call<Problem>("POST", "/api/v1/chat/choice", {
        user_id: "ada",
        session_id: session.session_id,
        choice_id: id,
      });
      expectProblem({ status, body }, 404);
    }
  });

  test("a file of a type that is not accepted", async () => {
    const form = new FormData();
    form.set("user_id", "ada");
    form.set("session_id", session.session_id);
    form.set(
      "file",
      new Blob([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3])], { type: "application/x-msdownload" }),
      "setup.exe",
    );
    const response = await fetch(`${client.url}/api/v1/chat/upload`, { method: "POST", body: form });
    expectProblem({ status: response.status, body: (await response.json()) as Problem }, 415);
  });

  test("a second process on the same data folder is told who holds it, and harms nothing", async () => {
    const second = await Program.create({ dataDir: program.dataDir });
    second.spawn();
    expect(await second.ended()).toBe(1);
    expect(second.output).toContain(String(program.pid));
    expect((await client.call("GET", "/api/v1/chat/health")).status).toBe(200);
  });
});

describe("a start that cannot be", () => {
  test("a port in use is named", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as { port: number };
    const program = await Program.create({ env: { PORT: String(port) } });
    program.spawn();
    expect(await program.ended()).toBe(1);
    expect(program.output).toContain(String(port));
    expect(program.output).toMatch(/PORT/);
    taken.close();
    await program.remove();
  });

  test.each([
    ["a line that is no pair", "PORT 5058\n", /Line 1 of \.env/],
    ["a value that does not fit", "PORT=many\n", /PORT/],
    ["a half set Slack", "SLACK_APP_TOKEN=xapp-1\n", /SLACK_BOT_TOKEN/],
  ])("a .env with %s", async (_name, text, words) => {
    const cwd = await mkdtemp(path.join(tmpdir(), "backlot-env-"));
    await writeFile(path.join(cwd, ".env"), text);
    const program = await Program.create({ cwd, env: { PORT: "" } });
    program.spawn();
    expect(await program.ended()).toBe(1);
    expect(program.output).toMatch(words);
    await program.remove();
    await rm(cwd, { recursive: true });
  });
});
