import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openFolderBlobs } from "../../../../../src/adapters/folder/blobs.ts";
import type { Block } from "../../../../../src/chat/reply.ts";
import type { TurnView } from "../../../../../src/chat/turn-record.ts";
import type { Entry } from "../../../../../src/domain/bible/entry.ts";
import type { FactValue } from "../../../../../src/domain/bible/fact.ts";
import type { EntryKind } from "../../../../../src/domain/bible/kinds.ts";
import type { Session } from "../../../../../src/domain/session.ts";
import type { Blobs } from "../../../../../src/ports/blobs.ts";
import type { Job } from "../../../../../src/ports/queue.ts";
import { anEntry, makeEntries } from "../../../../contract/bible-samples.ts";
import { Studio } from "../../../../support/product.ts";
import { Stage } from "../../../../support/stage.ts";

/** The whole product with a film, whose bulk work runs when the test says so. */
export class BulkStudio {
  readonly stage: Stage;
  readonly session: Session;
  readonly blobs: Blobs;
  readonly #folder: string;
  studio: Studio;

  private constructor(stage: Stage, session: Session, blobs: Blobs, folder: string) {
    this.stage = stage;
    this.session = session;
    this.blobs = blobs;
    this.#folder = folder;
    this.studio = new Studio(stage, blobs);
  }

  static async open(): Promise<BulkStudio> {
    const stage = await Stage.open();
    const folder = await mkdtemp(join(tmpdir(), "backlot-bulk-"));
    const film = new BulkStudio(stage, await stage.session(), await openFolderBlobs(folder), folder);
    await film.studio.product.start();
    return film;
  }

  async close(): Promise<void> {
    await this.studio.product.stop();
    await this.stage.close();
    await rm(this.#folder, { recursive: true });
  }

  /** The process is gone with its queue; another one takes up what it left. */
  async die(): Promise<void> {
    await this.studio.product.stop();
    this.studio = new Studio(this.stage, this.blobs);
    await this.studio.product.start();
    await this.studio.product.recover();
  }

  say(text: string): Promise<TurnView> {
    return this.studio.say(this.session, text);
  }

  /** Says it, and answers the id of what it begins. */
  async begin(text: string): Promise<string> {
    const view = await this.say(text);
    if (!view.operation) throw new Error(view.reply.text);
    return view.operation.id;
  }

  /** Runs all that waits, and lets the progress message come to its end. */
  async run(): Promise<void> {
    await this.studio.queue.runAll();
    await this.settle();
  }

  /** A worker process of its own over the same stores, which runs these jobs one after the other. */
  async runBy(jobs: readonly Job[]): Promise<void> {
    const other = new Studio(this.stage, this.blobs);
    await other.product.start();
    other.queue.waiting = [...jobs];
    await other.queue.runAll();
    await other.product.stop();
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      this.stage.clock.pass(1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async make(
    kind: EntryKind,
    name: string,
    values: Record<string, FactValue> = {},
    over: Partial<Entry> = {},
  ): Promise<Entry> {
    const entry = anEntry(this.session, kind, name, values, over);
    await makeEntries(this.stage.stores, this.session, entry);
    return entry;
  }

  list(kind: EntryKind): Promise<readonly Entry[]> {
    return this.stage.stores.bible.list(this.session.project_id, { kind, limit: 1_000 });
  }

  operation(id: string) {
    return this.stage.stores.operations.get(id);
  }

  /** What the operation's one message shows. */
  async shown(id: string): Promise<readonly Block[]> {
    const operation = await this.operation(id);
    return (operation && (await this.stage.stores.messages.get(operation.message_id)))?.blocks ?? [];
  }

  /** Presses a button under the operation's message. */
  async press(id: string, label: string): Promise<TurnView> {
    const choices = (await this.shown(id)).flatMap((block) =>
      block.type === "choices" ? block.choices : [],
    );
    const choice = choices.find((each) => each.label === label);
    if (!choice) throw new Error(`there is no button ${label}`);
    return this.studio.press(this.session, choice.id);
  }

  async text(id: string): Promise<string> {
    const operation = await this.operation(id);
    return (operation && (await this.stage.stores.messages.get(operation.message_id)))?.text ?? "";
  }
}
