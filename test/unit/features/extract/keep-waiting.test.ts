import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, labelsOf, openHouse } from "../../../support/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const SCENE = "INT. KITCHEN - NIGHT. Mara burns the letter.";

test("a first scene waits with whom it names, and a press keeps both", async () => {
  const room = await house.room();
  const view = await room.say(SCENE);
  expect(view.changes).toEqual([]);
  expect(view.reply.text).toContain("I cannot make a scene yet");
  expect(labelsOf(view)[0]).toBe("Add Mara and keep the scene");
  const kept = await room.press(view, "Add Mara and keep the scene");
  expect(kept.changes.map(({ kind, name }) => [kind, name])).toEqual(
    expect.arrayContaining([
      ["character", "Mara"],
      ["scene", "INT. KITCHEN - NIGHT"],
      ["location", "Kitchen"],
    ]),
  );
  const scenes = await house.stage.stores.bible.list(room.session.project_id, { kind: "scene", limit: 5 });
  const people = await house.stage.stores.bible.list(room.session.project_id, {
    kind: "character",
    limit: 5,
  });
  expect(scenes.map(({ links }) => links.characters)).toEqual([people.map(({ id }) => id)]);
  expect((await room.say("/open")).reply.text).not.toContain("Mara");
});

test("nothing is kept of a scene that names nobody", async () => {
  const room = await house.room();
  const view = await room.say("EXT. ROAD - DAY. It rains.");
  expect(labelsOf(view).join()).not.toContain("keep");
});
