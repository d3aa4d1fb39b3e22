import type { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Block } from "../../../../../src/chat/reply.ts";
import { FileRecord, recordKey } from "../../../../../src/domain/file-record.ts";
import { BulkStudio } from "./bulk-studio.ts";

describe("sheets in bulk", () => {
  let film: BulkStudio;
  beforeEach(async () => {
    film = await BulkStudio.open();
  });
  afterEach(() => film.close());

  const fileIn = (blocks: readonly Block[]) => blocks.find((block) => block.type === "file");
  const content = async (key: string) => textOf((await film.blobs.open(key)) as Readable);

  test("each character has a page in one file, and the bible stays as it is", async () => {
    await film.make("character", "Ana", { occupation: "nurse" });
    await film.make("character", "Bo # <b>", { fear: "heights" }, { status: "locked" });
    const before = await film.list("character");
    const id = await film.begin("make sheets for all characters");
    await film.run();
    const blocks = await film.shown(id);
    const file = fileIn(blocks);
    if (file?.type !== "file") throw new Error("no file");
    expect(file).toMatchObject({ name: "Night Shift - character sheets.md", media_type: "text/markdown" });
    const fileId = file.url.split("/").at(-1) ?? "";
    const sheets = await content(fileId);
    expect(sheets).toContain("# Night Shift: characters");
    expect(sheets).toMatch(/## Ana\n[\s\S]*\*\*Occupation:\*\* nurse[\s\S]*## Bo \\# \\<b\\>[\s\S]*heights/);
    const record = FileRecord.parse(JSON.parse(await content(recordKey(fileId))));
    expect(record).toMatchObject({ workspace_id: film.session.workspace_id, by: "ada" });
    expect(await film.list("character")).toEqual(before);
    expect(await film.text(id)).toContain("Done: 2 characters have a sheet, all in one file.");
    const choices = blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
    expect(choices.map(({ label }) => label)).not.toContain("Undo all");
  });

  test("a process that dies before the end was shown gathers the same file again", async () => {
    for (let number = 0; number < 30; number += 1) await film.make("character", `Person ${number}`);
    const id = await film.begin("/bulk sheets");
    const { queue } = film.studio;
    queue.waiting = queue.waiting.slice(0, 1);
    await queue.runAll();
    await film.die();
    await film.run();
    const file = fileIn(await film.shown(id));
    if (file?.type !== "file") throw new Error("no file");
    const sheets = await content(file.url.split("/").at(-1) ?? "");
    expect(sheets.match(/^## Person \d+$/gm)).toHaveLength(30);
    expect(await film.operation(id)).toMatchObject({ status: "completed", progress: { completed: 30 } });
  });

  test("without characters there is nothing to make", async () => {
    const view = await film.say("/bulk sheets");
    expect(view.operation).toBeUndefined();
    expect(view.error?.message).toContain("no characters");
  });
});
