import { expect, test } from "vitest";
import type { Place } from "../../src/domain/session.ts";
import { type Room, reply } from "./platform-room.ts";
import type { Scene } from "./platform-scene.ts";

export function answering(get: () => Scene): void {
  const last = (room: Room, place: Place) => room.seen(place).at(-1);

  test("answers where it was asked, and edits in place", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = reply("Processing 1 of 10");
    const id = await room.platform.send(place, message);
    const before = room.seen(place).length;
    expect(last(room, place)).toMatchObject({ by: "Backlot", text: "Processing 1 of 10" });
    const edited = {
      ...message,
      text: "Processing 2 of 10",
      blocks: [{ type: "text" as const, text: "Processing 2 of 10" }],
    };
    expect(await room.platform.edit(place, id, edited)).toBe(id);
    expect(room.seen(place)).toHaveLength(before);
    expect(last(room, place)?.text).toBe("Processing 2 of 10");
  });

  test("a send keeps its id: the same message sent again is seen once", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = { ...reply("Only once"), at: new Date(Date.now() - 60_000).toISOString() };
    const first = await room.platform.send(place, message);
    expect(await room.platform.send(place, message)).toBe(first);
    expect(room.seen(place).filter(({ text }) => text === "Only once")).toHaveLength(1);
  });

  test("never pings anyone, whatever the text says", async () => {
    const { room, begin } = get();
    const place = await begin();
    const text = `Look: ${room.callsEveryone.join(" ")} ${room.mention}`;
    const id = await room.platform.send(place, reply(text));
    await room.platform.edit(
      place,
      id,
      reply(text, [{ type: "card", title: text, fields: [{ name: text, value: text }] }]),
    );
    expect(room.pings()).toEqual([]);
  });

  test("shows a long text whole, and its growth", async () => {
    const { room, begin } = get();
    const place = await begin();
    const text = (words: number) =>
      Array.from({ length: words }, (_, index) => `word${index}${index % 40 === 39 ? "\n\n" : ""}`).join(" ");
    const seenWords = () =>
      room
        .seen(place)
        .map((message) => message.text)
        .join(" ")
        .match(/word\d+/g) ?? [];
    const message = reply(text(2_500));
    const id = await room.platform.send(place, message);
    expect(seenWords()).toEqual(text(2_500).match(/word\d+/g));
    const grown = { ...message, text: text(4_000), blocks: [{ type: "text" as const, text: text(4_000) }] };
    const longer = await room.platform.edit(place, id, grown);
    expect(seenWords()).toEqual(text(4_000).match(/word\d+/g));
    await room.platform.edit(place, longer, {
      ...message,
      text: "word0",
      blocks: [{ type: "text", text: "word0" }],
    });
    expect(seenWords()).toEqual(["word0"]);
  });

  test("says each kind of block", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(
      place,
      reply("all", [
        { type: "card", title: "Sarah", subtitle: "journalist", fields: [{ name: "age", value: "28" }] },
        {
          type: "receipt",
          lines: [
            {
              action: "created",
              kind: "character",
              name: "John",
              entry_id: "e",
              change_id: "c",
              fields: [{ name: "age", before: 29, after: 30 }],
            },
          ],
        },
        { type: "citation", quote: "She is 28.", message_id: "m", by: "Ana", at: "2026-01-01T10:00:00.000Z" },
        { type: "list", title: "Next", items: ["a scene", "a location"] },
        {
          type: "progress",
          operation_id: "o",
          label: "characters",
          status: "processing",
          completed: 5,
          total: 10,
          failed: 1,
          cancelled: 0,
          names: ["Maya"],
          failures: [{ name: "Bo", error: "no name left" }],
        },
        {
          type: "file",
          name: "cast.csv",
          url: "https://example.test/cast.csv",
          media_type: "text/csv",
          size: 9,
        },
      ]),
    );
    const text = last(room, place)?.text ?? "";
    for (const word of [
      "Sarah",
      "journalist",
      "28",
      "John",
      "29 → 30",
      "She is 28.",
      "Ana",
      "a location",
      "6 of 10",
      "Maya",
      "no name left",
      "cast.csv",
    ]) {
      expect(text).toContain(word);
    }
  });

  test("shows a message that has only its text", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(place, reply("being written", []));
    expect(last(room, place)?.text).toBe("being written");
  });
}
