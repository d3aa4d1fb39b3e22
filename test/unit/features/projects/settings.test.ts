import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Stage } from "../../../support/stage.ts";
import { type Film, openFilm, VIEWER, WRITER } from "../schema/schema-room.ts";

let stage: Stage;
let film: Film;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  film = await openFilm(stage);
});
afterAll(() => stage.close());

test("/project settings says how the film takes what people say, and offers the other ways to a producer", async () => {
  const shown = await film.done("/project settings");
  expect(shown.reply.text).toContain("Saving: receipt: I save what people say at once");
  expect(shown.reply.text).toContain("Corrections: open: Anyone who may write may also correct");
  expect(shown.choices.map((choice) => choice.label)).toEqual([
    "Show first",
    "Review corrections",
    "Mark nothing",
    "Producers decide",
    "Decide by 2 votes",
  ]);
  expect((await film.say("/project settings", VIEWER)).choices).toEqual([]);
});

test("/project saving propose shows first what would be saved; the button goes back", async () => {
  const set = await film.done("/project saving Propose");
  expect(set.reply.text).toBe(
    "From now on: I show what I would save first, and save it once somebody accepts it.",
  );
  const said = await film.done("Create a character named Sarah");
  expect(said.changes).toEqual([]);
  await film.press(set, "Save at once");
  expect((await film.done("Create a character named John")).changes).toHaveLength(1);
  expect((await film.done("/project settings")).reply.text).toContain("Saving: receipt");
});

test("a setting takes one of its ways, from a producer", async () => {
  expect(await film.refused("/project saving later")).toBe(
    "There is no way “later” for saving. Type /project saving receipt, or propose.",
  );
  expect(await film.refused("/project corrections")).toContain("Corrections is set to open.");
  expect(await film.refused("/project corrections reviewed", WRITER)).toContain("producer");
  expect((await film.done("/project settings")).reply.text).toContain("Corrections: open");
});

test("/project decisions says who decides, and takes no way that there is not", async () => {
  const first = await film.done("/project decisions vote 3");
  const settings = async () => (await stage.stores.projects.get(first.project_id))?.settings;
  expect(first.reply.text).toContain("3 people who write, or one producer");
  expect((await settings())?.decisions).toEqual({ by: "vote", votes: 3 });
  expect((await film.done("/project settings")).reply.text).toContain("Decisions: vote 3");
  for (const way of ["", "vote", "vote 1", "vote 21", "vote 2.5", "vote many", "chance"])
    expect((await film.say(`/project decisions ${way}`)).error?.code, way).toBe("bad_request");
  expect((await film.say("/project decisions anyone", WRITER)).error?.code).toBe("forbidden");
  const set = await film.done("/project decisions producer");
  await film.press(set, "Let anyone decide");
  expect(await settings()).toEqual({
    saving: "receipt",
    corrections: "open",
    decisions: { by: "anyone" },
  });
});
