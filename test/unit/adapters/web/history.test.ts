import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { VersionAnswer } from "../../../../src/adapters/web/schemas/version.ts";
import { PublicChange } from "../../../../src/chat/frame.ts";
import { call, newSession } from "./caller.ts";
import { type FilmRoom, openFilmRoom } from "./film-room.ts";

let room: FilmRoom;
beforeAll(async () => {
  room = await openFilmRoom();
});
afterAll(() => room.close());

const ada = { user_id: "ada", user_name: "Ada" };
const bo = { user_id: "bo", user_name: "Bo" };
const Turn = z.object({ changes: z.array(PublicChange) });
const Versions = z.object({ versions: z.array(VersionAnswer) });
const History = z.object({ changes: z.array(PublicChange) });

async function film() {
  const { session_id, project_id } = await newSession(room);
  const say = async (message: string, who = ada) => {
    const { status, body } = await call(room, "POST", "/api/v1/chat/message", {
      ...who,
      session_id,
      message,
    });
    expect(status).toBe(200);
    return Turn.parse(body).changes;
  };
  const [made] = await say("Create a character named Sarah, a 28-year-old journalist");
  const [older] = await say("make Sarah 29", bo);
  await say("rename Sarah to Jane");
  return { project_id, entry: made?.entry_id ?? "", made: made?.id ?? "", older: older?.id ?? "", say };
}

const get = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> => {
  const { status, body } = await call(room, "GET", path);
  expect(status).toBe(200);
  return schema.parse(body);
};
const undo = (id: string, who = ada) => call(room, "POST", `/api/v1/changes/${id}/undo`, who);

describe("the versions of an entry", () => {
  test("tell what it said, when and by whom, newest first", async () => {
    const { entry, made, older } = await film();
    const { versions } = await get(`/api/v1/entries/${entry}/versions`, Versions);
    expect(
      versions.map(({ version, by_name, values }) => [version, by_name, values.name, values.age]),
    ).toEqual([
      [3, "Ada", "Jane", 29],
      [2, "Bo", "Sarah", 29],
      [1, "Ada", "Sarah", 28],
    ]);
    expect(versions.map(({ change_id }) => change_id).slice(1)).toEqual([older, made]);
    const page = await get(`/api/v1/entries/${entry}/versions?limit=1&before=${older}`, Versions);
    expect(page.versions).toEqual(versions.slice(2));
  });

  test("of what is not here are not found", async () => {
    const [{ entry }, other] = [await film(), await film()];
    for (const path of [
      "ent_none/versions",
      `${entry}/versions?before=chg_none`,
      `${entry}/versions?before=${other.made}`,
    ])
      expect((await call(room, "GET", `/api/v1/entries/${path}`)).status).toBe(404);
    expect((await call(room, "GET", `/api/v1/entries/${entry}/versions?limit=0`)).status).toBe(422);
  });
});

describe("the history", () => {
  test("is of one person too", async () => {
    const { project_id, older } = await film();
    const { changes } = await get(`/api/v1/projects/${project_id}/history?by=bo`, History);
    expect(changes.map(({ id, by, by_name }) => [id, by, by_name])).toEqual([[older, "bo", "Bo"]]);
  });
});

describe("undo and redo by id", () => {
  test("take one change back and forth, with what it took along", async () => {
    const { project_id, entry, say } = await film();
    await say("Create a character named John");
    await say("Jane and John are siblings");
    const renamed = await say("rename Jane to Joan");
    const rename = renamed.find((change) => change.entry_id === entry)?.id ?? "";
    const undone = PublicChange.parse((await undo(rename, bo)).body);
    expect(undone).toMatchObject({ undoes: rename, name: "Jane", by_name: "Bo" });
    const names = async () =>
      (await room.stores.bible.list(project_id, { limit: 10 })).map((each) => each.name).sort();
    expect(await names()).toEqual(["Jane", "Jane – John: sibling", "John"]);
    const redone = PublicChange.parse((await undo(undone.id)).body);
    expect(redone).toMatchObject({ undoes: undone.id, redoes: rename, name: "Joan" });
    expect(await names()).toEqual(["Joan", "Joan – John: sibling", "John"]);
    const again = PublicChange.parse((await undo(redone.id)).body);
    expect(again).toMatchObject({ undoes: rename, name: "Jane" });
    expect((await undo(rename)).status).toBe(409);
  });
});
