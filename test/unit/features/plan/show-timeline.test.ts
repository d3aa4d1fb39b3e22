import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer, json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import { createResvgPictures } from "../../../../src/adapters/resvg/pictures.ts";
import { Block, type ImageBlock } from "../../../../src/chat/reply.ts";
import type { Turn } from "../../../../src/chat/turn.ts";
import { FileRecord, recordKey } from "../../../../src/domain/file-record.ts";
import { createTimeline } from "../../../../src/features/plan/show-timeline.ts";
import { pngSize } from "../../../../src/lib/png-size.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import type { Pictures } from "../../../../src/ports/pictures.ts";
import { quietLogger, realClock } from "../../../contract/platform-room.ts";
import { manySteps, STATES, sampleView } from "./picture/sample-view.ts";

let folder: string;
let blobs: Blobs;
const pictures: Pictures = createResvgPictures({ clock: realClock });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pictures-"));
  blobs = await openFolderBlobs(folder);
});
afterAll(async () => {
  await pictures.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the feature looks at of a turn. */
const turnIn = (workspace_id: string, title = "Night Shift") =>
  ({
    id: "trn_1",
    project: { title },
    session: { workspace_id },
    event: { at: "2026-11-22T10:00:00.000Z" },
  }) as unknown as Turn;

const shown = async (turn: Turn, view = sampleView(STATES)): Promise<ImageBlock> => {
  const blocks = await createTimeline({ pictures, blobs, logger: quietLogger() })(turn, view);
  expect(blocks).toHaveLength(1);
  const block = Block.parse(blocks[0]);
  return block.type === "image" ? block : expect.fail(`a ${block.type}`);
};
const bytesOf = async ({ file_id }: ImageBlock) => buffer((await blobs.open(file_id)) ?? expect.fail("gone"));

test("one image block, whose picture is a PNG of that size and is kept with its owner", async () => {
  const image = await shown(turnIn("wsp_1"));
  const png = await bytesOf(image);
  expect(pngSize(png)).toEqual({ width: image.width, height: image.height });
  expect(image).toMatchObject({ size: png.length, media_type: "image/png", name: "workflow.png" });
  expect(image.alt).toContain("3 of 7 steps done");
  const stored = await blobs.open(recordKey(image.file_id));
  expect(FileRecord.parse(stored && (await json(stored)))).toMatchObject({
    id: image.file_id,
    workspace_id: "wsp_1",
    url: image.url,
    size: png.length,
  });
});

test("the same picture is kept once, and another workspace has its own", async () => {
  const first = await shown(turnIn("wsp_2"));
  const before = (await readdir(folder)).length;
  expect(await shown(turnIn("wsp_2"))).toEqual(first);
  expect(await readdir(folder)).toHaveLength(before);
  const other = await shown(turnIn("wsp_3"));
  expect(other.file_id).not.toBe(first.file_id);
  expect((await bytesOf(other)).equals(await bytesOf(first))).toBe(true);
});

test("each state looks different", async () => {
  const drawn = await Promise.all(
    STATES.map((state) => shown(turnIn("wsp_4"), { ...sampleView([state, "locked"]), percent: 0 })),
  );
  expect(new Set(drawn.map(({ file_id }) => file_id)).size).toBe(STATES.length);
});

test("two hundred steps in a picture that every platform takes", async () => {
  const image = await shown(turnIn("wsp_5"), sampleView(manySteps(200)));
  expect(image.width * image.height).toBeLessThanOrEqual(8_100_000);
  expect(image.size).toBeLessThan(2_000_000);
});

test("a picture that cannot be drawn or kept costs the turn nothing but the picture", async () => {
  const lines: { level: string; message: string; data: object }[] = [];
  const logger = quietLogger(lines);
  const broken: Pictures = { ...pictures, render: () => Promise.reject(new Error("no")) };
  const full: Blobs = { ...blobs, put: () => Promise.reject(new Error("disk full")) };
  const view = sampleView(STATES);
  expect(await createTimeline({ pictures: broken, blobs, logger })(turnIn("wsp_6"), view)).toEqual([]);
  expect(await createTimeline({ pictures, blobs: full, logger })(turnIn("wsp_6"), view)).toEqual([]);
  expect(lines.map(({ level }) => level)).toEqual(["warn", "warn"]);
});
