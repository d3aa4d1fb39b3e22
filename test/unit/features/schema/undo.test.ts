import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, openFilm } from "./schema-room.ts";

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
});
afterAll(() => stage.close());

const FIELD = "/schema field add character superpower type=text";

test("a bare undo right after it means the schema, not what was written before", async () => {
  await film.done("Create a character named Sarah");
  await film.done(FIELD);
  for (const words of ["undo", "/undo"]) {
    const asked = await film.say(words);
    expect(asked.changes).toEqual([]);
    expect(asked.choices.map(({ label }) => label)).toEqual(["Take that back", "Undo what came before"]);
    expect((await film.entry("Sarah")).status).toBe("confirmed");
  }
  await film.press(await film.say("undo"), "Take that back");
  expect((await film.schema()).fields).toEqual([]);
});

test("what came before goes on a press", async () => {
  await film.done("Create a character named Sarah");
  await film.done(FIELD);
  const view = await film.press(await film.say("undo"), "Undo what came before");
  expect(view.changes).toMatchObject([{ action: "removed", name: "Sarah" }]);
  expect((await film.schema()).fields).toHaveLength(1);
});

test("what was written since is undone as ever", async () => {
  await film.done(FIELD);
  await film.done("Create a character named Sarah");
  expect((await film.say("undo")).changes).toMatchObject([{ action: "removed", name: "Sarah" }]);
});
