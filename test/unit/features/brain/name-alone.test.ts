import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "../../../support/house.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("whoever says nothing but a name is told what there is under it", async () => {
  const room = await house.room();
  await room.say("Create a character named Iris Vale, a 40-year-old tram driver");
  for (const text of ["Iris", "iris vale?"])
    expect((await room.say(text)).reply.blocks[1]).toMatchObject({ type: "card", title: "Iris Vale" });
  expect((await room.say("Iris is 41 now")).changes).toHaveLength(1);
});

test("a name that means two, or nobody, is talk; a sister is asked for as one", async () => {
  const room = await house.room();
  await room.say("Create a character named Ana Kray", "Create a character named Ana Bell");
  expect((await room.say("Ana")).reply.blocks.map(({ type }) => type)).not.toContain("card");
  expect((await room.say("Boris")).changes).toEqual([]);
  expect((await room.say("Ana Bell has a sister")).reply.text).toContain("sister called?");
});
