import { expect, test } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { ImageBlock } from "../../src/chat/reply.ts";
import type { Place } from "../../src/domain/session.ts";
import { choice, type Room, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** The smallest PNG there is: one pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const ALT = "Night Shift: 5 of 13 steps done. <Now> & next: Treatment.";

export function picturing(get: () => Scene): void {
  /** A reply that shows a picture nobody has seen before. */
  const picture = async (room: Room, more: ChatMessage["blocks"] = []): Promise<ChatMessage> => {
    const file_id = `fil_${unique("picture")}`;
    await room.keep(file_id, PNG);
    const image: ImageBlock = {
      type: "image",
      name: "workflow.png",
      alt: ALT,
      file_id,
      url: `/api/v1/files/${file_id}`,
      media_type: "image/png",
      size: PNG.length,
      width: 1,
      height: 1,
    };
    return reply("Here it is", [{ type: "text", text: "Here it is" }, image, ...more]);
  };
  const shown = (room: Room, place: Place) =>
    room
      .seen(place)
      .flatMap(({ pictures }) => pictures)
      .map(({ alt, bytes }) => ({ alt, bytes: bytes.toString("base64") }));
  const once = (room: Room, place: Place) => {
    expect(shown(room, place)).toEqual([{ alt: ALT, bytes: PNG.toString("base64") }]);
    expect(room.seen(place).filter(({ text }) => text.includes("Here it is"))).toHaveLength(1);
  };

  test("a picture arrives once, with its alt text", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = await picture(room);
    const id = await room.platform.send(place, message);
    once(room, place);
    expect(
      await room.platform.send(place, { ...message, at: new Date(Date.now() - 60_000).toISOString() }),
    ).toBe(id);
    once(room, place);
  });

  test("also when the first try broke off, before or after it was posted", async () => {
    const { room, begin } = get();
    for (const breakOff of [room.failNextUpload, room.loseNextAnswer]) {
      const place = await begin();
      const message = await picture(room);
      breakOff();
      await room.platform.send(place, message).catch(() => room.platform.send(place, message));
      once(room, place);
    }
  });

  test("an edit neither loses a picture nor doubles it, and takes it away when it goes", async () => {
    const { room, begin } = get();
    const place = await begin();
    const press = choice(unique("cho"), "Write it");
    const message = await picture(room, [{ type: "choices", choices: [press] }]);
    const id = await room.platform.send(place, message);
    const pressed = { ...press, state: "pressed" as const };
    const after = {
      ...message,
      blocks: [...message.blocks.slice(0, 2), { type: "choices" as const, choices: [pressed] }],
    };
    expect(await room.platform.edit(place, id, after)).toBe(id);
    once(room, place);
    await room.platform.edit(place, id, { ...message, blocks: message.blocks.slice(0, 1) });
    expect(shown(room, place)).toEqual([]);
  });

  test("says in words what a picture shows where it cannot be had", async () => {
    const { room, begin } = get();
    const place = await begin();
    const { blocks, ...message } = await picture(room);
    const lost = blocks.map((block) => (block.type === "image" ? { ...block, file_id: "fil_gone" } : block));
    await room.platform.send(place, { ...message, blocks: lost });
    expect(shown(room, place)).toEqual([]);
    expect(room.seen(place).at(-1)?.text).toContain(ALT);
  });

  test("says it in words too where it may not attach files", async () => {
    const { room, heard } = get();
    const mark = unique("nofiles");
    const withFiles = await picture(room);
    await room.say(room.withoutFiles(), room.person("Ana"), `${room.mention} ${mark}`);
    const { place } = await heard(mark);
    const id = await room.platform.send(place, withFiles);
    expect(shown(room, place)).toEqual([]);
    expect(room.seen(place).at(-1)?.text).toContain(ALT);
    expect(await room.platform.edit(place, id, withFiles)).toBe(id);
    expect(room.seen(place).at(-1)?.text).toContain(ALT);
  });
}
