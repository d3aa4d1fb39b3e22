import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text as textOf } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

let folder: string;
let stage: Stage;
let studio: Studio;
let blobs: Blobs;
let session: Session;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backlot-export-"));
  blobs = await openFolderBlobs(folder);
  stage = await Stage.open();
  studio = new Studio(stage, blobs);
});
beforeEach(async () => {
  session = await stage.session();
  await studio.say(session, "the film is called Salt");
});
afterAll(async () => {
  await studio.product.stop();
  await stage.close();
  rmSync(folder, { recursive: true });
});

async function filesIn(view: TurnView): Promise<Record<string, string>> {
  const files = view.reply.blocks.filter((block) => block.type === "file");
  const read = files.map(async ({ name, url }) => {
    const content = await blobs.open(url.split("/").at(-1) ?? "");
    if (!content) throw new Error(`no bytes of ${name}`);
    return [name, await textOf(content)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

test("hands out a table of each kind and the papers, when asked in anybody's words", async () => {
  await studio.say(session, "the logline is: A nurse hears a voice.");
  await studio.say(session, "Create a character named Sarah, a 28-year-old journalist");
  await studio.say(session, "INT. DINER - NIGHT. Sarah waits, and nobody comes.");
  const view = await studio.say(session, "can i download all of it?");
  expect(view.reply.text).toContain(
    "Here is **Salt** as files: 1 character, 1 scene, 1 location and the papers (logline)",
  );
  const files = await filesIn(view);
  expect(Object.keys(files)).toEqual([
    "Salt characters.csv",
    "Salt scenes.csv",
    "Salt locations.csv",
    "Salt papers.md",
  ]);
  expect(files["Salt characters.csv"]).toBe("name,age,occupation\r\nSarah,28,journalist\r\n");
  expect(files["Salt papers.md"]).toBe("# Salt\n\n## Logline\n\nA nurse hears a voice.\n");
});

test("hands out one kind, or all of it as JSON", async () => {
  await studio.say(session, "Create a character named Sarah, a 28-year-old journalist");
  expect(Object.keys(await filesIn(await studio.say(session, "/export characters")))).toEqual([
    "Salt characters.csv",
  ]);
  const json = (await filesIn(await studio.say(session, "/export json")))["Salt bible.json"] ?? "";
  expect(JSON.parse(json)).toMatchObject({
    project: { title: "Salt" },
    entries: [{ kind: "character", name: "Sarah", fields: { age: 28, occupation: "journalist" } }],
  });
});

test("says what to do where there is nothing, and what can be had", async () => {
  expect((await studio.say(session, "/export")).reply.text).toContain("nothing to export yet");
  expect((await studio.say(session, "/export scenes")).reply.text).toContain(
    "nothing to export yet of scenes",
  );
  const refused = await studio.say(session, "/export unicorns");
  expect(refused.reply.text).toContain("I cannot export “unicorns”. Type /export alone");
});
