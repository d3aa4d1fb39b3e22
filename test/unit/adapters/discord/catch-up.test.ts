import { afterEach, describe, expect, test } from "vitest";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import {
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
} from "../../../contract/platform-room.ts";
import { FakeDiscord } from "../../../fakes/discord/fake-discord.ts";
import { KeptHearing } from "../../../fakes/kept-hearing.ts";

const HOUR_MS = 3_600_000;
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A guild, and a Backlot that comes and goes and keeps what it heard. */
async function guild(clock: Clock = realClock) {
  const fake = await FakeDiscord.start();
  open.push(() => fake.close());
  const hearing = new KeptHearing();
  const recorder = Object.assign(new Recorder(), { hearing });
  const come = async () => {
    const platform = createDiscordPlatform({
      config: { token: fake.world.token, apiUrl: fake.apiUrl },
      commands: [],
      blobs: keptInMemory(),
      clock,
      logger: quietLogger(),
    });
    open.push(() => platform.stop());
    await platform.start(recorder);
    return platform;
  };
  const texts = () => recorder.events.map(textOf);
  const heard = (text: string) =>
    eventually(
      () => recorder.events.find((event) => textOf(event) === text) ?? expect.fail(`${text}: not heard`),
    );
  const ana = fake.person("Ana");
  const call = (channel: string, text: string) => fake.say(channel, ana, `${fake.mention} ${text}`);
  return { fake, hearing, recorder, come, texts, heard, ana, call };
}

const textOf = (event: InboundEvent) => ("text" in event ? event.text : "");

describe("what was said while Backlot was away", () => {
  test("is heard at the next start, in order and once", async () => {
    const { fake, come, call, heard, texts, ana } = await guild();
    const channel = fake.channel("film");
    const first = await come();
    call(channel, "before");
    await heard("before");
    await first.stop();
    call(channel, "one");
    fake.say(channel, ana, "lunch, anyone?");
    call(channel, "two");
    call(channel, "three");
    await come();
    await heard("three");
    expect(texts()).toEqual(["before", "one", "two", "three"]);
    const again = await come();
    call(channel, "four");
    await heard("four");
    await again.stop();
    expect(texts()).toEqual(["before", "one", "two", "three", "four"]);
  });

  test("knows its author's roles and its place as the live one does", async () => {
    const { fake, come, call, heard } = await guild();
    const channel = fake.channel("film");
    const boss = fake.person("Boss", 8n);
    const first = await come();
    call(channel, "before");
    await heard("before");
    await first.stop();
    const said = fake.say(channel, boss, `${fake.mention} the boss asks`);
    await come();
    expect(await heard("the boss asks")).toMatchObject({
      id: `discord:message:${said.id}`,
      person: { id: boss.id, name: "Boss", role: "admin" },
      place: { workspace: fake.world.guildId, channel, thread: said.id },
    });
  });

  test("is heard in threads, in those archived meanwhile, in a new one, and in direct messages", async () => {
    const { fake, hearing, recorder, come, call, heard, ana } = await guild();
    const channel = fake.channel("film");
    const direct = fake.direct();
    const first = await come();
    fake.say(direct, ana, "between us");
    await heard("between us");
    const threads = ["kept", "archived"].map((name) => ({ name, id: fake.thread(channel, ana, name) }));
    for (const { name, id } of threads) {
      call(id, `begin ${name}`);
      recorder.open.push((await heard(`begin ${name}`)).place);
    }
    call(channel, "in the channel");
    await heard("in the channel");
    await first.stop();
    hearing.age(HOUR_MS);
    for (const { name, id } of threads) fake.say(id, ana, `more in ${name}`);
    fake.say(direct, ana, "still between us");
    call(fake.thread(channel, ana, "new"), "in a new thread");
    const archived = fake.world.channel(threads[1]?.id ?? "");
    if (archived) archived.archivedAt = new Date().toISOString();
    await come();
    for (const text of ["more in kept", "more in archived", "still between us", "in a new thread"])
      await heard(text);
  });

  test("is asked for nowhere that was silent, nor where Backlot may not look", async () => {
    const { fake, come, call, heard } = await guild();
    const [busy = "", silent = "", secret = ""] = ["busy", "silent", "secret"].map((name) =>
      fake.channel(name),
    );
    const first = await come();
    for (const channel of [busy, silent, secret]) call(channel, `begin ${channel}`);
    for (const channel of [busy, silent, secret]) await heard(`begin ${channel}`);
    await first.stop();
    call(secret, "not for you");
    call(busy, "hello again");
    fake.world.reads.length = 0;
    await come();
    await heard("hello again");
    expect(fake.world.reads).toEqual([busy]);
  });

  test("is not looked for before anything was ever heard", async () => {
    const { fake, come, call, heard } = await guild();
    const channel = fake.channel("film");
    call(channel, "long before");
    await come();
    call(channel, "hello");
    await heard("hello");
    expect(fake.world.reads).toEqual([]);
  });
});

describe("what is too old to be answered one by one", () => {
  test("is told together, and what is not is answered", async () => {
    const { fake, hearing, come, call, heard, texts } = await guild();
    const channel = fake.channel("film");
    const first = await come();
    call(channel, "before");
    await heard("before");
    await first.stop();
    const old = ["old one", "old two"].map((text) => call(channel, text));
    for (const message of old)
      Object.assign(message, { timestamp: new Date(Date.now() - 20 * HOUR_MS).toISOString() });
    call(channel, "new one");
    await come();
    await heard("new one");
    expect(texts()).toEqual(["before", "new one"]);
    expect(hearing.told).toHaveLength(1);
    expect(hearing.told[0]).toMatchObject({
      home: { platform: "discord", workspace: fake.world.guildId, channel },
      more: false,
    });
    expect(hearing.told[0]?.home.thread).toBeUndefined();
    expect(hearing.told[0]?.events.map(textOf)).toEqual(["old one", "old two"]);
  });

  test("and so is what would be too many answers at once", async () => {
    const { fake, hearing, come, call, heard, texts } = await guild();
    const channel = fake.channel("film");
    const first = await come();
    call(channel, "before");
    await heard("before");
    await first.stop();
    for (let index = 0; index < 130; index += 1) call(channel, `line ${index}`);
    await come();
    await heard("line 129");
    expect(hearing.told[0]?.events).toHaveLength(105);
    expect(texts()).toEqual(["before", ...Array.from({ length: 25 }, (_, index) => `line ${105 + index}`)]);
    expect(fake.world.reads).toEqual([channel, channel]);
  });
});

describe("a gap in the connection", () => {
  test("whose RESUME is refused is read back, and what is said meanwhile waits for it in its channel", async () => {
    const { fake, come, call, heard, texts } = await guild();
    const channel = fake.channel("film");
    await come();
    call(channel, "before");
    await heard("before");
    fake.gateway.forget();
    for (const text of ["one", "two", "three"]) call(channel, text);
    await eventually(() => expect(fake.gateway.joins.identify).toBe(2));
    call(channel, "live");
    await heard("live");
    expect(texts()).toEqual(["before", "one", "two", "three", "live"]);
  });

  test("that RESUME bridges is not read back", async () => {
    const { fake, come, call, heard } = await guild();
    const channel = fake.channel("film");
    await come();
    call(channel, "before");
    await heard("before");
    fake.gateway.drop();
    call(channel, "in the gap");
    await heard("in the gap");
    expect(fake.gateway.joins).toEqual({ identify: 1, resume: 1 });
    expect(fake.world.reads).toEqual([]);
  });
});

test("what the store could not take is read back when it is there again", async () => {
  const { fake, recorder, come, call, heard, texts } = await guild();
  const channel = fake.channel("film");
  const first = await come();
  call(channel, "before");
  await heard("before");
  let refused = 0;
  recorder.before = async (event) => {
    if (textOf(event) !== "lost") return;
    refused += 1;
    throw new Error("the store is away");
  };
  call(channel, "lost");
  call(channel, "after");
  await eventually(() => expect(refused).toBeGreaterThan(0));
  await first.stop();
  recorder.before = async () => undefined;
  await come();
  await heard("after");
  expect(texts()).toEqual(["before", "lost", "after"]);
});

test("what the store could not take for long is read back without a restart", async () => {
  const hasty = { ...realClock, after: (ms: number, call: () => void) => realClock.after(ms / 100, call) };
  const { fake, recorder, hearing, come, call, heard } = await guild(hasty);
  const channel = fake.channel("film");
  await come();
  call(channel, "before");
  await heard("before");
  let refusals = 8;
  recorder.before = async (event) => {
    if (textOf(event) !== "lost") return;
    refusals -= 1;
    if (refusals >= 0) throw new Error("the store is away");
  };
  const lost = call(channel, "lost");
  call(channel, "after");
  await heard("after");
  await heard("lost");
  expect(fake.world.reads).toEqual([channel]);
  await eventually(() => expect([...hearing.kept.values()][0]?.last).not.toBe(lost.id));
});

test("what can never be taken is not tried for ever", async () => {
  const hasty = { ...realClock, after: (ms: number, call: () => void) => realClock.after(ms / 1_000, call) };
  const { fake, recorder, come, call, heard } = await guild(hasty);
  const channel = fake.channel("film");
  await come();
  let tries = 0;
  recorder.before = async (event) => {
    if (textOf(event) !== "poison") return;
    tries += 1;
    throw new AppError("internal", "cannot be stored");
  };
  call(channel, "poison");
  call(channel, "after");
  await heard("after");
  expect(tries).toBe(1);
  expect(fake.world.reads).toEqual([]);
});

test("how far a channel was heard is written together, and not a message at a time", async () => {
  const { fake, hearing, come, call, heard } = await guild();
  const channel = fake.channel("film");
  const platform = await come();
  const begun = hearing.writes;
  for (let index = 0; index < 30; index += 1) call(channel, `line ${index}`);
  await heard("line 29");
  await platform.stop();
  expect(hearing.writes - begun).toBe(1);
  expect([...hearing.kept.values()].map(({ last }) => last)).toEqual([
    fake.world.channel(channel)?.messages.at(-1)?.id,
  ]);
});
