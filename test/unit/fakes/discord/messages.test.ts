import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

let fake: FakeDiscord;
let channel: string;
beforeEach(async () => {
  fake = await FakeDiscord.start();
  channel = fake.channel("film");
});
afterEach(() => fake.close());

/** What a bot that uses no library sends. */
async function ask(method: string, path: string, body: object, file?: Buffer) {
  const form = new FormData();
  form.set("payload_json", JSON.stringify(body));
  if (file) form.set("files[0]", new Blob([new Uint8Array(file)]), "a.bin");
  const response = await fetch(`${fake.apiUrl}/v10${path}`, {
    method,
    body: form,
    headers: { authorization: `Bot ${fake.world.token}` },
  });
  return {
    status: response.status,
    told: (await response.json()) as { id: string; code: number; message: string },
  };
}

const V2 = 1 << 15;
const text = (content: string) => [{ type: 10, content }];

test("a message of components stays one", async () => {
  const { told } = await ask("POST", `/channels/${channel}/messages`, { flags: V2, components: text("one") });
  const path = `/channels/${channel}/messages/${told.id}`;
  expect((await ask("PATCH", path, { components: text("two") })).status).toBe(200);
  expect(fake.seen(channel).map((one) => one.text)).toEqual(["two"]);
  const removed = await ask("PATCH", path, { flags: 0, content: "three", components: [] });
  expect(removed.told.message).toContain("cannot be removed");
  const mixed = await ask("PATCH", path, { content: "three" });
  expect(mixed.told.code).toBe(50_035);
  expect(fake.complaints.excuse(/cannot be removed|cannot go with/)).toHaveLength(2);
});

test("a file has 10 MiB", async () => {
  const path = `/channels/${channel}/messages`;
  expect((await ask("POST", path, { content: "x" }, Buffer.alloc(10 * 1_048_576))).status).toBe(200);
  expect(await ask("POST", path, { content: "x" }, Buffer.alloc(10 * 1_048_576 + 1))).toMatchObject({
    status: 413,
    told: { code: 40_005 },
  });
});

test("who complains of mentions that nobody decided on is told of each", async () => {
  await ask("POST", `/channels/${channel}/messages`, { content: "hello @everyone" });
  expect(fake.complaints.open).toEqual([]);
  fake.world.decidesMentions = true;
  await ask("POST", `/channels/${channel}/messages`, { content: "hello @everyone" });
  await ask("POST", `/channels/${channel}/messages`, { content: "hello", allowed_mentions: { parse: [] } });
  expect(fake.complaints.excuse(/allowed_mentions/)).toHaveLength(1);
});

test("what was refused fails the test in the end", async () => {
  await ask("POST", `/channels/${channel}/messages`, { content: "x".repeat(2_001) });
  expect(() => fake.complaints.settle()).toThrow("content: at most 2000 characters");
  fake.complaints.excuse(/2000/);
});
