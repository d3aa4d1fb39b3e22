import { expect, test } from "vitest";
import { eventually, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** What goes out keeps to what a platform takes, and arrives whole. */
export function sending(get: () => Scene): void {
  test("a channel that is full holds no other up", async () => {
    const { room, begin } = get();
    const [full, other] = [await begin(), await begin()];
    const [late, soon] = [unique("late"), unique("soon")];
    room.limitNextSend(2);
    const waiting = room.platform.send(full, reply(late)).catch((error: { retryAfterMs?: number }) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await room.platform.send(other, reply(soon));
    expect(room.seen(other).map(({ text }) => text)).toContain(soon);
    expect(room.seen(full).map(({ text }) => text)).not.toContain(late);
    const failure = await waiting;
    if (typeof failure !== "string") expect(failure.retryAfterMs).toBeGreaterThan(1_000);
  });

  test("a send that hangs holds no other channel up, and is seen once in the end", async () => {
    const { room, begin } = get();
    const [slow, other] = [await begin(), await begin()];
    const [late, soon] = [unique("slow"), unique("quick")];
    room.slowNextSend(1_500);
    let arrived = false;
    const waiting = room.platform.send(slow, reply(late)).then(() => {
      arrived = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let n = 0; n < 3; n += 1) await room.platform.send(other, reply(`${soon} ${n}`));
    expect(arrived).toBe(false);
    expect(room.seen(other).filter(({ text }) => text.includes(soon))).toHaveLength(3);
    await waiting;
    expect(room.seen(slow).filter(({ text }) => text === late)).toHaveLength(1);
  });

  test("many messages at once arrive in one channel, each once, and none is refused", async () => {
    const { room, begin } = get();
    const place = await begin();
    const marks = Array.from({ length: 6 }, () => unique("many"));
    await Promise.all(marks.map((mark) => room.platform.send(place, reply(mark))));
    await eventually(() =>
      expect(
        room
          .seen(place)
          .map(({ text }) => text)
          .sort(),
      ).toEqual(marks.sort()),
    );
  });
}
