import { expect, test } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { Place } from "../../src/domain/session.ts";
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

  test("what was changed after the answer to its post was lost is shown once, as it is now", async () => {
    const { room, begin } = get();
    const place = await begin();
    const mark = unique("older");
    const message = reply(mark);
    room.loseNextAnswer();
    await room.platform.send(place, message).catch(() => "tried once more");
    const newer = { ...reply(`${mark} newer`), id: message.id, version: 2 };
    await room.platform.send(place, newer);
    expect(seen(room, place, mark)).toEqual([newer.text]);
  });

  test.each(["refused", "lost"])(
    "a reply of several posts of which the second is %s arrives whole, once",
    async (fate) => {
      const { room, begin } = get();
      const place = await begin();
      const mark = unique("long");
      const message = long(mark, 3);
      // The first post goes through.
      room.slowNextSend(0);
      if (fate === "refused") room.limitNextSend(1);
      else room.loseNextAnswer();
      await room.platform.send(place, message).catch(() => room.platform.send(place, message));
      expect(
        seen(room, place, mark)
          .join("\n")
          .match(/Line \d+/g),
      ).toEqual(message.text.match(/Line \d+/g));
    },
  );

  test("a reply that has become longer is shown as it is now, also where the answer to its next post was lost", async () => {
    const { room, begin } = get();
    const place = await begin();
    const mark = unique("grows");
    const short = reply(mark);
    const id = await room.platform.send(place, short);
    const [older, newer] = [long(`${mark} older`, 2), long(`${mark} newer`, 2)];
    room.loseNextAnswer();
    const grown = await room.platform.edit(place, id, { ...older, id: short.id, version: 2 }).catch(() => id);
    await room.platform.edit(place, grown, { ...newer, id: short.id, version: 3 });
    const text = seen(room, place, mark).join("\n");
    expect(text).not.toContain("older");
    expect(text.match(/Line \d+/g)).toEqual(newer.text.match(/Line \d+/g));
  });
}

/** So long that it takes so many posts of either platform, each line with its number and the mark. */
function long(mark: string, posts: number): ChatMessage {
  const lines = Array.from({ length: posts * 14 }, (_, n) => `Line ${n} ${mark} ${"and so on ".repeat(90)}`);
  const blocks = lines.map((text) => ({ type: "text" as const, text }));
  return { ...reply(lines.join("\n"), blocks), blocks };
}

const seen = (room: Scene["room"], place: Place, mark: string): string[] =>
  room
    .seen(place)
    .map(({ text }) => text)
    .filter((text) => text.includes(mark));
