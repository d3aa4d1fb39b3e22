import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ProjectAnswer } from "../../../../src/adapters/web/schemas/project.ts";
import { SchemaAnswer } from "../../../../src/adapters/web/schemas/project-schema.ts";
import { draftedChange } from "../../../../src/domain/bible/drafted.ts";
import { AT, aRecord, newId } from "../../../contract/samples.ts";
import { call, type Made, newSession, say } from "./caller.ts";
import { type FilmRoom, openFilmRoom } from "./film-room.ts";

let room: FilmRoom;
let film: Made;
beforeAll(async () => {
  room = await openFilmRoom();
});
afterAll(() => room.close());
beforeEach(async () => {
  film = await newSession(room);
});

const at = (path: string) => `/api/v1/projects/${film.project_id}/${path}`;
const VEHICLE = { name: "vehicle", label: "vehicle", plural: "vehicles", aliases: ["car"] };
const PLATE = { kind: "vehicle", name: "plate", label: "Plate", type: "line", required: true, aliases: [] };
const SCHEMA = { kinds: [VEHICLE], fields: [PLATE], required: ["character.age"] };
const put = (schema: unknown) => call(room, "PUT", at("schema"), { user_id: "ada", ...(schema as object) });
const done = async (text: string) => expect((await say(room, film.session_id, text)).error).toBeUndefined();

describe("a film's schema", () => {
  test("is empty at first, and set as a whole", async () => {
    expect((await call(room, "GET", at("schema"))).body).toEqual({ kinds: [], fields: [], required: [] });
    const answer = await put(SCHEMA);
    expect([answer.status, SchemaAnswer.parse(answer.body)]).toEqual([200, SCHEMA]);
    expect((await call(room, "GET", at("schema"))).body).toEqual(SCHEMA);
    await done('/entry vehicle create "Blue Van" plate=X');
    const project = await call(room, "GET", `/api/v1/projects/${film.project_id}`);
    expect(ProjectAnswer.parse(project.body)).toMatchObject({ schema: SCHEMA, counts: { vehicle: 1 } });
  });

  test.each([
    ["a field of an unknown kind", { ...SCHEMA, kinds: [] }, "There is no kind vehicle in this film."],
    [
      "a name that is taken",
      { ...SCHEMA, fields: [{ ...PLATE, kind: "character", name: "age" }] },
      "has the field age already",
    ],
    ["a choice without choices", { ...SCHEMA, fields: [{ ...PLATE, type: "select" }] }, "there are none yet"],
    ["a type nobody knows", { ...SCHEMA, fields: [{ ...PLATE, type: "colour" }] }, ""],
    ["a name with spaces", { ...SCHEMA, kinds: [{ ...VEHICLE, name: "Blue van" }] }, ""],
    ["no body of its own", {}, ""],
  ])("is refused with %s", async (_why, schema, message) => {
    const answer = await put(schema);
    expect([answer.status, answer.body.error.code]).toEqual([422, "invalid"]);
    expect(answer.body.error.message).toContain(message);
    expect((await call(room, "GET", at("schema"))).body).toEqual({ kinds: [], fields: [], required: [] });
  });

  test("is not another's", async () => {
    for (const path of ["schema", "export"])
      expect((await call(room, "GET", `/api/v1/projects/prj_none/${path}`)).status).toBe(404);
  });
});

describe("the bible by kind", () => {
  test("takes the film's own kinds, also what is left of one it has given up, and no others", async () => {
    await put(SCHEMA);
    await done('/entry vehicle create "Blue Van" plate=X');
    const names = async (kind: string) => {
      const { status, body } = await call<{ entries?: { name: string }[] }>(
        room,
        "GET",
        at(`bible?kind=${kind}`),
      );
      return body.entries?.map((entry) => entry.name) ?? status;
    };
    expect(await names("vehicle")).toEqual(["Blue Van"]);
    expect(await names("cars")).toBe(422);
    expect(await names("car")).toEqual(["Blue Van"]);
    expect(await names("ghost")).toBe(422);
    await put({ kinds: [], fields: [], required: [] });
    expect(await names("vehicle")).toEqual(["Blue Van"]);
    await done('/entry vehicle remove "Blue Van"');
    expect(await names("vehicle")).toBe(422);
  });
});

/** Writes characters of these names at once. */
async function fill(names: readonly string[]): Promise<void> {
  const session = await room.stores.sessions.get(film.session_id);
  if (!session) throw new Error("no session");
  const changes = names.map((name) =>
    draftedChange({
      entry_id: newId("entry"),
      change_id: newId("change"),
      project_id: film.project_id,
      session_id: film.session_id,
      kind: "character",
      fields: { name },
      at: AT,
    }),
  );
  await room.stores.turns.commit(aRecord(session, { changes }));
}

describe("an export", () => {
  const get = async (query: string) => {
    const response = await fetch(`${room.url}${at(`export${query}`)}`);
    return { response, text: await response.text() };
  };

  test("is a table of a kind, the film's own fields among its columns, and safe to open", async () => {
    await done("/schema field add location rent type=number");
    await done('/location create "The Blue Note" description="a club, smoky" rent=-5 aliases="Note, Blue"');
    await done("/location create Pier description==1+1");
    const { response, text } = await get("?format=csv&kind=locations");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("content-disposition")).toContain(
      'attachment; filename="Night Shift location.csv"',
    );
    expect(text).toBe(
      [
        "name,aliases,description,int_ext,address,atmosphere,era,notes,rent",
        "Pier,,'=1+1,,,,,,",
        'The Blue Note,"Note, Blue","a club, smoky",,,,,,-5',
        "",
      ].join("\r\n"),
    );
  });

  test("is all there is as JSON, also what has no field any more", async () => {
    await put(SCHEMA);
    await done('/entry vehicle create "Blue Van" plate=X');
    await done("/character create Sarah age=28");
    await done("/schema field remove vehicle plate");
    const { response, text } = await get("");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(JSON.parse(text)).toMatchObject({
      project: { title: "Night Shift" },
      schema: { kinds: [VEHICLE], fields: [] },
      entries: [
        { kind: "character", name: "Sarah", status: "confirmed", fields: { name: "Sarah", age: 28 } },
        { kind: "vehicle", name: "Blue Van", fields: { plate: "X" } },
      ],
    });
    expect(JSON.parse((await get("?kind=vehicle")).text).entries).toHaveLength(1);
    expect(JSON.parse((await get("?kind=scene")).text).entries).toEqual([]);
  });

  test("comes whole, however many pages it takes", async () => {
    const rows = Array.from({ length: 520 }, (_, at) => `Extra ${String(at).padStart(3, "0")}`);
    await fill(rows);
    const { text } = await get("?format=csv&kind=character");
    expect(
      text
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
    ).toEqual(rows);
  });

  test.each(["?format=csv", "?format=xml", "?format=csv&kind=ghost"])("refuses %s", async (query) => {
    expect((await get(query)).response.status).toBe(422);
  });
});
