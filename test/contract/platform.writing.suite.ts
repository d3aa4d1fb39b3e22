import { expect, test } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { Place } from "../../src/domain/session.ts";
import { type Room, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

const paragraphs = (mark: string, many: number) =>
  Array.from({ length: many }, (_, n) => `${mark}${n} ${"A long night, and nobody sleeps. ".repeat(6)}`).join(
    "\n\n",
  );

/** A reply that people see while it is written, and whole in the end. */
export function writing(get: () => Scene): void {
  const asker = (room: Room) => room.person("Ana").id;
  /** Begins as the platform can; answers the id, and whether it streams. */
  const begin = async (room: Room, place: Place, message: ChatMessage, text: string) => {
    const streamed = await room.platform.streaming?.begin(place, asker(room), text);
    return { streamed, id: streamed ?? (await room.platform.send(place, { ...message, ...said(text) })) };
  };
  const said = (text: string) => ({ text, blocks: [{ type: "text" as const, text }] });
  const texts = (room: Room, place: Place) => room.seen(place).map(({ text }) => text);

  test("is seen as it grows, and in the end as it is stored, in one message", async () => {
    const { room, begin: mention } = get();
    const place = await mention();
    const mark = unique("growing");
    const message = reply(mark);
    const { id, streamed } = await begin(room, place, message, `${mark} a night`);
    expect(texts(room, place)).toEqual([`${mark} a night`]);
    if (streamed) await room.platform.streaming?.grow(place, id, " shift");
    else await room.platform.edit(place, id, { ...message, ...said(`${mark} a night shift`) });
    expect(texts(room, place)).toEqual([`${mark} a night shift`]);
    const last = { ...message, ...said(`**${mark}** The end.`) };
    expect(await room.platform.edit(place, id, last)).toBe(id);
    expect(texts(room, place)).toHaveLength(1);
    expect(texts(room, place)[0]).toMatch(/The end\.$/);
    expect(texts(room, place)[0]).not.toContain("shift");
  });

  test("that outgrows a post is whole in the end, once", async () => {
    const { room, begin: mention } = get();
    const place = await mention();
    const mark = unique("outgrows");
    const message = reply(mark);
    const { id } = await begin(room, place, message, `${mark}0 A long`);
    const whole = paragraphs(mark, 70);
    await room.platform.edit(place, id, { ...message, ...said(whole) });
    const seen = texts(room, place).join(" ");
    expect(seen.match(new RegExp(`${mark}\\d+`, "g"))).toEqual(whole.match(new RegExp(`${mark}\\d+`, "g")));
  });

  test("calls nobody while it is written", async () => {
    const { room, begin: mention } = get();
    const place = await mention();
    const calls = room.callsEveryone.join(" ");
    const before = room.pings().length;
    const { id, streamed } = await begin(room, place, reply(calls), calls);
    if (streamed) await room.platform.streaming?.grow(place, id, ` ${calls}`);
    expect(room.pings()).toHaveLength(before);
  });

  test("that will not come is taken away, and taken away twice is no failure", async () => {
    const { room, begin: mention } = get();
    const place = await mention();
    const mark = unique("taken");
    const { id } = await begin(room, place, reply(mark), mark);
    await room.platform.remove?.(place, id);
    await room.platform.remove?.(place, id);
    expect(texts(room, place)).toEqual([]);
  });
}
