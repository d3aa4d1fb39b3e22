import { expect, test } from "vitest";
import type { ChatMessage } from "../../src/chat/chat-message.ts";
import type { FileBlock } from "../../src/chat/reply.ts";
import type { Place } from "../../src/domain/session.ts";
import { type Room, reply } from "./platform-room.ts";
import { type Scene, unique } from "./platform-scene.ts";

/** What Backlot made for people to keep: sheets, exports, a workflow. */
export function filing(get: () => Scene): void {
  const file = async (room: Room, text = "# Sarah\n", more: Partial<FileBlock> = {}): Promise<FileBlock> => {
    const id = `fil_${unique("sheet")}`;
    await room.keep(id, Buffer.from(text));
    return {
      type: "file",
      name: "Night Shift - sheets.md",
      url: `/api/v1/files/${id}`,
      media_type: "text/markdown",
      size: Buffer.byteLength(text),
      ...more,
    };
  };
  const with1 = (...blocks: ChatMessage["blocks"]) =>
    reply("Here they are", [{ type: "text", text: "Here they are" }, ...blocks]);
  const shown = (room: Room, place: Place) =>
    room.seen(place).flatMap(({ files }) => files.map(({ name, bytes }) => ({ name, text: String(bytes) })));
  const said = (room: Room, place: Place) =>
    room
      .seen(place)
      .map(({ text }) => text)
      .join("\n");
  const earlier = (message: ChatMessage) => ({
    ...message,
    at: new Date(Date.parse(message.at) - 60_000).toISOString(),
  });
  const once = (room: Room, place: Place, text = "# Sarah\n") => {
    expect(shown(room, place)).toEqual([{ name: expect.stringMatching(/Night.Shift.+sheets.*\.md$/), text }]);
    expect(said(room, place).match(/Here they are/g)).toHaveLength(1);
  };

  test("a file arrives whole, once, under the words it belongs to", async () => {
    const { room, begin } = get();
    const place = await begin();
    const message = with1(await file(room));
    const id = await room.platform.send(place, message);
    once(room, place);
    expect(await room.platform.send(place, earlier(message))).toBe(id);
    once(room, place);
  });

  test("also when the first try broke off, before or after it was posted", async () => {
    const { room, begin } = get();
    for (const breakOff of [room.failNextUpload, room.loseNextAnswer, room.loseNextFile]) {
      const place = await begin();
      const message = with1(await file(room));
      breakOff();
      await room.platform.send(place, message).catch(() => room.platform.send(place, message));
      once(room, place);
    }
  });

  test("what was changed since the first try broke off is told as it is now", async () => {
    const { room, begin } = get();
    const place = await begin();
    const block = await file(room);
    const older = reply("They come", [{ type: "text", text: "They come" }, block]);
    room.loseNextFile();
    await room.platform.send(place, older).catch(() => "tried once more");
    const newer = { ...with1(block), id: older.id, version: 2 };
    await room.platform.send(place, newer);
    once(room, place);
    expect(said(room, place)).not.toContain("They come");
  });

  test("an edit brings the file that its message has by now, and a second one does not bring it again", async () => {
    const { room, begin } = get();
    const place = await begin();
    const block = await file(room);
    const message = with1();
    const id = await room.platform.send(place, message);
    const done = { ...message, blocks: [...message.blocks, block] };
    expect(await room.platform.edit(place, id, { ...done, version: 2 })).toBe(id);
    once(room, place);
    await room.platform.edit(place, id, { ...done, version: 3 });
    once(room, place);
  });

  test("two files of one name are both there", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(place, with1(await file(room, "one"), await file(room, "two")));
    expect(shown(room, place).map(({ text }) => text)).toEqual(["one", "two"]);
  });

  test("a name in any script, or with what calls people in it, is told as it is and calls nobody", async () => {
    const { room, begin } = get();
    const place = await begin();
    const names = ["Ночная смена – люди.md", "../../<@1> @everyone\u202e.md", "语".repeat(200)];
    for (const name of names) await room.platform.send(place, with1(await file(room, name, { name })));
    expect(shown(room, place).map(({ text }) => text)).toEqual(names);
    expect(said(room, place)).toContain("Ночная смена – люди.md");
    expect(room.pings()).toEqual([]);
  });

  test("says what it cannot attach, why, and where it is: what is gone or far too large", async () => {
    const { room, begin } = get();
    const place = await begin();
    const gone = await file(room, "x", { url: "/api/v1/files/fil_nowhere" });
    const large = await file(room, "x", { name: "all.zip", size: 80 * 1024 * 1024 });
    await room.platform.send(place, with1(gone));
    await room.platform.send(place, with1(large));
    expect(shown(room, place)).toEqual([]);
    expect(said(room, place)).toMatch(
      /Night Shift - sheets\.md · 1 byte\n.*could not attach it here: .*gone/,
    );
    expect(said(room, place)).toMatch(/all\.zip · 84 MB\n.*could not attach it here: .* MB.*web page/s);
  });

  test("says so too where it may not attach files", async () => {
    const { room, heard } = get();
    const mark = unique("nofiles");
    const message = with1(await file(room));
    await room.say(room.withoutFiles(), room.person("Ana"), `${room.mention} ${mark}`);
    const { place } = await heard(mark);
    const id = await room.platform.send(place, message);
    expect(shown(room, place)).toEqual([]);
    expect(said(room, place)).toMatch(/could not attach it here/);
    expect(await room.platform.edit(place, id, message)).toBe(id);
    expect(said(room, place).match(/could not attach it here/g)).toHaveLength(1);
  });

  test("a file that lies elsewhere is a link", async () => {
    const { room, begin } = get();
    const place = await begin();
    await room.platform.send(place, with1(await file(room, "x", { url: "https://example.test/a.md" })));
    expect(shown(room, place)).toEqual([]);
    expect(said(room, place)).toContain("https://example.test/a.md");
  });
}
