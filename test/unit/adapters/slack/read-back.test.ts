import { describe, expect, test } from "vitest";
import { eventually, realClock } from "../../../contract/platform-room.ts";
import { awayRoom } from "../../../fakes/slack/away-room.ts";

/** More than Backlot reads of a thread at a time. */
const BUSY = 1_100;

describe("what was changed while Backlot was away", () => {
  test("of a message that was heard before is told with its newest words, in channel, thread and direct message", async () => {
    const { fake, recorder, come, begin, heard, unheard, change, ana } = await awayRoom();
    const channel = fake.channel("film");
    const direct = fake.channel("direct", true);
    const first = await come();
    const call = await begin(channel, "Sarah is 28");
    const { ts: answer } = await fake.say(channel, ana, "and tall", call);
    const { ts: alone } = await fake.say(direct, ana, "between us");
    await heard("between us");
    await first.stop();
    change(channel, call, `${fake.mention} Sarah is 29`);
    change(channel, answer, "and small");
    change(direct, alone, "between you and me");
    unheard(channel, `${fake.mention} last`);
    await come();
    await heard("last");
    await comes(() => recorder.amendments.length, 3);
    expect(recorder.amendments.map(({ event_id, text }) => [event_id, text]).toSorted()).toEqual(
      [
        [`slack:message:${channel}:${call}`, "Sarah is 29"],
        [`slack:message:${channel}:${answer}`, "and small"],
        [`slack:message:${direct}:${alone}`, "between you and me"],
      ].toSorted(),
    );
    const places = new Map(recorder.amendments.map(({ event_id, place }) => [event_id, place.thread]));
    expect(places.get(`slack:message:${channel}:${answer}`)).toBe(call);
  });

  test("a message that was deleted and leaves a stone is taken back; one that was not changed is left", async () => {
    const { fake, recorder, come, begin, heard, unheard, ana } = await awayRoom();
    const channel = fake.channel("film");
    const first = await come();
    const gone = await begin(channel, "never mind");
    await begin(channel, "stay");
    await fake.say(channel, ana, "an answer", gone);
    await first.stop();
    fake.telling.mischief.lose = 1;
    await fake.erase(channel, gone);
    unheard(channel, `${fake.mention} last`);
    await come();
    await heard("last");
    expect(recorder.amendments.map(({ event_id, text }) => [event_id, text])).toEqual([
      [`slack:message:${channel}:${gone}`, null],
    ]);
  });

  test("a message that is missing is taken back, in channel, thread and direct message; what stands there still is left", async () => {
    let laterMs = 0;
    const clock = { ...realClock, now: () => new Date(Date.now() + laterMs) };
    const { fake, hearing, recorder, come, begin, heard, unheard, ana } = await awayRoom(clock);
    const channel = fake.channel("film");
    const direct = fake.channel("direct", true);
    const first = await come();
    const stays = await begin(channel, "stay");
    const alone = await begin(channel, "nobody answers this");
    const { ts: answer } = await fake.say(channel, ana, "and tall", stays);
    const { ts: second } = await fake.say(channel, ana, "and old", stays);
    const { ts: between } = await fake.say(direct, ana, "between us");
    await heard("between us");
    await first.stop();
    laterMs = 30_000;
    const stood = new Map([
      [`${channel} `, [stays, alone]],
      [`${channel} ${stays}`, [answer, second]],
      [`${direct} `, [between]],
    ]);
    hearing.stood = ({ channel: at, thread = "" }) => stood.get(`${at} ${thread}`) ?? [];
    for (const [at, ts] of [
      [channel, alone],
      [channel, answer],
      [direct, between],
    ] as const) {
      const posts = fake.workspace.channels.get(at)?.posts ?? [];
      posts.splice(
        posts.findIndex((post) => post.ts === ts),
        1,
      );
    }
    unheard(channel, `${fake.mention} last`);
    unheard(channel, "in the thread that is there", stays);
    await come();
    await heard("last");
    await heard("in the thread that is there");
    await comes(() => recorder.amendments.length, 3);
    expect(recorder.amendments).toEqual(
      expect.arrayContaining(
        [`${channel}:${alone}`, `${channel}:${answer}`, `${direct}:${between}`].map((id) =>
          expect.objectContaining({ event_id: `slack:message:${id}`, text: null, missing: true }),
        ),
      ),
    );
    expect(recorder.amendments).toHaveLength(3);
  });

  test("never keeps what is new in a busy thread waiting, however much was said there in the last hour", async () => {
    const { fake, come, begin, heard, unheard, ana } = await awayRoom();
    const channel = fake.channel("film");
    const first = await come();
    const call = await begin(channel, "a long talk");
    for (let count = 0; count < BUSY; count += 1) unheard(channel, `before ${count}`, call);
    await fake.say(channel, ana, "the last that is heard", call);
    await heard("the last that is heard");
    await first.stop();
    unheard(channel, "new in the thread", call);
    await come();
    await heard("new in the thread");
  });

  test("costs a channel no request, and only threads where somebody answered in the last hour one each", async () => {
    const { fake, come, begin, hearing, heard, unheard, ana } = await awayRoom();
    const channel = fake.channel("film");
    const first = await come();
    const [old = "", two = "", three = ""] = [
      await begin(channel, "one"),
      await begin(channel, "two"),
      await begin(channel, "three"),
    ];
    for (const thread of [old, two, three]) await fake.say(channel, ana, `in ${thread}`, thread);
    await begin(channel, "nobody answers this");
    await first.stop();
    const before = fake.workspace.calls.get("conversations.history") ?? 0;
    for (const [key, mark] of hearing.kept)
      if (mark.home.thread === old)
        hearing.kept.set(key, { ...mark, last: `${Number.parseInt(old, 10) - 7_200}.000000` });
    const posts = fake.workspace.channels.get(channel)?.posts ?? [];
    // It was answered when it was heard last, and not since.
    posts.splice(
      posts.findIndex(({ thread_ts }) => thread_ts === old),
      1,
    );
    unheard(channel, `${fake.mention} last`);
    await come();
    await heard("last");
    // What is said now waits until all of it is read.
    await fake.say(channel, ana, `${fake.mention} live`);
    expect(fake.workspace.calls.get("conversations.replies")).toBe(2);
    expect((fake.workspace.calls.get("conversations.history") ?? 0) - before).toBe(1);
  });
});

describe("a call in a channel where Backlot was never called, while it was away", () => {
  test("is heard, and so is a direct message; other talk there is not", async () => {
    const { fake, come, begin, heard, unheard, texts } = await awayRoom();
    const [film, strange, direct] = [fake.channel("film"), fake.channel("new"), fake.channel("direct", true)];
    const first = await come();
    await begin(film, "before");
    await first.stop();
    unheard(strange, "lunch, anyone?");
    const parent = unheard(strange, "about the script");
    unheard(strange, `${fake.mention} read this`, parent.ts);
    unheard(strange, `${fake.mention} hello there`);
    unheard(direct, "are you there?");
    await come();
    expect(await heard("hello there")).toMatchObject({ place: { channel: strange } });
    expect(await heard("read this")).toMatchObject({ place: { channel: strange, thread: parent.ts } });
    await heard("are you there?");
    expect(texts().toSorted()).toEqual(["before", "hello there", "read this", "are you there?"].toSorted());
  });

  test("is heard before what is said there after it, and once", async () => {
    const { fake, come, begin, heard, unheard, texts, ana } = await awayRoom();
    const [film, strange] = [fake.channel("film"), fake.channel("new")];
    await come();
    await begin(film, "before");
    const hellos = fake.socket.hellos;
    fake.socket.drop();
    unheard(strange, `${fake.mention} in the gap`);
    await comes(() => fake.socket.hellos - hellos, 1);
    await heard("in the gap");
    await fake.say(strange, ana, `${fake.mention} live`);
    expect(texts()).toEqual(["before", "in the gap", "live"]);
    expect(fake.workspace.calls.get("users.conversations")).toBe(1);
  });

  test("is not looked for where Backlot was never called at all, nor in a channel that it has left", async () => {
    const { fake, come, begin, heard, unheard, texts } = await awayRoom();
    const [film, left] = [fake.channel("film"), fake.channel("left")];
    const first = await come();
    expect(fake.workspace.calls.get("users.conversations")).toBeUndefined();
    await begin(film, "before");
    await first.stop();
    Object.assign(fake.workspace.channels.get(left) ?? {}, { left: true });
    unheard(left, `${fake.mention} not there`);
    unheard(film, `${fake.mention} last`);
    await come();
    await heard("last");
    await comes(() => fake.workspace.calls.get("users.conversations") ?? 0, 1);
    expect(texts()).toEqual(["before", "last"]);
  });
});

/** Waits until so much has come. */
const comes = (count: () => number, expected: number) => eventually(() => expect(count()).toBe(expected));

test("a channel where somebody speaks is read at once, however many others wait for their turn", async () => {
  const { fake, hearing, come, begin, unheard, texts, ana } = await awayRoom();
  const channels = Array.from({ length: 60 }, (_, index) => fake.channel(`film-${index}`));
  const workspace = fake.workspace.teamId;
  const last = fake.workspace.nextTs();
  for (const channel of channels)
    await hearing.keep([{ home: { platform: "slack", workspace, channel }, last, at: new Date() }]);
  const [waits = ""] = channels.slice(-1);
  unheard(waits, `${fake.mention} before`);
  await come();
  // Of the fifty that Slack takes in a minute, ten are left to who waits.
  await comes(() => fake.workspace.calls.get("conversations.history") ?? 0, 40);
  await fake.say(waits, ana, `${fake.mention} live`);
  expect(texts()).toEqual(["before", "live"]);
  await begin(fake.channel("another"), "elsewhere");
});
