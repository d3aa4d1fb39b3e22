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
  await film.done('/schema field add character "blood type" type=choice options=A|B|AB|0');
  await film.done("/schema kind add vehicle aliases=car");
  await film.done("/schema field add vehicle plate");
});
afterAll(() => stage.close());

test("the film's own fields are read out of talk, told of and undone", async () => {
  await film.done("Create a character named Sarah");
  const said = await film.done("Sarah's blood type is AB");
  expect((await film.entry("Sarah")).facts.blood_type).toMatchObject({
    value: "AB",
    evidence: { quote: expect.stringContaining("AB") },
  });
  expect(said.reply.text).toContain("blood type AB");
  expect((await film.done("Who is Sarah?")).reply.text).toContain("Blood type: AB");
  expect((await film.done("/undo")).reply.text).toContain("blood type AB → –");
});

test("the film's own kinds are made out of talk and told of", async () => {
  await film.done("Create a vehicle named Blue Van");
  expect(await film.entry("Blue Van")).toMatchObject({ kind: "vehicle" });
  const told = (await film.done("Who is Blue Van?")).reply.text;
  expect(told).toContain("vehicle, confirmed");
});
