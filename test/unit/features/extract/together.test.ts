import { beforeEach, expect, test } from "vitest";
import { talkRoom } from "./talk-room.ts";

const room = talkRoom();
const AGES = { Tom: 30, Mia: 25, Ada: 61, Bo: 19 };
const ages = () => Promise.all(Object.keys(AGES).map(async (name) => (await room.fact("age", name))?.value));

beforeEach(async () => {
  for (const [name, age] of Object.entries(AGES))
    await room.say(`Create a character named ${name}, ${age} years old`);
});

test("what a sentence about many contradicts is changed on one press, and undone in one", async () => {
  const asked = await room.say("everyone is 40");
  expect(asked.choices.map(({ label }) => label).slice(-2)).toEqual(["Change all 4", "Keep all 4"]);
  await room.press(asked, "Change all 4");
  expect(await ages()).toEqual([40, 40, 40, 40]);
  expect(await room.open()).toEqual([]);
  await room.say("undo");
  expect(await ages()).toEqual(Object.values(AGES));
});

test("in words, or kept, or one by one", async () => {
  await room.say("everyone is 40");
  await room.say("change all");
  expect(await ages()).toEqual([40, 40, 40, 40]);
  const asked = await room.say("everyone is 50");
  await room.press(asked, "Change to 50");
  const kept = await room.press(asked, "Keep all 4");
  expect(kept.reply.text).toBe("All 3 stay as they were.");
  expect((await ages()).toSorted()).toEqual([40, 40, 40, 50]);
  expect(await room.open()).toEqual([]);
});

test("one contradiction has no such button", async () => {
  const asked = await room.say("Tom is 40");
  expect(asked.choices.map(({ label }) => label)).toEqual([
    "Keep 30",
    "Change to 40",
    "It changes in the story",
  ]);
});
