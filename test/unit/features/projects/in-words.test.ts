import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, labelsOf, openHouse, type Room } from "../../../support/house.ts";

let house: House;
let room: Room;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  room = await house.room();
});
afterAll(() => house.close());

test("the film takes its title as people tell it, and has it back at a press", async () => {
  const before = (await room.project()).title;
  const view = await room.say("so, the film is called Last Stop!");
  expect(view.reply.text).toBe("The film is called **Last Stop** now.");
  expect((await room.project()).title).toBe("Last Stop");
  await room.press(view, `Back to ${before}`);
  expect((await room.project()).title).toBe(before);
});

test("a viewer names no film", async () => {
  const before = (await room.project()).title;
  await room.sayAs({ id: "vic", name: "Vic", role: "viewer" }, "the film is called Mine");
  expect((await room.project()).title).toBe(before);
});

test("whoever asks what there is sees it, with a closer look at each kind", async () => {
  await room.say("Create a character named Sarah, a 28-year-old journalist");
  const view = await room.say("what do we have so far?");
  expect(view.reply.text).toContain("1 character");
  expect(labelsOf(view)).toEqual(["Show 1 character"]);
  expect((await room.press(view, "Show 1 character")).reply.text).toContain("Sarah, 28, journalist");
});

test("whoever asks where the film stands, or what was written, is told", async () => {
  await room.say("Create a character named Sarah, a 28-year-old journalist");
  expect((await room.say("where are we?")).reply.text).toContain("steps are done");
  expect((await room.say("what did you save?")).reply.text).toContain("Sarah");
});
