import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";
import { Rates } from "../../../fakes/discord/rates.ts";
import type { Interaction } from "../../../fakes/discord/world.ts";

let fake: FakeDiscord;
let channel: string;
beforeEach(async () => {
  fake = await FakeDiscord.start();
  channel = fake.channel("film");
});
afterEach(() => fake.close());

async function ask(method: string, path: string, body?: object, token = fake.world.token) {
  const response = await fetch(`${fake.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const told = (text.startsWith("{") ? JSON.parse(text) : {}) as { id: string; code: number };
  return { status: response.status, headers: response.headers, told };
}

const post = (content: string, more: object = {}, where = channel) =>
  ask("POST", `/channels/${where}/messages`, { content, ...more });

describe("permissions", () => {
  test.each([
    ["view", 50_001],
    ["send", 50_013],
  ] as const)("a bot that may not %s is told %i", async (what, code) => {
    fake.world.forbidden.set(channel, new Set([what]));
    expect(await post("x")).toMatchObject({ status: 403, told: { code } });
  });

  test("are those of the channel in its threads, and channels have names for them", async () => {
    const thread = fake.thread(fake.channel("read-only"), fake.person("Ana"), "secret plans");
    expect((await post("x", {}, thread)).told.code).toBe(50_013);
    expect((await post("x", {}, fake.channel("secret"))).told.code).toBe(50_001);
    const open = fake.thread(channel, fake.person("Ana"), "secret plans");
    expect((await post("x", {}, open)).status).toBe(200);
  });

  test("end with a wrong token", async () => {
    expect((await ask("GET", `/channels/${channel}`, undefined, "wrong")).status).toBe(401);
  });
});

test("a nonce posts once, and again when minutes have passed", async () => {
  const once = { nonce: "n-1", enforce_nonce: true };
  const first = await post("x", once);
  expect((await post("x", once)).told.id).toBe(first.told.id);
  const message = fake.world.message(channel, first.told.id);
  if (message) message.timestamp = new Date(Date.now() - 6 * 60_000).toISOString();
  expect((await post("x", once)).told.id).not.toBe(first.told.id);
});

test("messages older than an hour take few edits", async () => {
  fake.world.rates = undefined;
  const { told } = await post("x");
  const message = fake.world.message(channel, told.id);
  const edit = () => ask("PATCH", `/channels/${channel}/messages/${told.id}`, { content: "y" });
  for (let count = 0; count < 5; count += 1) expect((await edit()).status).toBe(200);
  if (message) message.timestamp = new Date(Date.now() - 3_700_000).toISOString();
  const codes = [await edit(), await edit(), await edit(), await edit()].map((one) => one.told.code);
  expect(codes).toEqual([undefined, undefined, undefined, 30_046]);
});

test("rates are kept from the start, and told with refusals, too", async () => {
  const { status, headers } = await ask("PATCH", `/channels/${channel}/messages/1`, { content: "x" });
  expect([status, headers.get("x-ratelimit-remaining")]).toEqual([404, "4"]);
  for (let count = 0; count < 5; count += 1) expect((await post("x")).status).toBe(200);
  expect((await post("x")).status).toBe(429);
});

describe("rates", () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    const bucket = { limit: 2, perMs: 5_000 };
    fake.world.rates = new Rates([[/^POST \/channels\/\d+\/messages$/, bucket]], {
      global: { limit: 5, perMs: 1_000 },
      now: () => now,
    });
  });

  test("a bucket is told by headers, is one a channel, and refuses what is too much until it is full again", async () => {
    expect((await post("1")).headers.get("x-ratelimit-remaining")).toBe("1");
    await post("2");
    const refused = await post("3");
    expect(refused).toMatchObject({ status: 429, told: { retry_after: 5, global: false } });
    expect(refused.headers.get("retry-after")).toBe("5");
    expect((await post("1", {}, fake.channel("other"))).status).toBe(200);
    now = 5_000;
    expect((await post("3")).status).toBe(200);
    expect(fake.world.rates?.violations).toEqual([`POST /channels/${channel}/messages`]);
  });

  test("whoever makes too many invalid requests is shut out for a while", async () => {
    const invalid = { limit: 3, perMs: 600_000 };
    const rates = new Rates([], { invalid, now: () => now });
    fake.world.rates = rates;
    const secret = fake.channel("secret");
    const look = () => ask("GET", `/channels/${secret}/messages`);
    for (let count = 0; count < 3; count += 1) expect((await look()).status).toBe(403);
    expect(await ask("GET", `/channels/${channel}`)).toMatchObject({ status: 429 });
    expect([rates.invalid, rates.violations]).toEqual([4, ["invalid requests"]]);
    now = 600_000;
    expect((await ask("GET", `/channels/${channel}`)).status).toBe(200);
  });

  test("all requests together have a limit, answers to interactions not counted", async () => {
    const look = () => ask("GET", `/channels/${channel}`);
    for (let count = 0; count < 5; count += 1) expect((await look()).status).toBe(200);
    expect(await look()).toMatchObject({ status: 429, told: { global: true } });
    expect((await ask("POST", "/interactions/1/none/callback", { type: 5 })).status).toBe(404);
    now = 1_000;
    expect((await look()).status).toBe(200);
  });
});

test("answers come late or break off by script, and what was asked is done", async () => {
  const path = /messages$/;
  fake.faults.push({ method: "POST", path, delayMs: 40, times: 1 });
  const began = performance.now();
  expect((await post("late")).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(39);
  fake.faults.push({ method: "POST", path, cut: true, times: 1 });
  await expect(post("cut")).rejects.toThrow();
  expect(fake.seen(channel).map(({ text }) => text)).toEqual(["late", "cut"]);
});

describe("an interaction", () => {
  /** A button that was pressed this long ago. */
  function pressed(agoMs: number) {
    const interaction: Interaction = {
      id: fake.world.nextId(),
      token: `token-${agoMs}`,
      channel_id: channel,
      person: fake.person("Ana"),
      beganAt: performance.now() - agoMs,
      whispers: [],
      privately: [],
      typing: false,
      answered: Promise.withResolvers<void>(),
    };
    fake.world.interactions.set(interaction.token, interaction);
    const answer = (type = 5) =>
      ask("POST", `/interactions/${interaction.id}/${interaction.token}/callback`, { type });
    const follow = () =>
      ask("POST", `/webhooks/${fake.world.applicationId}/${interaction.token}`, { content: "more" });
    return { interaction, answer, follow };
  }

  test("is answered once, within three seconds", async () => {
    const { answer } = pressed(0);
    expect((await answer()).status).toBe(204);
    expect((await answer()).told.code).toBe(40_060);
    expect((await pressed(3_001).answer()).told.code).toBe(10_062);
  });

  test("is followed up for fifteen minutes, after it was answered", async () => {
    const { answer, follow } = pressed(1);
    expect((await follow()).told.code).toBe(10_015);
    await answer();
    expect((await follow()).status).toBe(200);
    const old = pressed(15 * 60_000 + 1);
    old.interaction.response = { type: 5 };
    expect((await old.follow()).told.code).toBe(50_027);
  });

  test("that nobody answers fails for the person", async () => {
    fake.world.commands = [{ id: "1", name: "go", description: "x" }];
    await expect(fake.slash(fake.person("Ana"), channel, "go")).rejects.toThrow("did not respond");
  }, 5_000);
});
