import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TurnAnswer } from "../../../../src/adapters/web/schemas/turn.ts";
import type { Session } from "../../../../src/domain/session.ts";
import { call } from "./caller.ts";
import { openProductRoom } from "./product-room.ts";

describe("bulk work over HTTP", () => {
  let room: Awaited<ReturnType<typeof openProductRoom>>;
  let film: Session;
  beforeAll(async () => {
    room = await openProductRoom();
    film = await room.film();
  });
  afterAll(() => room.close());

  const begin = <T = TurnAnswer & { error?: undefined }>(body: object, project = film.project_id) =>
    call<T>(room, "POST", `/api/v1/projects/${project}/operations`, {
      user_id: "ada",
      session_id: film.id,
      ...body,
    });
  type Refusal = { error: { code: string; message: string; hint: string } };
  const operations = () => room.stage.stores.operations.list(film.project_id, 100);

  test("begins, and the same message_id answers the same operation", async () => {
    const first = await begin({ kind: "characters", count: 3, brief: "dock workers", message_id: "m1" });
    expect(first.status).toBe(202);
    expect(first.body.operation).toMatchObject({
      type: "characters",
      brief: "dock workers",
      progress: { total: 3 },
    });
    const again = await begin({ kind: "characters", count: 3, brief: "dock workers", message_id: "m1" });
    expect(again.body.operation?.id).toBe(first.body.operation?.id);
    expect(await operations()).toHaveLength(1);
    const other = await begin<Refusal>({ kind: "characters", count: 4, message_id: "m1" });
    expect([other.status, other.body.error.code]).toEqual([409, "conflict"]);
  });

  test.each([
    [{ kind: "characters", count: 0 }, 422, "None at all"],
    [{ kind: "characters", count: -3 }, 422, "less than none"],
    [{ kind: "characters", count: 2.5 }, 422, "no whole number"],
    [{ kind: "characters", count: "many" }, 422, "cannot read"],
    [{ kind: "characters" }, 422, "How many is missing"],
    [{ kind: "characters", count: 10_001 }, 422, "more than one operation holds"],
    [{ kind: "charactors", count: 3 }, 422, "in bulk, only"],
    [{ kind: "characters", count: 3, brief: "x".repeat(50_000) }, 413, "50,000 characters"],
    [{ kind: "characters", count: 3, selection: "all" }, 422, "nothing to select"],
    [{ kind: "summaries" }, 409, "no scenes yet"],
    [{ kind: ["characters"], count: 3 }, 422, "`kind`"],
    [{ kind: "characters", count: 3, confirm: "yes" }, 422, "`confirm`"],
    [{ count: 3 }, 422, "`kind` is missing"],
    [{ kind: "characters\u0000", count: 3 }, 422, "`kind`"],
    [{ kind: "characters", count: 3, session_id: "ses_none" }, 404, "no session"],
  ])("refuses %j with %d", async (body, status, message) => {
    const before = (await operations()).length;
    const answer = await begin<Refusal>(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
    expect(answer.body.error.hint).toMatch(/.\.?$/);
    expect(await operations()).toHaveLength(before);
    expect(room.studio.queue.waiting.every(({ id }) => !id.includes("undefined"))).toBe(true);
  });

  test("asks before much is made, and makes it once it is confirmed", async () => {
    const before = (await operations()).length;
    const asked = await begin({ kind: "characters", count: 400 });
    expect(asked.status).toBe(200);
    expect(asked.body.reply.text).toMatch(/400 characters.*less than a minute.*Nothing is started yet/);
    expect(asked.body.choices.map(({ label }) => label)).toEqual(["Make 400 characters", "Not now"]);
    expect(await operations()).toHaveLength(before);
    const made = await begin({ kind: "characters", count: 400, confirm: true });
    expect(made.status).toBe(202);
    expect(made.body.operation?.progress.total).toBe(400);
  });

  test("another film's session, and a film that is not there, are refused", async () => {
    const other = await room.film();
    expect((await begin<Refusal>({ kind: "characters", count: 3 }, other.project_id)).status).toBe(409);
    expect((await begin<Refusal>({ kind: "characters", count: 3 }, "prj_none")).status).toBe(404);
    const found = await begin({ kind: "characters", count: 3, session_id: undefined }, other.project_id);
    expect([found.status, found.body.session_id]).toEqual([202, other.id]);
  });

  test("says when as much runs as may", async () => {
    for (let each = 2; each < 5; each += 1) await begin({ kind: "locations", count: each });
    const answer = await begin<Refusal>({ kind: "locations", count: 9 });
    expect([answer.status, answer.body.error.code]).toEqual([429, "rate_limited"]);
    expect(answer.body.error).toMatchObject({
      message: expect.stringContaining("5 operations have not ended"),
      hint: expect.stringContaining("cancel one"),
    });
  });
});
