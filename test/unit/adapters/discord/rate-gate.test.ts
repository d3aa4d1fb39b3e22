import type { RateLimitData } from "discord.js";
import { afterEach, describe, expect, test } from "vitest";
import { createRateGate } from "../../../../src/adapters/discord/rate-gate.ts";
import { ratedRequest } from "../../../../src/adapters/discord/rated-request.ts";
import type { DeliveryFailure } from "../../../../src/ports/platform.ts";
import { realClock, reply } from "../../../contract/platform-room.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";
import type { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";
import { Rates } from "../../../fakes/discord/rates.ts";

const POSTS = /^POST \/channels\/\d+\/messages$/;
const EDITS = /^PATCH \/channels\/\d+\/messages\/\d+$/;
const violations = ({ world }: FakeDiscord) => world.rates?.violations;
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("the real discord.js meets no empty bucket", () => {
  /** A guild that takes five posts in this time in a channel, and as many edits. */
  async function limited(perMs: number) {
    const { fake, platform, close } = await openDiscordRoom([]);
    open.push(close);
    const bucket = { limit: 5, perMs };
    const limit = () => {
      fake.world.rates = new Rates([
        [POSTS, bucket],
        [EDITS, bucket],
      ]);
    };
    limit();
    const film = fake.channel("film");
    const placeOf = (channel: string) =>
      ({ platform: "discord", workspace: fake.world.guildId, channel }) as const;
    const edit = (id: string, text: string, channel: string) =>
      platform.edit(placeOf(channel), id, { ...reply(text), id: "msg_long", version: 2 });
    /** Until it is taken. */
    const post = async (name: string, text = name, channel = film): Promise<unknown> => {
      try {
        return await platform.send(placeOf(channel), { ...reply(text), id: `msg_${name}` });
      } catch (error) {
        const { final, retryAfterMs = 20 } = error as DeliveryFailure;
        if (final) throw error;
        await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
        return post(name, text, channel);
      }
    };
    return { fake, channel: film, post, edit, limit };
  }

  test("when many posts come before it knows of one", async () => {
    const { fake, channel, post } = await limited(400);
    const posts = [];
    for (let count = 0; count < 12; count += 1) {
      posts.push(post(`${count}`));
      if (count % 3 === 2) await new Promise((resolve) => setTimeout(resolve, 3));
    }
    await Promise.all(posts);
    expect(fake.seen(channel)).toHaveLength(12);
    expect(violations(fake)).toEqual([]);
  });

  test("when a message is longer than a bucket, which is then waited for, in its posts and their edits", async () => {
    const { fake, post, edit, limit } = await limited(3_100);
    fake.world.rates = undefined;
    const long = Array.from({ length: 4_000 }, (_, index) => `w${index}`).join(" ");
    const [here, there] = [fake.channel("here"), fake.channel("there")];
    const id = String(await post("long", long, there));
    expect(fake.seen(there).length).toBeGreaterThan(5);
    limit();
    await Promise.all([post("other", long, here), edit(id, `${long}, and more`, there)]);
    expect(fake.seen(here)).toHaveLength(fake.seen(there).length);
    expect(fake.seen(there).at(-1)?.text).toMatch(/and more$/);
    expect(violations(fake)).toEqual([]);
  });

  test.each([
    ["is lost", { status: 500, after: true }],
    ["breaks off", { cut: true }],
    ["says nothing of its bucket", { status: 503 }],
  ])("when an answer %s", async (_what, fault) => {
    const { fake, channel, post } = await limited(400);
    for (let count = 0; count < 7; count += 1) {
      if (count === 3 || count === 4)
        fake.faults.push({ method: "POST", path: /messages$/, times: 1, ...fault });
      await post(`${count}`);
    }
    expect(fake.seen(channel)).toHaveLength(7);
    expect(violations(fake)).toEqual([]);
  });
});

describe("a request that has to wait", () => {
  const API = "https://discord.test/api/v10";
  /** A server whose one bucket is empty after each answer, for this long. */
  function server(afterMs: number, hold: (limited: RateLimitData) => void = () => {}) {
    const sent: string[] = [];
    const headers = {
      "x-ratelimit-bucket": "b",
      "x-ratelimit-limit": "1",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset-after": `${afterMs / 1_000}`,
    };
    const send = async (url: string) => {
      sent.push(url.slice(API.length));
      return new Response("{}", { headers });
    };
    const gate = createRateGate({ clock: realClock, send, hold });
    return {
      sent,
      get: (path: string, signal?: AbortSignal) =>
        gate(`${API}${path}`, { method: "GET", ...(signal ? { signal } : {}) }),
    };
  }

  test("is handed back where that is wanted, and holds up no other channel", async () => {
    const long = server(60_000, ({ route, retryAfter }) => {
      throw new Error(`${route} in ${Math.round(retryAfter / 1_000)} s`);
    });
    await long.get("/channels/100000000000000001/messages");
    await expect(long.get("/channels/100000000000000001/messages?limit=5")).rejects.toThrow(
      "/channels/:id/messages in 60 s",
    );
    await long.get("/channels/100000000000000002/messages");
    expect(long.sent).toHaveLength(2);
  });

  test("has more time where it brings files", async () => {
    const signals: unknown[] = [];
    const send = async (_url: string, { signal }: { signal?: unknown }) => {
      signals.push(signal);
      return new Response("{}");
    };
    const gate = createRateGate({ clock: realClock, send, hold: () => {} });
    const { signal } = new AbortController();
    await gate(`${API}/channels/1/messages`, { method: "POST", body: "{}", signal });
    await gate(`${API}/channels/1/messages`, { method: "POST", body: new FormData() as never, signal });
    expect(signals.map((one) => one === signal)).toEqual([true, false]);
  });

  test("is not made any more when nobody waits for it", async () => {
    const long = server(60_000);
    await long.get("/guilds/100000000000000001/members/100000000000000002");
    await expect(
      long.get("/guilds/100000000000000001/members/100000000000000003", AbortSignal.timeout(10)),
    ).rejects.toMatchObject({ name: "TimeoutError" });
    expect(long.sent).toHaveLength(1);
  });
});

test("requests are counted as Discord counts them", () => {
  const of = (method: string, path: string) => ratedRequest(method, `http://127.0.0.1:1/api/v10${path}`);
  const [channel, message] = ["100000000000000001", "100000000000000002"];
  expect(of("PATCH", `/channels/${channel}/messages/${message}`)).toMatchObject({
    route: "PATCH /channels/:id/messages/:id",
    major: `/channels/${channel}`,
  });
  expect(of("PUT", `/channels/${channel}/messages/${message}/reactions/%E2%9C%85/@me`)).toMatchObject({
    route: "/channels/:id/messages/:id/reactions/:reaction",
  });
  expect(of("PATCH", `/webhooks/${channel}/abc/messages/@original`)).toMatchObject({
    route: "PATCH /webhooks/:id/:token/messages/@original",
    major: `/webhooks/${channel}/abc`,
  });
  expect(of("GET", "/gateway/bot?x=1")).toMatchObject({ route: "GET /gateway/bot", major: "" });
  expect(of("POST", `/interactions/${channel}/abc/callback`)).toBeUndefined();
});
