import { afterEach, describe, expect, test } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Place } from "../../../../src/domain/session.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import { realClock } from "../../../contract/platform-room.ts";
import { guild } from "./away.ts";

const HOUR_MS = 3_600_000;
const hasty: Clock = { ...realClock, after: (ms, call) => realClock.after(ms / 100, call) };
const AWAY = new AppError("unavailable", "the store is away", { retryable: true });
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A Backlot that was called once, and left. What opens a thread is its session from then on. */
async function away() {
  let laterMs = 0;
  const lab = await guild(open, { ...hasty, now: () => new Date(Date.now() + laterMs) });
  const pass = (ms: number) => {
    laterMs += ms;
  };
  const { fake, recorder, come, call, heard } = lab;
  const channel = fake.channel("film");
  const strange = fake.channel("strange");
  recorder.knows = async (place: Place) =>
    place.thread !== undefined && recorder.events.some((one) => one.place.thread === place.thread);
  const first = await come();
  call(channel, "before");
  await heard("before");
  await first.stop();
  /** Opens a thread from a message, as a person does. */
  const begin = (from: { readonly id: string; readonly channel_id: string }) => {
    const { channels } = fake.world;
    channels.set(from.id, {
      ...{ id: from.id, type: 11, name: "talk", parent_id: from.channel_id, owner_id: lab.ana.id },
      messages: [],
    });
    return from.id;
  };
  return { ...lab, channel, strange, begin, pass };
}

describe("a thread that began while Backlot was away", () => {
  test("counts from the call on that opened it, which is heard first", async () => {
    const { fake, come, call, heard, texts, ana, channel, begin } = await away();
    const thread = begin(call(channel, "the call"));
    fake.say(thread, ana, "what follows");
    fake.faults.push({
      method: "GET",
      path: new RegExp(`/channels/${channel}/messages`),
      delayMs: 100,
      times: 9,
    });
    await come();
    fake.say(thread, ana, "and what is said now");
    await heard("and what is said now");
    expect(texts().slice(1)).toEqual(["the call", "what follows", "and what is said now"]);
  });

  test("counts from the first call in it on", async () => {
    const { fake, come, call, heard, texts, ana, channel } = await away();
    const thread = fake.thread(channel, ana, "talk");
    fake.say(thread, ana, "nothing for Backlot");
    call(thread, "a call");
    fake.say(thread, ana, "what follows");
    await come();
    await heard("what follows");
    expect(texts().slice(1)).toEqual(["a call", "what follows"]);
  });

  test("counts also while the call that opens it is still being stored", async () => {
    const { fake, recorder, come, call, heard, ana, channel, strange, begin } = await away();
    await come();
    const stored = Promise.withResolvers<void>();
    recorder.before = (event) =>
      "text" in event && event.text === "the call" ? stored.promise : Promise.resolve();
    const thread = begin(call(channel, "the call"));
    fake.gateway.dispatch(
      "THREAD_CREATE",
      fake.world.channelJson(fake.world.channel(thread) ?? expect.fail()),
    );
    fake.say(thread, ana, "what follows");
    call(strange, "elsewhere");
    await heard("elsewhere");
    stored.resolve();
    await heard("what follows");
  });
});

describe("what could not be read", () => {
  test("is read in the next life, however much was heard since", async () => {
    const { fake, hearing, come, call, heard, texts, channel } = await away();
    call(channel, "missed");
    fake.faults.push({ method: "GET", path: /\/messages/, status: 503, body: {}, times: 1_000 });
    const second = await come();
    call(channel, "live");
    // Held for a minute, it goes ahead.
    await heard("live");
    await second.stop();
    const mark = [...hearing.kept.values()].find(({ home }) => home.channel === channel && !home.thread);
    fake.faults.length = 0;
    await come();
    await heard("missed");
    expect(texts()).toEqual(["before", "live", "missed"]);
    expect(mark).toBeDefined();
  });

  test("holds what comes later, and is not overtaken when it can be read again soon", async () => {
    const { fake, come, call, heard, texts, channel } = await away();
    call(channel, "missed");
    fake.faults.push({ method: "GET", path: /\/messages/, status: 503, body: {}, times: 20 });
    await come();
    call(channel, "live");
    await heard("live");
    expect(texts()).toEqual(["before", "missed", "live"]);
  });

  test("in channels where nobody called before is read in the next life, too", async () => {
    const { fake, come, call, heard, channel, strange, pass } = await away();
    pass(HOUR_MS);
    call(strange, "in a strange channel");
    fake.faults.push({
      ...{ method: "GET", path: new RegExp(`/channels/${strange}/messages`), status: 503, body: {} },
      times: 1_000,
    });
    const second = await come();
    call(channel, "live");
    await heard("live");
    await second.stop();
    fake.faults.length = 0;
    await come();
    await heard("in a strange channel");
  });

  test("is looked for as soon as the store tells how far was heard", async () => {
    const { hearing, come, call, heard, texts, channel } = await away();
    call(channel, "missed");
    const marks = hearing.marks.bind(hearing);
    let tries = 0;
    hearing.marks = async (platform) => {
      tries += 1;
      if (tries < 10) throw AWAY;
      return marks(platform);
    };
    await come();
    call(channel, "live");
    await heard("live");
    expect(texts()).toEqual(["before", "missed", "live"]);
  });
});

describe("what the store would not take", () => {
  test("and never will keeps nothing else waiting", async () => {
    const { recorder, come, call, heard, texts, channel } = await away();
    recorder.before = async (event) => {
      if ("text" in event && event.text === "poison") throw new AppError("invalid", "never");
    };
    call(channel, "poison");
    call(channel, "missed");
    await come();
    await heard("missed");
    expect(texts()).toEqual(["before", "missed"]);
  });

  test("of edits and deletions is told again", async () => {
    const { fake, recorder, come, call, heard, ana, channel } = await away();
    await come();
    const said = call(channel, "a word");
    await heard("a word");
    const amend = recorder.amend.bind(recorder);
    let tries = 0;
    recorder.amend = async (amendment) => {
      tries += 1;
      if (tries < 9) throw AWAY;
      return amend(amendment);
    };
    fake.edit(said, ana, `${fake.mention} another word`);
    await expect.poll(() => recorder.amendments.map(({ text }) => text)).toContain("another word");
  });

  test("is read back with newer words where it was taken before, and its mark lost", async () => {
    const { fake, hearing, recorder, come, call, heard, ana, channel } = await away();
    const marks = [...hearing.kept];
    const second = await come();
    const said = call(channel, "a word");
    await heard("a word");
    await second.stop();
    hearing.kept.clear();
    for (const [key, mark] of marks) hearing.kept.set(key, mark);
    fake.edit(said, ana, `${fake.mention} another word`);
    await come();
    await expect.poll(() => recorder.amendments.map(({ text }) => text)).toContain("another word");
  });
});
