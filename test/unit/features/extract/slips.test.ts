import { expect, test } from "vitest";
import { talkRoom } from "./talk-room.ts";

const room = talkRoom();

test("a name typed nearly right makes nobody new, however long ago it was spoken of", async () => {
  await room.say("Create Sarah, a journalist");
  for (const name of ["Ana", "Bob", "Cid", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida"])
    await room.say(`Create ${name}`);
  const view = await room.say("Srah is 31 now");
  expect(view.changes).toEqual([]);
  expect(view.reply.text).toContain("Do you mean **Sarah**?");
  await room.press(view, "Yes, Sarah");
  expect((await room.fact("age"))?.value).toBe(31);
  expect(await room.entry("Srah")).toBeUndefined();
});

test("a name that is asked for is made, though it is near", async () => {
  await room.say("Create Sarah, a journalist");
  await room.say("create a character named Sara, 31");
  expect((await room.fact("age", "Sara"))?.value).toBe(31);
});
