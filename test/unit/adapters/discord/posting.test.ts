import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeliveryFailure } from "../../../../src/ports/platform.ts";
import { reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";

let room: Awaited<ReturnType<typeof openDiscordRoom>>;
beforeAll(async () => {
  room = await openDiscordRoom([]);
});
afterAll(() => room.close());

const ask = async () => {
  const place = await createScene(room).begin();
  await room.platform.send(place, reply("before"));
  return place;
};

test("a thread that was deleted and cannot be opened again is told of as gone", async () => {
  const place = await ask();
  room.removeThread(place);
  const body = { code: 160_004, message: "A thread has already been created for this message" };
  room.fake.faults.push({ method: "POST", path: /\/threads$/, status: 400, body, times: 1 });
  const failure = await room.platform.send(place, reply("after")).catch((error: DeliveryFailure) => error);
  expect(failure).toMatchObject({ final: true, advice: expect.stringContaining("is gone") });
});

test("a person who takes no direct messages is not told, and nothing fails", async () => {
  const ana = room.person("Ana");
  room.fake.world.deaf.add(ana.id);
  const { thread: _, ...place } = await ask();
  expect(await room.platform.tell?.(place, ana.id, "I may not write there.")).toBe(false);
  expect(await room.platform.tell?.(place, "999999999999999999", "I may not write there.")).toBe(false);
});

test("a new thread is opened before its first post, which nobody refuses then", async () => {
  const place = await createScene(room).begin();
  let posts = 0;
  const path = Object.assign(/never/, {
    test: (asked: string) => {
      if (asked.endsWith("/messages")) posts += 1;
      return false;
    },
  });
  room.fake.faults.push({ method: "POST", path, times: 1 });
  await room.platform.send(place, reply("first"));
  await room.platform.send(place, reply("second"));
  room.fake.faults.length = 0;
  expect(posts).toBe(2);
});

test("what changed since a try whose answer was lost is shown as it is now, once", async () => {
  const place = await ask();
  const older = reply("older");
  let asked = 0;
  const path = Object.assign(/never/, {
    test: (to: string) => {
      asked += to.endsWith("/messages") ? 1 : 0;
      // Every second time the request is looked at anew, to be done.
      return asked % 2 === 1;
    },
  });
  const lost = { method: "POST", path, status: 500, after: true, times: 99 };
  room.fake.faults.push(lost);
  await expect(room.platform.send(place, older)).rejects.toThrow();
  lost.times = 0;
  await room.platform.send(place, { ...reply("newer"), id: older.id, version: 2 });
  expect(room.seen(place).map(({ text }) => text)).toEqual(["before", "newer"]);
});
