import { afterAll, beforeAll, expect, test } from "vitest";
import { createDiscordPlatform } from "../../../../src/adapters/discord/platform.ts";
import type { ChatMessage } from "../../../../src/chat/chat-message.ts";
import type { FileBlock } from "../../../../src/chat/reply.ts";
import { keptInMemory, quietLogger, Recorder, realClock, reply } from "../../../contract/platform-room.ts";
import { createScene } from "../../../contract/platform-scene.ts";
import { openDiscordRoom } from "../../../fakes/discord/discord-room.ts";

let room: Awaited<ReturnType<typeof openDiscordRoom>>;
beforeAll(async () => {
  room = await openDiscordRoom([]);
});
afterAll(() => room.close());

async function file(name: string): Promise<FileBlock> {
  const id = `fil_${name.replace(/\W/g, "")}`;
  await room.keep(id, Buffer.from(`rows of ${name}`));
  return { type: "file", name, url: `/api/v1/files/${id}`, media_type: "text/csv", size: 20 };
}

/** A message with a sheet, posted; how to show it with other files, and what people see then. */
async function posted() {
  const { fake, platform } = room;
  const place = await createScene(room).begin();
  const sheet = await file("sheet.csv");
  const message = reply("Your sheet", [{ type: "text", text: "Your sheet" }, sheet]);
  const id = await platform.send(place, message);
  const shown = () =>
    fake.seen(place.thread ?? "").flatMap(({ files }) => files.map(({ bytes }) => bytes.toString()));
  const showing = (text: string, ...files: FileBlock[]): ChatMessage => ({
    ...message,
    blocks: [{ type: "text", text }, ...files],
  });
  const sent = fake.world.uploads;
  const uploads = () => fake.world.uploads - sent;
  return { place, id, sheet, showing, shown, uploads };
}

test("an edit sends only the files that are new", async () => {
  const { place, id, sheet, showing, shown, uploads } = await posted();
  await room.platform.edit(place, id, showing("Pressed", sheet));
  expect([uploads(), shown()]).toEqual([0, ["rows of sheet.csv"]]);
  const other = await file("other.csv");
  await room.platform.edit(place, id, showing("Two", sheet, other));
  expect([uploads(), shown()]).toEqual([1, ["rows of sheet.csv", "rows of other.csv"]]);
  await room.platform.edit(place, id, showing("One", other));
  expect([uploads(), shown()]).toEqual([1, ["rows of other.csv"]]);
  await room.platform.edit(place, id, showing("None"));
  expect(shown()).toEqual([]);
});

test("what was thought to be there and is not is sent again", async () => {
  const { place, id, sheet, showing, shown, uploads } = await posted();
  room.fake.world.attached.set(id, []);
  await room.platform.edit(place, id, showing("Pressed", sheet));
  expect([uploads(), shown()]).toEqual([1, ["rows of sheet.csv"]]);
  expect(room.fake.complaints.excuse(/no file is/)).toHaveLength(1);
});

test("nothing is sent again after a restart, where the file may be gone here", async () => {
  const { place, id, sheet, showing, shown, uploads } = await posted();
  const { fake } = room;
  const later = createDiscordPlatform({
    config: { token: fake.world.token, apiUrl: fake.apiUrl },
    commands: [],
    blobs: keptInMemory(),
    clock: realClock,
    logger: quietLogger(),
  });
  await later.start(new Recorder());
  await later.edit(place, id, showing("Pressed", sheet));
  await later.stop();
  expect([uploads(), shown()]).toEqual([0, ["rows of sheet.csv"]]);
});
