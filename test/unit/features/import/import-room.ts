import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { Block } from "../../../../src/chat/reply.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Entry } from "../../../../src/domain/bible/entry.ts";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import type { Project } from "../../../../src/domain/project.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

/** A film in the whole product, where rows are pasted and pressed into the bible; a new film for every test. */
export function importRoom() {
  let stage: Stage;
  let studio: Studio;
  let session: Session;
  let blobs: Blobs;
  let folder: string;

  beforeAll(async () => {
    stage = await Stage.open();
    folder = await mkdtemp(join(tmpdir(), "import-"));
    blobs = await openFolderBlobs(folder);
    studio = new Studio(stage, blobs);
  });
  beforeEach(async () => {
    session = await stage.session();
  });
  afterAll(async () => {
    await studio.product.stop();
    await stage.close();
    await rm(folder, { recursive: true });
  });

  const entries = (kind?: EntryKind): Promise<readonly Entry[]> =>
    stage.stores.bible.list(session.project_id, { ...(kind ? { kind } : {}), limit: 2_000 });
  return {
    stage: () => stage,
    session: () => session,
    say: (text: string, person?: Person) => studio.say(session, text, person),
    press: (view: TurnView, label: string | RegExp, person?: Person) => {
      const choice = view.choices.find((each) =>
        typeof label === "string" ? each.label === label : label.test(each.label),
      );
      if (!choice) throw new Error(`no ${label} among ${labelsOf(view).join(", ")}`);
      return studio.press(session, choice.id, person);
    },
    upload: async (name: string, content: string | Uint8Array, text = "") => {
      const bytes = Buffer.from(content);
      const id = stage.ids.next("file");
      await blobs.put(id, Readable.from([bytes]));
      return studio.upload(session, text, [
        { id, name, media_type: "text/plain", size: bytes.length, url: `/api/v1/files/${id}` },
      ]);
    },
    uploadAway: (name: string) =>
      studio.upload(session, "", [
        { id: "away", name, media_type: "text/csv", size: 10, url: "https://x.test/1" },
      ]),
    entries,
    names: async (kind?: EntryKind) => (await entries(kind)).map((entry) => entry.name),
    entry: async (name: string) => {
      const found = (await entries()).find((entry) => entry.name === name);
      if (!found) throw new Error(`no ${name}`);
      return found;
    },
    /** Goes on in a new project that differs from the default in this. */
    configure: async (over: Partial<Project>): Promise<void> => {
      const loaded = await stage.stores.sessions.load(session.id);
      if (!loaded) throw new Error("no session");
      const project = { ...loaded.project, ...over, id: stage.ids.next("project") };
      await stage.stores.projects.create(project);
      const id = stage.ids.next("session");
      session = { ...session, id, project_id: project.id, place: { ...session.place, channel: id } };
      await stage.stores.sessions.create(session);
    },
    open: () => stage.stores.points.open({ project_id: session.project_id }, 10),
  };
}

export const labelsOf = (view: TurnView): string[] => view.choices.map((choice) => choice.label);

export function blockOf<T extends Block["type"]>(view: TurnView, type: T): Block & { type: T } {
  const found = view.reply.blocks.find((block): block is Block & { type: T } => block.type === type);
  if (!found) throw new Error(`no ${type} in the reply`);
  return found;
}

/** The plain values of an entry. */
export const valuesOf = (entry: Entry): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry.facts).map(([field, fact]) => [field, fact.value]));
