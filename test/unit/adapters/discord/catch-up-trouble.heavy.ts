import { afterEach, describe, expect, test } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import { eventually, realClock } from "../../../contract/platform-room.ts";
import { guild, textOf } from "./away.ts";

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

test("a catching up that breaks off goes on where it stopped", async () => {
  const { fake, recorder, come, call, heard, texts } = await guild(open);
  const channel = fake.channel("film");
  const first = await come();
  call(channel, "before");
  await heard("before");
  await first.stop();
  for (const text of ["one", "two", "three", "four"]) call(channel, text);
  const stuck = Promise.withResolvers<void>();
  recorder.before = async (event) => {
    if (textOf(event) !== "three") return;
    stuck.resolve();
    await new Promise(() => {});
  };
  const second = await come();
  await stuck.promise;
  await second.stop();
  recorder.before = async () => undefined;
  await come();
  await heard("four");
  expect(texts()).toEqual(["before", "one", "two", "three", "four"]);
});

test("what was said where a crash has cost the mark is heard, and nothing twice", async () => {
  const { fake, hearing, come, call, heard, texts, ana } = await guild(open);
  const [channel, direct] = [fake.channel("film"), fake.direct()];
  const first = await come();
  call(channel, "before");
  fake.say(direct, ana, "between us");
  await heard("before");
  await heard("between us");
  await first.stop();
  hearing.loseMarks();
  call(channel, "one");
  fake.say(direct, ana, "still between us");
  await come();
  await heard("one");
  await heard("still between us");
  expect(texts().toSorted()).toEqual(["before", "between us", "one", "still between us"]);
});

test("what waits in a direct message is heard before what is said there now", async () => {
  const { fake, come, heard, texts, ana } = await guild(open);
  const direct = fake.direct();
  const first = await come();
  fake.say(direct, ana, "before");
  await heard("before");
  await first.stop();
  for (const text of ["one", "two"]) fake.say(direct, ana, text);
  const coming = come();
  await eventually(() => expect(fake.gateway.joins.identify).toBe(2));
  fake.say(direct, ana, "live");
  await coming;
  await heard("live");
  expect(texts()).toEqual(["before", "one", "two", "live"]);
});

describe("a gap in the connection", () => {
  test("whose RESUME is refused is read back, and what is said meanwhile waits for it in its channel", async () => {
    const { fake, come, call, heard, texts } = await guild(open);
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
    const { fake, come, call, heard } = await guild(open);
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
  const { fake, recorder, come, call, heard, texts } = await guild(open);
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
  const { fake, recorder, hearing, come, call, heard } = await guild(open, hasty);
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
  const { fake, recorder, come, call, heard } = await guild(open, hasty);
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

test("how far a channel was heard is written together, and not a message at a time, but for the first", async () => {
  const { fake, hearing, come, call, heard } = await guild(open);
  const channel = fake.channel("film");
  const platform = await come();
  const begun = hearing.writes;
  for (let index = 0; index < 30; index += 1) call(channel, `line ${index}`);
  await heard("line 29");
  await platform.stop();
  expect(hearing.writes - begun).toBe(2);
  expect([...hearing.kept.values()].map(({ last }) => last)).toEqual([
    fake.world.channel(channel)?.messages.at(-1)?.id,
  ]);
});
