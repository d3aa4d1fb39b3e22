import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Place } from "../../../../src/domain/session.ts";
import type { DeliveryFailure, Streaming } from "../../../../src/ports/platform.ts";
import { reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { openSlackRoom } from "../../../fakes/slack/slack-room.ts";

let room: Awaited<ReturnType<typeof openSlackRoom>>;
let streaming: Streaming;
let place: Place;
beforeAll(async () => {
  room = await openSlackRoom([], "socket");
  if (!room.platform.streaming) throw new Error("Slack streams");
  streaming = room.platform.streaming;
  place = await createScene(room).begin();
});
afterEach(() => {
  room.fake.workspace.streamsLastMs = 300_000;
  room.fake.workspace.streamsStayRich = false;
});
afterAll(() => room.close());

const begin = async (text: string) => (await streaming.begin(place, room.person("Ana").id, text)) ?? "";
const failed = (work: Promise<unknown>): Promise<DeliveryFailure> =>
  work.then(
    () => expect.unreachable("it went through"),
    (error: DeliveryFailure) => error,
  );
const seen = (word: string) => room.seen(place).filter(({ text }) => text.includes(word));

test("streams in threads alone, and to somebody Slack knows", async () => {
  const { thread: _, ...channel } = place;
  expect(await streaming.begin(channel, room.person("Ana").id, "hello")).toBeUndefined();
  expect((await failed(streaming.begin(place, "U0NOBODY", "hello"))).final).toBe(true);
});

test("a stream that Slack has ended takes no more, and its message is edited all the same", async () => {
  const id = await begin("cut one");
  room.fake.workspace.streamsLastMs = 0;
  expect((await failed(streaming.grow(place, id, " two"))).final).toBe(true);
  expect(await room.platform.edit(place, id, reply("cut one two three"))).toBe(id);
  expect(seen("cut one").map(({ text }) => text)).toEqual(["cut one two three"]);
});

test("a streamed message that takes no blocks gives way to a post of the same", async () => {
  room.fake.workspace.streamsStayRich = true;
  const id = await begin("rich one");
  const message = reply("rich one two");
  expect((await failed(room.platform.edit(place, id, message))).gone).toBe(true);
  const instead = await room.platform.send(place, message, id);
  expect(instead).not.toBe(id);
  expect(seen("rich one").map(({ text }) => text)).toEqual(["rich one two"]);
});

test("an unended text is found by the next process, an ended one is not", async () => {
  const since = new Date(Date.now() - 60_000);
  const id = await begin("half a text");
  expect(await streaming.find(place, since)).toBe(id);
  await room.platform.edit(place, id, reply("half a text and the rest"));
  expect(await streaming.find(place, since)).toBeUndefined();
});
