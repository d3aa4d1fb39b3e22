import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { PointAnswer } from "../../../../src/adapters/web/schemas/point.ts";
import { TurnAnswer } from "../../../../src/adapters/web/schemas/turn.ts";
import { call, type Made, newSession, say } from "./caller.ts";
import { type FilmRoom, openFilmRoom } from "./film-room.ts";

const SARAH = "Create a character named Sarah, a 28-year-old journalist";

let room: FilmRoom;
let film: Made;
beforeAll(async () => {
  room = await openFilmRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  film = await newSession(room);
});

const points = async (query = ""): Promise<PointAnswer[]> => {
  const { status, body } = await call(room, "GET", `/api/v1/projects/${film.project_id}/points${query}`);
  expect(status).toBe(200);
  return z.object({ points: z.array(PointAnswer) }).parse(body).points;
};
const only = async (): Promise<PointAnswer> => {
  const [point, ...more] = await points();
  if (point === undefined || more.length > 0) throw new Error(`${more.length} more points`);
  return point;
};
const answer = async ({ id }: { id: string }, body: Record<string, unknown>): Promise<TurnAnswer> => {
  const got = await call(room, "POST", `/api/v1/points/${id}/answer`, { user_id: "ada", ...body });
  expect([got.status, got.body.error]).toEqual([200, undefined]);
  return TurnAnswer.parse(got.body);
};
const refused = async ({ id }: { id: string }, body: Record<string, unknown>) =>
  (await call(room, "POST", `/api/v1/points/${id}/answer`, { user_id: "ada", ...body })).status;
const age = async () => {
  const entries = await room.stores.bible.list(film.project_id, { kind: "character", limit: 9 });
  return entries.find((entry) => entry.name === "Sarah")?.facts.age?.value;
};
const propose = async () => {
  const project = await room.stores.projects.get(film.project_id);
  if (project === undefined) throw new Error("no project");
  const settings = { saving: "propose", corrections: "open" } as const;
  await room.stores.projects.create({ ...project, id: `${project.id}p`, settings });
  film = await newSession(room, "ada", "Night Shift", `${project.id}p`);
};

describe("what waits", () => {
  test("is nothing at first", async () => expect(await points()).toEqual([]));

  test("is a contradiction with both values, its question and the words that raised it", async () => {
    await say(room, film.session_id, SARAH);
    await say(room, film.session_id, "Sarah is 31");
    const point = await only();
    expect(point).toMatchObject({
      project_id: film.project_id,
      session_id: film.session_id,
      by: "ada",
      state: "open",
      question: expect.stringContaining("Which one holds?"),
      asks: {
        type: "conflict",
        name: "Sarah",
        field: "age",
        label: "Age",
        kept: 28,
        said: 31,
        both: false,
        evidence: { quote: "Sarah is 31", message_id: point.message_id, start: 0, end: 11 },
      },
    });
    expect(JSON.stringify(point)).not.toContain("statement");
  });

  test("is a proposal with its parts, each with the input that changes it", async () => {
    await propose();
    await say(room, film.session_id, SARAH);
    const { asks } = await only();
    if (asks.type !== "proposal") throw new Error(asks.type);
    expect(asks).toMatchObject({ reason: "saving", total: asks.items.length, open: asks.items.length });
    expect(asks.items.map(({ line, input }) => [line.action, line.field, line.after, input?.input])).toEqual([
      ["created", undefined, undefined, "text"],
      ["updated", "age", 28, "number"],
      ["updated", "occupation", "journalist", "text"],
    ]);
  });

  test("is told for one session, and at most so much", async () => {
    await say(room, film.session_id, SARAH);
    await say(room, film.session_id, "Sarah is 31");
    const { body } = await call<Made>(room, "POST", "/api/v1/chat/sessions", {
      user_id: "ada",
      project_id: film.project_id,
    });
    await say(room, body.session_id, "Sarah is a nurse");
    expect((await points()).map((point) => point.session_id)).toEqual([body.session_id, film.session_id]);
    expect(await points("?limit=1")).toHaveLength(1);
    expect(await points(`?session_id=${film.session_id}`)).toMatchObject([{ session_id: film.session_id }]);
    const other = await newSession(room);
    const path = `/api/v1/projects/${film.project_id}/points`;
    expect((await call(room, "GET", `${path}?session_id=${other.session_id}`)).status).toBe(404);
    expect((await call(room, "GET", `${path}?limit=0`)).status).toBe(422);
  });
});

describe("an answer", () => {
  test("settles a contradiction, in the session that asked", async () => {
    await say(room, film.session_id, SARAH);
    await say(room, film.session_id, "Sarah is 31");
    const turn = await answer(await only(), { value: "change" });
    expect(turn).toMatchObject({
      session_id: film.session_id,
      changes: [{ fields: { age: { after: 31 } } }],
    });
    expect(await points()).toEqual([]);
    expect(await age()).toBe(31);
  });

  test("keeps what is there, and a second one is told that it is settled", async () => {
    await say(room, film.session_id, SARAH);
    await say(room, film.session_id, "Sarah is 31");
    const point = await only();
    expect((await answer(point, { value: "keep" })).changes).toEqual([]);
    expect(await age()).toBe(28);
    expect(await refused(point, { value: "change" })).toBe(409);
  });

  test("passes over a question", async () => {
    await say(room, film.session_id, SARAH);
    await say(room, film.session_id, "Sarah is 31");
    await answer(await only(), { decline: "all" });
    expect(await points()).toEqual([]);
    expect(await age()).toBe(28);
  });

  test("writes parts of a proposal, one as it should be, and leaves out the rest", async () => {
    await propose();
    await say(room, film.session_id, SARAH);
    const point = await only();
    await answer(point, { accept: ["1"] });
    expect((await only()).asks).toMatchObject({ open: 2, total: 3, items: [{}, {}, { state: "accepted" }] });
    await answer(point, { accept: ["2"], value: "33" });
    expect(await age()).toBe(33);
    await answer(point, { decline: "all" });
    expect(await points()).toEqual([]);
    const [sarah] = await room.stores.bible.list(film.project_id, { kind: "character", limit: 9 });
    expect(sarah?.facts.occupation).toBeUndefined();
  });

  test.each([
    {},
    { accept: "all", decline: "all" },
    { decline: ["1"], value: "33" },
    { accept: ["1", "2"], value: "33" },
    { accept: "all", value: "33" },
    { accept: [] },
    { accept: ["first"] },
    { accept: ["1"], value: "" },
  ])("that does not say one thing is refused: %j", async (body) => {
    await propose();
    await say(room, film.session_id, SARAH);
    expect(await refused(await only(), body)).toBe(422);
    expect(await points()).toHaveLength(1);
  });

  test("changes no part that says several things at once", async () => {
    await say(
      room,
      film.session_id,
      "/import character\nname, age, occupation\nMara, 44, coroner\nIvo, , nurse",
    );
    const point = await only();
    const items = point.asks.type === "proposal" ? point.asks.items : [];
    expect(items.map(({ input }) => input?.name)).toEqual([undefined, "occupation"]);
    expect(await refused(point, { accept: ["1"], value: "45" })).toBe(422);
    await answer(point, { accept: ["2"], value: "night nurse" });
    const [ivo] = await room.stores.bible.list(film.project_id, { kind: "character", limit: 9 });
    expect(ivo?.facts.occupation?.value).toBe("night nurse");
  });

  test("to nothing that waits is refused", async () => {
    expect(await refused({ id: "pnt_none" }, { value: "keep" })).toBe(404);
    expect(await refused({ id: "no id" }, { value: "keep" })).toBe(404);
  });
});
