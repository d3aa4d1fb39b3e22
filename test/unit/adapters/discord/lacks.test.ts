import { afterEach, expect, test } from "vitest";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import {
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
} from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";
import { KeptHearing } from "../../../fakes/kept-hearing.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function guild(prepare: (fake: FakeDiscord) => void = () => undefined) {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  prepare(fake);
  const hearing = new KeptHearing();
  const recorder = Object.assign(new Recorder(), { hearing });
  const lines: { level: string; message: string; data: object }[] = [];
  const come = async () => {
    const platform = createDiscordPlatform({
      config: { token: fake.world.token, apiUrl: fake.apiUrl },
      commands: [],
      blobs: keptInMemory(),
      clock: realClock,
      logger: quietLogger(lines),
    });
    open.push(() => platform.stop());
    await platform.start(recorder);
  };
  await come();
  const ana = fake.person("Ana");
  const call = async (channel: string, text: string) => {
    fake.say(channel, ana, `${fake.mention} ${text}`);
    await eventually(() =>
      expect(recorder.events.some((event) => "text" in event && event.text === text)).toBe(true),
    );
  };
  const warned = () => lines.filter(({ message }) => message.startsWith("permissions are missing"));
  return { fake, hearing, call, warned, come };
}

test("what is missing in a channel is said there once, with what it stops and what to do", async () => {
  const { fake, hearing, call, warned, come } = await guild();
  const channel = fake.channel("no-threads, no-files");
  await call(channel, "one");
  await call(channel, "two");
  await come();
  await call(channel, "three");
  await eventually(() => expect(hearing.notices).toHaveLength(1));
  expect(hearing.notices[0]?.text).toBe(
    "I cannot open a thread for each talk or show pictures and send files in this channel. Whoever runs the server gives me the permissions **Create Public Threads** and **Attach Files** in its settings.",
  );
  expect(warned()[0]?.data).toMatchObject({
    channel,
    missing: [
      "Create Public Threads: cannot open a thread for each talk",
      "Attach Files: cannot show pictures and send files",
    ],
  });
});

test("where it cannot speak it is logged alone", async () => {
  const { fake, hearing, call, warned } = await guild();
  const channel = fake.channel("read-only");
  await call(channel, "one");
  await eventually(() => expect(warned()).toHaveLength(1));
  expect(hearing.notices).toEqual([]);
});

test("nothing is said where nothing is missing", async () => {
  const { fake, hearing, call, warned } = await guild();
  const channel = fake.channel("film");
  await call(channel, "one");
  await call(channel, "two");
  expect([hearing.notices, warned()]).toEqual([[], []]);
});

test("what is missing in the whole server is logged when it is there", async () => {
  const { warned } = await guild(({ world }) => {
    world.botRole.permissions = "0";
  });
  await eventually(() =>
    expect(warned()).toMatchObject([
      { data: { missing: expect.arrayContaining([expect.stringContaining("Add Reactions: cannot")]) } },
    ]),
  );
});
