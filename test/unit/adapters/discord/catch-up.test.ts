import { afterEach, describe, expect, test } from "vitest";
import { realClock } from "../../../contract/platform-room.ts";
import { PRIVATE_THREAD } from "../../../fakes/discord/world.ts";
import { guild, textOf } from "./away.ts";

const HOUR_MS = 3_600_000;
/** What was said so long ago stands in what Discord tells. */
const SOME_MS = 30_000;
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

describe("what was said while Backlot was away", () => {
  test("is heard at the next start, in order and once", async () => {
    const { fake, come, call, heard, texts, ana } = await guild(open);
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

  test("is known of from the first message in a channel on, before anything else is written", async () => {
    const { fake, hearing, come, call, heard } = await guild(open);
    const channel = fake.channel("film");
    await come();
    const first = call(channel, "the first");
    await heard("the first");
    await expect
      .poll(() => [...hearing.kept.values()])
      .toMatchObject([{ last: first.id, home: { channel } }]);
  });

  test("knows its author's roles and its place as the live one does", async () => {
    const { fake, come, call, heard } = await guild(open);
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
    const { fake, hearing, recorder, come, call, heard, ana } = await guild(open);
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
    const { fake, hearing, come, call, heard } = await guild(open);
    const [busy = "", silent = "", secret = ""] = ["busy", "silent", "secret"].map((name) =>
      fake.channel(name),
    );
    const first = await come();
    for (const channel of [busy, silent, secret]) call(channel, `begin ${channel}`);
    for (const channel of [busy, silent, secret]) await heard(`begin ${channel}`);
    await first.stop();
    for (const [key, mark] of hearing.kept)
      if (mark.home.channel === silent)
        hearing.kept.set(key, { ...mark, at: new Date(mark.at.getTime() - HOUR_MS) });
    call(secret, "not for you");
    call(busy, "hello again");
    fake.world.reads.length = 0;
    await come();
    await heard("hello again");
    expect(new Set(fake.world.reads)).toEqual(new Set([busy]));
  });

  test("is not looked for before anything was ever heard", async () => {
    const { fake, come, call, heard } = await guild(open);
    const channel = fake.channel("film");
    call(channel, "long before");
    await come();
    call(channel, "hello");
    await heard("hello");
    expect(fake.world.reads).toEqual([]);
  });
});

describe("what was changed while Backlot was away", () => {
  /** A word that was heard an hour ago, in a channel, a thread and a direct message. */
  async function heardBefore() {
    let laterMs = 0;
    const lab = await guild(open, { ...realClock, now: () => new Date(Date.now() + laterMs) });
    const { fake, hearing, come, call, heard, ana } = lab;
    const channel = fake.channel("film");
    const direct = fake.direct();
    const first = await come();
    const said = [call(channel, "in the channel"), fake.say(direct, ana, "between us")];
    const thread = fake.thread(channel, ana, "talk");
    said.push(call(thread, "in the thread"));
    for (const text of ["in the channel", "between us", "in the thread"]) await heard(text);
    await first.stop();
    hearing.age(HOUR_MS);
    laterMs = SOME_MS;
    fake.world.reads.length = 0;
    return { ...lab, said, channel, thread, direct };
  }
  const eventIds = (said: readonly { readonly id: string }[]) =>
    said.map(({ id }) => `discord:message:${id}`);

  test("is told of with its newest words, where people talked last", async () => {
    const { fake, recorder, come, ana, said } = await heardBefore();
    for (const message of said) fake.edit(message, ana, `${fake.mention} edited`);
    await come();
    await expect.poll(() => recorder.amendments, { timeout: 5_000 }).toHaveLength(3);
    expect(recorder.amendments.map(({ event_id }) => event_id).toSorted()).toEqual(eventIds(said).toSorted());
    expect(new Set(recorder.amendments.map(({ text }) => text))).toEqual(new Set(["edited"]));
    expect(recorder.events).toHaveLength(3);
  });

  test("comes before what was said meanwhile, which has its newest words by itself; what was edited long ago is not told again", async () => {
    const { fake, recorder, come, call, heard, ana, said, channel } = await heardBefore();
    const [first] = said;
    if (first) Object.assign(first, { edited_timestamp: new Date(Date.now() - 3 * HOUR_MS).toISOString() });
    const later = call(channel, "later");
    fake.edit(later, ana, `${fake.mention} much later`);
    let amended: number | undefined;
    recorder.before = async () => {
      amended = recorder.amendments.length;
    };
    fake.edit(said[1] ?? later, ana, "changed");
    await come();
    await heard("much later");
    expect(amended).toBeDefined();
    await expect.poll(() => recorder.amendments.map(({ text }) => text)).toEqual(["changed"]);
  });

  test("is told of where it was deleted, at no further request, and what stands there still is left", async () => {
    const { fake, hearing, recorder, come, said, channel, thread } = await heardBefore();
    const stood = new Map(said.map(({ channel_id, id }) => [channel_id, [id]]));
    hearing.stood = ({ channel: at, thread: talk }) => stood.get(talk ?? at) ?? [];
    const [left, ...gone] = said;
    for (const message of gone) fake.erase(message);
    await come();
    await expect.poll(() => recorder.amendments, { timeout: 5_000 }).toHaveLength(2);
    expect(recorder.amendments.map(({ event_id }) => event_id).toSorted()).toEqual(eventIds(gone).toSorted());
    expect(recorder.amendments).not.toContainEqual(
      expect.objectContaining({ event_id: eventIds(left ? [left] : [])[0] }),
    );
    for (const amendment of recorder.amendments)
      expect(amendment).toMatchObject({ text: null, missing: true });
    const reads = (id: string) => fake.world.reads.filter((read) => read === id);
    expect([reads(channel), reads(thread)]).toEqual([[channel], [thread]]);
  });

  test("is not thought deleted where it stands before what was read, or where Backlot may not read", async () => {
    const { fake, hearing, recorder, come, call, heard } = await guild(open);
    const [busy = "", quiet = "", shut = ""] = ["busy", "quiet", "no-history"].map((name) =>
      fake.channel(name),
    );
    const first = await come();
    for (const channel of [busy, quiet, shut]) call(channel, `begin ${channel}`);
    for (const channel of [busy, quiet, shut]) await heard(`begin ${channel}`);
    await first.stop();
    hearing.age(HOUR_MS);
    hearing.stood = ({ channel, thread }) => (thread === undefined ? [`10${channel.slice(2)}`] : []);
    for (let index = 0; index < 60; index += 1) call(busy, `line ${index}`);
    fake.world.reads.length = 0;
    await come();
    await heard("line 59");
    await expect.poll(() => new Set(fake.world.reads)).toEqual(new Set([busy, quiet, shut]));
    for (const channel of [busy, quiet, shut]) call(channel, `live ${channel}`);
    for (const channel of [busy, quiet, shut]) await heard(`live ${channel}`);
    expect(recorder.amendments.map(({ event_id }) => event_id)).toEqual(
      eventIds([{ id: `10${quiet.slice(2)}` }]),
    );
  });

  test("is looked for where people talked just now after a moment's absence, too", async () => {
    const { fake, recorder, come, call, heard, ana, channel } = await heardBefore();
    const second = await come();
    const again = call(channel, "again");
    await heard("again");
    await second.stop();
    fake.world.reads.length = 0;
    recorder.amendments.length = 0;
    fake.edit(again, ana, `${fake.mention} once more`);
    await come();
    await expect.poll(() => recorder.amendments.map(({ text }) => text)).toEqual(["once more"]);
    expect(fake.world.reads).toContain(channel);
  });
});

test("threads that are private are read back when they were archived meanwhile", async () => {
  const { fake, hearing, recorder, come, call, heard, ana } = await guild(open);
  const channel = fake.channel("film");
  const first = await come();
  call(channel, "in the channel");
  const thread = fake.thread(channel, ana, "between few", PRIVATE_THREAD);
  call(thread, "in private");
  recorder.open.push((await heard("in private")).place);
  await first.stop();
  hearing.age(HOUR_MS);
  fake.say(thread, ana, "more in private");
  const archived = fake.world.channel(thread);
  if (archived) archived.archivedAt = new Date().toISOString();
  await come();
  expect((await heard("more in private")).place).toMatchObject({ channel, thread });
});

describe("what is too old to be answered one by one", () => {
  test("is told together, and what is not is answered", async () => {
    const { fake, hearing, come, call, heard, texts } = await guild(open);
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
    const { fake, hearing, come, call, heard, texts } = await guild(open);
    const channel = fake.channel("film");
    const first = await come();
    call(channel, "before");
    await heard("before");
    await first.stop();
    for (let index = 0; index < 130; index += 1) call(channel, `line ${index}`);
    fake.world.memberReads = 0;
    await come();
    await heard("line 129");
    expect(fake.world.memberReads).toBe(1);
    expect(hearing.told[0]?.events).toHaveLength(105);
    expect(texts()).toEqual(["before", ...Array.from({ length: 25 }, (_, index) => `line ${105 + index}`)]);
    // Once for what was changed, and two pages of what is new.
    expect(fake.world.reads).toEqual([channel, channel, channel]);
  });
});
