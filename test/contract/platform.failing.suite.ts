import { expect, test } from "vitest";
import type { DeliveryFailure } from "../../src/ports/platform.ts";
import { eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

export function failing(get: () => Scene): void {
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => expect.unreachable("it went through"),
      (error: DeliveryFailure) => error,
    );

  test("hands on how long the platform asks to wait, and goes through afterwards", async () => {
    const { room, begin } = get();
    const place = await begin();
    room.limitNextSend(30);
    const error = await failure(room.platform.send(place, reply("too soon")));
    expect(error.retryAfterMs).toBeGreaterThanOrEqual(30_000);
    expect(error.retryAfterMs).toBeLessThan(32_000);
    expect(error.final ?? false).toBe(false);
  });

  test("says that a channel which is gone stays gone", async () => {
    const { room, begin } = get();
    const place = await begin();
    const { thread: _, ...nowhere } = { ...place, channel: `${place.channel}99` };
    expect((await failure(room.platform.send(nowhere, reply("lost")))).final).toBe(true);
    const never = (await room.platform.send(place, reply("here"))).replace(/^\d/, "9");
    expect((await failure(room.platform.edit(place, never, reply("lost")))).final).toBe(true);
  });

  test("says that a post was deleted, and posts it once in its place, whoever asks and however often", async () => {
    const { room, begin } = get();
    const place = await begin();
    const mark = unique("progress");
    const message = reply(mark);
    const id = await room.platform.send(place, message);
    await room.takeDown(place, id);
    const newer = { ...message, version: 2 };
    const tries = await Promise.all([1, 2].map(() => failure(room.platform.edit(place, id, newer))));
    expect(tries.map(({ gone }) => gone)).toEqual([true, true]);
    const again = await Promise.all([1, 2].map(() => room.platform.send(place, newer, id)));
    expect(await room.platform.send(place, newer, id)).toBe(again[0]);
    expect(new Set([...again, id]).size).toBe(2);
    expect(room.seen(place).filter(({ text }) => text.includes(mark))).toHaveLength(1);
    expect(await room.platform.edit(place, again[0] ?? "", newer)).toBe(again[0]);
    await room.takeDown(place, again[0] ?? "");
    const third = await room.platform.send(place, newer, again[0]);
    expect(third).not.toBe(again[0]);
    expect(room.seen(place).filter(({ text }) => text.includes(mark))).toHaveLength(1);
  });

  test("is well, loses its connection, and hears again what is said afterwards", async () => {
    const { room, heard } = get();
    await room.platform.check();
    await room.dropConnection();
    await eventually(() => room.platform.check());
    const mark = unique("again");
    await room.say(room.channel(), room.person("Ana"), `${room.mention} ${mark}`);
    await heard(mark);
  });
}
