import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { openFolderBlobs } from "../../../../src/adapters/folder/blobs.ts";
import type { ProductParts } from "../../../../src/app/product-parts.ts";
import type { Person } from "../../../../src/chat/inbound-event.ts";
import type { TurnView } from "../../../../src/chat/turn-record.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Blobs } from "../../../../src/ports/blobs.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";

/** A film in the whole product, where bulk work is asked for and run by hand; a new film for every test. */
export function bulkRoom(over: Partial<ProductParts> = {}) {
  let stage: Stage;
  let studio: Studio;
  let session: Session;
  let blobs: Blobs;
  let folder: string;
  beforeAll(async () => {
    stage = await Stage.open();
    folder = await mkdtemp(join(tmpdir(), "bulk-"));
    blobs = await openFolderBlobs(folder);
    studio = new Studio(stage, blobs, undefined, over);
    await studio.product.start();
  });
  beforeEach(async () => {
    session = await stage.session();
    studio.queue.lose();
  });
  afterAll(async () => {
    await studio.product.stop();
    await stage.close();
    await rm(folder, { recursive: true });
  });

  return {
    stage: () => stage,
    session: () => session,
    queue: () => studio.queue,
    say: (text: string, person?: Person) => studio.say(session, text, person),
    press: (view: TurnView, label: string, person?: Person) => {
      const choice = view.choices.find((each) => each.label === label);
      if (!choice) throw new Error(`no ${label} among ${view.choices.map((each) => each.label).join(", ")}`);
      return studio.press(session, choice.id, person);
    },
    upload: async (name: string, content: string, text: string) => {
      const id = stage.ids.next("file");
      await blobs.put(id, Readable.from([Buffer.from(content)]));
      const size = Buffer.byteLength(content);
      return studio.upload(session, text, [{ id, name, media_type: "text/csv", size, url: `/f/${id}` }]);
    },
    operations: () => stage.stores.operations.list(session.project_id, 100),
    entries: () => stage.stores.bible.list(session.project_id, { limit: 1_000 }),
  };
}
