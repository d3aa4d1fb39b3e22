import { afterEach, describe, expect, test } from "vitest";
import { createSlackPlatform } from "../../../../src/adapters/slack/platform.ts";
import type { InboundEvent } from "../../../../src/chat/inbound-event.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import {
  eventually,
  keptInMemory,
  quietLogger,
  Recorder,
  realClock,
} from "../../../contract/platform-room.ts";
import { KeptHearing } from "../../../fakes/kept-hearing.ts";
import { FakeSlack } from "../../../fakes/slack/fake-slack.ts";
import type { SlackPerson } from "../../../fakes/slack/workspace.ts";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly data: object;
}

const HOUR_MS = 3_600_000;
const hasty: Clock = { ...realClock, after: (ms, call) => realClock.after(ms / 100, call) };
const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A workspace, and a Backlot that comes and goes and keeps what it heard. */
async function workspace(clock: Clock = realClock, lines: Line[] = []) {
  const fake = await FakeSlack.start();
  open.push(() => fake.close());
  const hearing = new KeptHearing();
  const recorder = Object.assign(new Recorder(), { hearing });
  const come = async () => {
    const { botToken, appToken } = fake.workspace;
    const platform = createSlackPlatform({
      config: { botToken, appToken, apiUrl: fake.apiUrl },
      commands: [],
      blobs: keptInMemory(),
      clock,
      logger: quietLogger(lines),
    });
    open.push(() => platform.stop());
    await platform.start(recorder);
    return platform;
  };
  const ana = fake.person("Ana", "admin");
  /** Something that Slack tells nobody: it happens, and stands in the history. */
  const unheard = (channel: string, text: string, thread?: string, who: SlackPerson = ana) => {
    const post = {
      ts: fake.workspace.nextTs(),
      user: who.id,
      text,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    fake.workspace.channels.get(channel)?.posts.push(post);
    return post;
  };
  const heard = (text: string) =>
    eventually(
      () => recorder.events.find((event) => textOf(event) === text) ?? expect.fail(`${text}: not heard`),
    );
  const begin = async (channel: string, text: string) => {
    const { ts } = await fake.say(channel, ana, `${fake.mention} ${text}`);
    recorder.open.push((await heard(text)).place);
    return ts;
  };
  const texts = () => recorder.events.map(textOf);
  return { fake, hearing, recorder, come, ana, unheard, heard, begin, texts };
}

const textOf = (event: InboundEvent) => ("text" in event ? event.text : "");
/** The name of a message that was said so long ago. */
const tsAgo = (ms: number) => `${((Date.now() - ms) / 1_000).toFixed(3)}000`;

describe("what was said while Backlot was away", () => {
  test("is heard at the next start, in order and once, as the live one is", async () => {
    const { fake, come, unheard, heard, begin, texts, ana } = await workspace();
    const channel = fake.channel("film");
    const first = await come();
    await begin(channel, "before");
    await first.stop();
    unheard(channel, `${fake.mention} one`);
    unheard(channel, "lunch, anyone?");
    const two = unheard(channel, `${fake.mention} two`);
    await come();
    expect(await heard("two")).toMatchObject({
      id: `slack:message:${channel}:${two.ts}`,
      person: { id: ana.id, name: "Ana", role: "admin" },
      place: { workspace: fake.workspace.teamId, channel, thread: two.ts },
    });
    expect(texts()).toEqual(["before", "one", "two"]);
    await fake.say(channel, ana, `${fake.mention} live`);
    expect(texts()).toEqual(["before", "one", "two", "live"]);
  });

  test("is heard in threads and direct messages", async () => {
    const { fake, come, unheard, heard, begin, texts, ana } = await workspace();
    const channel = fake.channel("film");
    const direct = fake.channel("direct", true);
    const first = await come();
    await fake.say(direct, ana, "between us");
    const thread = await begin(channel, "before");
    const quiet = await begin(channel, "another");
    await first.stop();
    unheard(channel, "the first answer", thread);
    unheard(channel, "the second answer", thread);
    unheard(direct, "still between us");
    await come();
    await heard("still between us");
    await heard("the second answer");
    expect(texts()).toContain("the first answer");
    expect(fake.workspace.calls.get("conversations.replies")).toBe(1);
    expect(quiet).not.toBe(thread);
  });

  test("too long ago is told together", async () => {
    const { fake, come, hearing, heard, begin, texts, ana } = await workspace();
    const channel = fake.channel("film");
    const first = await come();
    await begin(channel, "before");
    await first.stop();
    for (const [key, mark] of hearing.kept) hearing.kept.set(key, { ...mark, last: tsAgo(30 * HOUR_MS) });
    const posts = fake.workspace.channels.get(channel)?.posts;
    const old = { ts: tsAgo(20 * HOUR_MS), user: ana.id, text: `${fake.mention} old one` };
    posts?.unshift(old);
    posts?.push({ ts: fake.workspace.nextTs(), user: ana.id, text: `${fake.mention} new one` });
    await come();
    await heard("new one");
    expect(texts()).toEqual(["before", "new one"]);
    expect(hearing.told).toMatchObject([{ home: { channel }, more: false }]);
    expect(hearing.told[0]?.events.map(textOf)).toEqual(["old one"]);
  });

  test("is read for as long as Slack asks to wait, and is not asked for where Backlot may not look", async () => {
    const { fake, come, unheard, heard, begin } = await workspace(hasty);
    const [channel, secret] = [fake.channel("film"), fake.channel("secret")];
    const first = await come();
    await begin(channel, "before");
    await begin(secret, "in secret");
    await first.stop();
    unheard(secret, `${fake.mention} not for you`);
    unheard(channel, `${fake.mention} one`);
    fake.faults.push({
      method: "conversations.history",
      status: 429,
      headers: { "retry-after": "5" },
      times: 2,
    });
    await come();
    await heard("one");
  });
});

test("scopes that are missing are named at the start, and what cannot be read for want of one says which", async () => {
  const lines: Line[] = [];
  const { fake, come, begin, unheard } = await workspace(realClock, lines);
  const channel = fake.channel("film");
  const first = await come();
  expect(lines.some(({ message }) => message.startsWith("scopes are missing"))).toBe(false);
  await begin(channel, "before");
  await first.stop();
  unheard(channel, `${fake.mention} one`);
  fake.workspace.scopes.delete("channels:history");
  await come();
  expect(lines.find(({ message }) => message.startsWith("scopes are missing"))?.data).toEqual({
    missing: ["channels:history: cannot hear public channels, and read what was said there meanwhile"],
  });
  await eventually(() =>
    expect(lines.find(({ message }) => message.includes("cannot be read"))?.data).toMatchObject({
      channel,
      err: {
        message:
          "Slack has not given Backlot the scope channels:history, without which it cannot hear public channels, and read what was said there meanwhile; add it and install the app once more",
      },
    }),
  );
});

describe("a gap in the connection", () => {
  test("is read back, and what is said meanwhile waits for it in its channel", async () => {
    const { fake, come, unheard, begin, texts, ana } = await workspace();
    const channel = fake.channel("film");
    await come();
    await begin(channel, "before");
    const before = fake.socket.hellos;
    fake.socket.drop();
    unheard(channel, `${fake.mention} in the gap`);
    await eventually(() => expect(fake.socket.hellos).toBeGreaterThan(before));
    await fake.say(channel, ana, `${fake.mention} live`);
    expect(texts()).toEqual(["before", "in the gap", "live"]);
  });

  test("when Slack moves the connection is read back, too", async () => {
    const { fake, come, unheard, begin, heard } = await workspace();
    const channel = fake.channel("film");
    await come();
    await begin(channel, "before");
    fake.socket.refresh();
    unheard(channel, `${fake.mention} in between`);
    await heard("in between");
  });
});

test("what was said where a crash has cost the mark is heard, and nothing twice", async () => {
  const { fake, hearing, come, unheard, heard, begin, texts } = await workspace();
  const channel = fake.channel("film");
  const first = await come();
  const thread = await begin(channel, "before");
  await first.stop();
  hearing.loseMarks();
  unheard(channel, "in the thread", thread);
  unheard(channel, `${fake.mention} in the channel`);
  await come();
  await heard("in the thread");
  expect(texts()).toEqual(["before", "in the channel", "in the thread"]);
});

test("how far a channel was heard is written together, and not a message at a time", async () => {
  const { fake, hearing, come, ana } = await workspace();
  const channel = fake.channel("film");
  const platform = await come();
  const said = [];
  for (let index = 0; index < 10; index += 1)
    said.push(await fake.say(channel, ana, `${fake.mention} line ${index}`));
  await platform.stop();
  expect(hearing.writes).toBe(1);
  const kept = [...hearing.kept.values()].find(({ home }) => home.thread === undefined);
  expect(kept?.last).toBe(said.at(-1)?.ts);
});
