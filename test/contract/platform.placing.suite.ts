import { expect, test } from "vitest";
import { channelOf } from "../../src/domain/session.ts";
import type { DeliveryFailure } from "../../src/ports/platform.ts";
import { reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

export function placing(get: () => Scene): void {
  test("tells what people call a channel, and nothing of one that is gone or between two", async () => {
    const { room, begin } = get();
    const place = await begin();
    const named = { ...channelOf(place), channel: room.channel("night-shift") };
    expect(await room.platform.channelName?.(named)).toBe("night-shift");
    expect(await room.platform.channelName?.({ ...named, channel: `${named.channel}99` })).toBeUndefined();
    const direct = { ...named, channel: room.direct(room.person("Ana")) };
    expect(await room.platform.channelName?.(direct)).toBeUndefined();
  });

  test("opens a thread that people can talk in, or says that it may not", async () => {
    const { room, begin, heard } = get();
    const channel = { ...channelOf(await begin()), channel: room.channel() };
    const thread = await room.platform.openThread?.(channel, "Act two");
    if (!thread?.thread) throw new Error("no thread");
    await room.platform.send(thread, reply("What shall we work on?"));
    expect(room.seen(thread).at(-1)?.text).toBe("What shall we work on?");
    const mark = unique("in the thread");
    room.recorder.open.push(thread);
    await room.say(channel.channel, room.person("Ana"), mark, { thread: thread.thread });
    expect((await heard(mark)).place).toEqual(thread);
    await room.platform.nameThread?.(thread, "Act three");
    const gone = { ...channel, channel: `${channel.channel}99` };
    const refused = await room.platform
      .openThread?.(gone, "x")
      .catch((error: DeliveryFailure) => error.final);
    expect(refused).toBe(true);
  });

  test("tells a mention that would open a thread from a message in one", async () => {
    const { room, heard } = get();
    const channel = room.channel();
    const [mark, inside] = [unique("opens"), unique("inside")];
    const said = await room.say(channel, room.person("Ana"), `${room.mention} ${mark}`);
    const event = await heard(mark);
    expect("opens" in event && event.opens).toBe(true);
    room.recorder.open.push(event.place);
    await room.platform.send(event.place, reply("Here."));
    await room.say(channel, room.person("Ana"), `${room.mention} ${inside}`, { thread: said.id });
    expect("opens" in (await heard(inside))).toBe(false);
  });
}
