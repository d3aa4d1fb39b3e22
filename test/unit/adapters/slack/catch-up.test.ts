import { describe, expect, test } from "vitest";
import type { Clock } from "../../../../src/ports/clock.ts";
import { eventually, realClock } from "../../../contract/platform-room.ts";
import { awayRoom, textOf } from "../../../fakes/slack/away-room.ts";

const HOUR_MS = 3_600_000;
/** How long Slack may take to say hello is its own time. */
const HELLO_MS = 20_000;
const hasty: Clock = {
  ...realClock,
  after: (ms, call) => realClock.after(ms === HELLO_MS ? ms : ms / 100, call),
};
/** The name of a message that was said so long ago. */
const tsAgo = (ms: number) => `${((Date.now() - ms) / 1_000).toFixed(3)}000`;

describe("what was said while Backlot was away", () => {
  test("is heard at the next start, in order and once, as the live one is", async () => {
    const { fake, come, unheard, heard, begin, texts, ana } = await awayRoom();
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
    const { fake, come, unheard, heard, begin, texts, ana } = await awayRoom();
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
    const { fake, come, hearing, heard, begin, texts, ana } = await awayRoom();
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
    const { fake, come, unheard, heard, begin } = await awayRoom(hasty);
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
  const lines: { level: string; message: string; data: object }[] = [];
  const { fake, come, begin, unheard } = await awayRoom(realClock, lines);
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
    const { fake, come, unheard, begin, texts, ana } = await awayRoom();
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
    const { fake, come, unheard, begin, heard } = await awayRoom();
    const channel = fake.channel("film");
    await come();
    await begin(channel, "before");
    fake.socket.refresh();
    unheard(channel, `${fake.mention} in between`);
    await heard("in between");
  });
});

test("what was said where a crash has cost the mark is heard, and nothing twice", async () => {
  const { fake, hearing, come, unheard, heard, begin, texts } = await awayRoom();
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
  const { fake, hearing, come, ana } = await awayRoom();
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
