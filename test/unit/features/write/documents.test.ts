import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type House, labelsOf, openHouse, type Room } from "../../../support/house.ts";

const VIEWER = { id: "vic", name: "Vic", role: "viewer" } as const;

let house: House;
let room: Room;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  room = await house.room();
});
afterAll(() => house.close());

test("a viewer writes no paper, neither in words nor by command", async () => {
  for (const text of ["the logline is: A thief comes home.", "write a logline", "/workflow write logline"])
    expect((await room.sayAs(VIEWER, text)).reply.text).toContain("takes the role writer");
  expect((await room.project()).documents).toEqual({});
});

test("the beats are many", async () => {
  await room.say("/workflow override beats we begin with them");
  const view = await room.say("write the beats");
  expect(view.reply.text).toContain("Here are the beats, in a draft. They are kept");
  expect(labelsOf(view).join()).not.toContain("a beats");
  await room.say("beats: One dies. Two lives.");
  expect((await room.project()).documents.beats).toBe("One dies. Two lives.");
});
