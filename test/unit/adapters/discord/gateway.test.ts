import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import {
  eventually,
  fakeCommand,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
} from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";

const commands = [fakeCommand({ name: "help", options: z.object({}) })];
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function connected(
  prepare: (fake: FakeDiscord) => void = () => undefined,
  shards: number | "auto" = 1,
) {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  prepare(fake);
  const recorder = new Recorder();
  const lines: { level: string; message: string; data: object }[] = [];
  const platform = createDiscordPlatform({
    config: { token: fake.world.token, apiUrl: fake.apiUrl, shards },
    commands,
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(lines),
  });
  open.push(() => platform.stop());
  await platform.start(recorder);
  const ana = fake.person("Ana");
  const call = (channel: string, text: string) => fake.say(channel, ana, `${fake.mention} ${text}`);
  const texts = () => recorder.events.map((event) => ("text" in event ? event.text : ""));
  return { fake, platform, lines, ana, call, texts };
}

describe("a connection that breaks", () => {
  test.each([
    ["by the network", (fake: FakeDiscord) => fake.gateway.drop()],
    ["because Discord asks for a new one", (fake: FakeDiscord) => fake.gateway.askToReconnect()],
    ["with a code that lets it resume", (fake: FakeDiscord) => fake.gateway.closeWith(4_000)],
  ])("%s is resumed, and nothing said meanwhile is lost or heard twice", async (_how, breaks) => {
    const { fake, call, texts } = await connected();
    const channel = fake.channel("film");
    call(channel, "before");
    breaks(fake);
    call(channel, "meanwhile");
    await eventually(() => expect(fake.gateway.joins).toEqual({ identify: 1, resume: 1 }));
    call(channel, "after");
    await eventually(() => expect(texts()).toEqual(["before", "meanwhile", "after"]));
  });

  test("unnoticed, with nobody at the other end, is found by its heartbeat and resumed", async () => {
    const { fake, platform, call, texts } = await connected((one) => {
      one.gateway.heartbeatMs = 80;
    });
    const channel = fake.channel("film");
    fake.gateway.mischief.deaf = true;
    await eventually(() => expect(fake.gateway.joins.resume).toBeGreaterThan(0));
    fake.gateway.mischief.deaf = false;
    call(channel, "still there?");
    await eventually(() => expect(texts()).toEqual(["still there?"]));
    await eventually(() => platform.check());
  });

  test("for good is logged with its code, and the check says so", async () => {
    const { fake, platform, lines } = await connected();
    fake.gateway.closeWith(4_014);
    await eventually(() =>
      expect(lines.filter(({ level }) => level === "error")).toMatchObject([
        {
          message: expect.stringContaining("closed for good"),
          data: { code: 4_014, shard: 0, cause: expect.stringContaining("Message Content Intent") },
        },
      ]),
    );
    await expect(platform.check()).rejects.toThrow("the Discord gateway is not connected");
  });
});

describe("dispatches", () => {
  test("told twice are heard once, and told in another order are all heard", async () => {
    const { fake, call, texts } = await connected();
    const channel = fake.channel("film");
    fake.gateway.mischief.repeat = 1;
    call(channel, "twice");
    await eventually(() => expect(texts()).toEqual(["twice"]));
    fake.gateway.mischief.swap = true;
    call(channel, "first");
    call(channel, "second");
    await eventually(() => expect(texts()).toEqual(["twice", "second", "first"]));
  });
});

describe("shards", () => {
  test("that Discord wants and that are not set are named", async () => {
    const few = connected(({ gateway }) => {
      gateway.leastShards = 2;
    });
    await expect(few).rejects.toMatchObject({ code: "invalid", hint: "Set DISCORD_SHARDS to auto." });
  });

  test.each([
    ["as many as are set", 3 as const],
    ["as many as Discord recommends", "auto" as const],
  ])("%s hear everything once, and commands are published once, when all are there", async (_how, shards) => {
    const { fake, platform, ana, call, texts } = await connected(({ gateway }) => {
      gateway.recommendedShards = 3;
      gateway.maxConcurrency = 16;
    }, shards);
    expect(fake.gateway.joins.identify).toBe(3);
    expect(fake.world.commandWrites).toBe(1);
    await platform.check();
    call(fake.channel("film"), "in a channel");
    fake.say(fake.direct(), ana, "between us");
    await eventually(() => expect(texts().toSorted()).toEqual(["between us", "in a channel"]));
    fake.gateway.drop();
    await expect(
      eventually(async () => {
        await expect(platform.check()).rejects.toThrow(/not connected \(shards [0-2]/);
      }),
    ).resolves.toBeUndefined();
    await eventually(() => expect(fake.gateway.joins.resume).toBe(3));
    await eventually(() => platform.check());
  });
});
