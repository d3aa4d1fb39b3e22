import { expect, test } from "vitest";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Place } from "../../../../src/domain/session.ts";
import type { Clock } from "../../../../src/ports/clock.ts";
import { realClock } from "../../../contract/platform-room.ts";
import { awayRoom } from "../../../fakes/slack/away-room.ts";

/** How long Slack may take to say hello is its own time. */
const HELLO_MS = 20_000;
const hasty: Clock = {
  ...realClock,
  after: (ms, call) => realClock.after(ms === HELLO_MS ? ms : ms / 100, call),
};

/** A Backlot that was called once, and left. What opens a thread is its session from then on. */
async function away() {
  const lab = await awayRoom(hasty);
  const { fake, recorder, come, begin } = lab;
  const channel = fake.channel("film");
  const strange = fake.channel("strange");
  recorder.knows = async (place: Place) =>
    place.thread !== undefined && recorder.events.some((one) => one.place.thread === place.thread);
  const first = await come();
  await begin(channel, "before");
  await first.stop();
  return { ...lab, channel, strange };
}

test.each(["film", "strange"] as const)(
  "a thread that began while Backlot was away counts from its call on, in a %s channel",
  async (which) => {
    const { fake, come, unheard, heard, texts, ...lab } = await away();
    const channel = which === "film" ? lab.channel : lab.strange;
    const { ts } = unheard(channel, `${fake.mention} the call`);
    unheard(channel, "what follows", ts);
    const other = unheard(channel, "nothing for Backlot");
    unheard(channel, "nor this", other.ts);
    unheard(channel, `${fake.mention} a call in a thread`, other.ts);
    unheard(channel, "and what follows that", other.ts);
    await come();
    await heard("what follows");
    await heard("and what follows that");
    expect(texts()).toEqual([
      ...["before", "the call", "what follows"],
      ...["a call in a thread", "and what follows that"],
    ]);
  },
);

test("who called Backlot for the first time is heard before what they say now", async () => {
  const { fake, come, unheard, heard, texts, ana, strange } = await away();
  unheard(strange, `${fake.mention} the first call`);
  fake.faults.push({ method: "users.conversations", delayMs: 100, times: 1 });
  await come();
  await fake.say(strange, ana, `${fake.mention} live`);
  await heard("live");
  expect(texts()).toEqual(["before", "the first call", "live"]);
});

test("what could not be read in a thread nobody follows is read in the next life", async () => {
  const { fake, come, unheard, heard, channel } = await away();
  const { ts } = unheard(channel, "nothing for Backlot");
  unheard(channel, `${fake.mention} a call in a thread`, ts);
  unheard(channel, `${fake.mention} newer in the channel`);
  const fault = { method: "conversations.replies", status: 503, times: 6 };
  fake.faults.push(fault);
  const second = await come();
  await heard("newer in the channel");
  await second.stop();
  // The life that ended gives up with its last try.
  await expect.poll(() => fault.times).toBe(0);
  fake.faults.length = 0;
  await come();
  await heard("a call in a thread");
});

test("what never can be taken keeps nothing else waiting", async () => {
  const { fake, recorder, come, unheard, heard, texts, channel } = await away();
  recorder.before = async (event) => {
    if ("text" in event && event.text === "poison") throw new AppError("invalid", "never");
  };
  unheard(channel, `${fake.mention} poison`);
  unheard(channel, `${fake.mention} missed`);
  await come();
  await heard("missed");
  expect(texts()).toEqual(["before", "missed"]);
});

test("what a thread began with is not meant because it is talked to Backlot there later", async () => {
  const { fake, hearing, come, unheard, heard, texts, ana, channel } = await away();
  const marks = [...hearing.kept];
  const second = await come();
  const { ts } = await fake.say(channel, ana, "nothing for Backlot");
  await fake.say(channel, ana, `${fake.mention} a call in a thread`, ts);
  await second.stop();
  hearing.kept.clear();
  for (const [key, mark] of marks) hearing.kept.set(key, mark);
  unheard(channel, `${fake.mention} missed`);
  await come();
  await heard("missed");
  expect(texts()).toEqual(["before", "a call in a thread", "missed"]);
});
