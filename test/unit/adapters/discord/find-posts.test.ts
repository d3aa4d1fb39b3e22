import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import { reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";

const TEN_MINUTES_MS = 600_000;
let room: Awaited<ReturnType<typeof openDiscordRoom>>;
beforeAll(async () => {
  room = await openDiscordRoom([]);
});
afterAll(() => room.close());

/** Made so long ago that Discord has forgotten its nonces. */
const old = (words: string): ChatMessage => {
  room.fake.world.nonces.clear();
  return { ...reply(words), at: new Date(Date.now() - TEN_MINUTES_MS).toISOString() };
};
const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(" ");
const texts = (channel: string) => room.fake.seen(channel).map(({ text }) => text);
const begin = () => createScene(room).begin();

test("what was posted long ago by a process that died is found, brought to its newest state, and added to", async () => {
  const place = await begin();
  const thread = place.thread ?? "";
  const message = old(words(1_600));
  const id = await room.platform.send(place, message);
  const whole = texts(thread);
  expect(whole.length).toBeGreaterThan(2);
  room.fake.world.channel(thread)?.messages.splice(1);
  room.fake.world.nonces.clear();
  const again = await room.platform.send(place, { ...message, version: 2 });
  expect(texts(thread)).toEqual(whole);
  expect(again.split(",")[0]).toBe(id.split(",")[0]);
  room.fake.world.nonces.clear();
  await room.platform.send(place, { ...message, text: "short", blocks: [{ type: "text", text: "short" }] });
  expect(texts(thread)).toEqual(["short"]);
});

test("also among much that others said since, and where no thread could be opened", async () => {
  const channel = room.channel("no-threads");
  const ana = room.person("Ana");
  await room.say(channel, ana, `${room.mention} in no thread`);
  const { place } = await createScene(room).heard("in no thread");
  const message = old("the answer");
  const id = await room.platform.send(place, message);
  for (let count = 0; count < 150; count += 1) await room.say(channel, ana, `talk ${count}`);
  room.fake.world.nonces.clear();
  expect(await room.platform.send(place, message)).toBe(id);
  expect(texts(channel).filter((text) => text === "the answer")).toHaveLength(1);
});

test("posts that an edit added before its process died are not added twice", async () => {
  const place = await begin();
  const message = old("short");
  const id = await room.platform.send(place, message);
  const longer = { ...message, ...{ text: "", blocks: [{ type: "text" as const, text: words(1_600) }] } };
  const edited = await room.platform.edit(place, id, longer);
  const whole = texts(place.thread ?? "");
  room.fake.world.nonces.clear();
  expect(await room.platform.edit(place, id, longer)).toBe(edited);
  expect(texts(place.thread ?? "")).toEqual(whole);
});

test("another message of the same words is another message, and what was just made is not looked for", async () => {
  const place = await begin();
  const { reads } = room.fake.world;
  await room.platform.send(place, old("the same"));
  const before = reads.length;
  await room.platform.send(place, reply("the same"));
  expect(reads).toHaveLength(before);
  await room.platform.send(place, old("the same"));
  expect(texts(place.thread ?? "")).toEqual(["the same", "the same", "the same"]);
});
