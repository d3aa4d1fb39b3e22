import { afterAll, beforeAll, expect, test } from "vitest";
import type { Clock } from "../../../../src/ports/clock.ts";
import type { DeliveryFailure } from "../../../../src/ports/platform.ts";
import { choice, eventually, realClock, reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { awayRoom } from "../../../fakes/slack/away-room.ts";
import { openSlackRoom } from "../../../fakes/slack/slack-room.ts";

let room: Awaited<ReturnType<typeof openSlackRoom>>;
let begin: ReturnType<typeof createScene>["begin"];
beforeAll(async () => {
  room = await openSlackRoom([], "socket");
  begin = createScene(room).begin;
});
afterAll(() => room.close());

test("a thread that is gone takes no status, and its neighbour still does", async () => {
  const [gone, there] = [await begin(), await begin()];
  room.removeThread(gone);
  room.platform.typing(gone);
  await eventually(() => expect(room.fake.workspace.calls.get("assistant.threads.setStatus")).toBe(1));
  // Two round trips later its refusal is known.
  for (const text of ["one", "two"]) await room.platform.send(there, reply(text));
  room.platform.typing(there);
  await eventually(() => expect(room.shownWorking(there)).toBeGreaterThan(0));
});

test("a message in a locked thread takes no mark, and that is no failure", async () => {
  const [locked, there] = [await begin(), await begin()];
  room.lockThread(locked);
  const { marking } = room.platform;
  const mark = (place: typeof locked) => marking?.set(place, place.thread ?? "", "taken");
  await mark(locked);
  await mark(there);
  const marks = ({ channel, thread = "" }: typeof locked) => room.marks({ channel, id: thread });
  expect([marks(locked), marks(there)]).toEqual([[], ["👀"]]);
});

test("a press whose trigger is over is told to be pressed once more, to the presser alone", async () => {
  const place = await begin();
  const form = {
    type: "form" as const,
    form_id: "frm_1",
    title: "Edit",
    fields: [{ name: "age", label: "Age", input: "number" as const }],
  };
  const message = reply("Edit", [form]);
  await room.platform.send(place, message);
  const { triggers } = room.fake.workspace;
  const find = room.recorder.message;
  room.recorder.message = async () => {
    for (const id of triggers.keys()) triggers.set(id, 0);
    return message;
  };
  try {
    const acted = await room.press(room.person("Ana"), place, "Fill in");
    await eventually(() => expect(acted.told.join()).toContain("press it once more"));
    expect(acted.modal?.()).toBeUndefined();
  } finally {
    room.recorder.message = find;
  }
});

test("a post whose confirmation was lost is found again under much that was said since", async () => {
  const place = await begin();
  const { workspace } = room.fake;
  for (const { thread, ...channel } of [place, { ...place, thread: undefined }]) {
    const at = { ...channel, ...(thread === undefined ? {} : { thread }) };
    const message = reply(`said once in ${thread ?? "the channel"}`);
    room.loseNextAnswer();
    await expect(room.platform.send(at, message)).rejects.toThrow();
    const posts = workspace.channels.get(place.channel)?.posts;
    for (let count = 0; count < 450; count += 1)
      posts?.push({
        ts: workspace.nextTs(),
        user: room.person("Bo").id,
        text: `line ${count}`,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    await room.platform.send(at, message);
    expect(room.seen(at).filter(({ text }) => text === message.text)).toHaveLength(1);
  }
});

test("what Backlot may not change any more gives way to a post of the same, and stays where it may not go", async () => {
  const place = await begin();
  const id = await room.platform.send(place, reply("1 of 10"));
  const posts = room.fake.workspace.channels.get(place.channel)?.posts ?? [];
  const index = posts.findIndex(({ ts }) => ts === id);
  // The app was installed anew, with another user of its own.
  const former = posts[index];
  if (former) posts[index] = { ...former, user: room.person("Backlot of before").id };
  const message = reply("2 of 10");
  const failure = await room.platform.edit(place, id, message).catch((error: DeliveryFailure) => error);
  expect(failure).toMatchObject({ gone: true, final: true });
  const instead = await room.platform.send(place, message, id);
  expect(instead).not.toBe(id);
  expect(room.seen(place).map(({ text }) => text)).toContain("2 of 10");
});

test("a button of a list that cannot open its view says so", async () => {
  const place = await begin();
  const asks = { label: "Your own", placeholder: "What instead?" };
  const message = reply("Which?", [
    { type: "choices", prompt: "Which?", choices: [choice("cho_own", "Your own", { asks } as object)] },
  ]);
  room.recorder.messages.set(message.id, message);
  await room.platform.send(place, message);
  room.fake.faults.push({ method: "views.open", status: 500, times: 1 });
  const acted = await room.press(room.person("Ana"), place, "Your own");
  await eventually(() => expect(acted.told.join()).toContain("press it once more"));
});

test("a connection on which Slack says nothing is left for another", async () => {
  const hasty: Clock = { ...realClock, after: (ms, call) => realClock.after(ms / 100, call) };
  const { fake, come, begin: called, unheard, heard } = await awayRoom(hasty);
  const channel = fake.channel("film");
  await come();
  await called(channel, "before");
  const hellos = fake.socket.hellos;
  fake.socket.mute = 1;
  fake.socket.drop();
  unheard(channel, `${fake.mention} in the gap`);
  await heard("in the gap");
  expect(fake.socket.hellos).toBe(hellos + 1);
  expect(fake.socket.mute).toBe(0);
});
