import type { Person } from "../../src/chat/inbound-event.ts";
import type { Skill } from "../../src/chat/skill.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import type { Session } from "../../src/domain/session.ts";
import { type Bulk, createBulk } from "../../src/features/bulk/bulk.ts";
import type { BulkParts } from "../../src/features/bulk/parts.ts";
import { Progress } from "../../src/features/bulk/progress.ts";
import { createItemRunner } from "../../src/features/bulk/run-item.ts";
import type { DraftRequest, Model } from "../../src/ports/model.ts";
import { converse, deafModel } from "./conversation.ts";
import { HandQueue } from "./hand-queue.ts";
import { type Stage, silent } from "./stage.ts";

const ADA: Person = { id: "ada", name: "Ada", role: "producer" };

interface Who {
  readonly person?: Person;
  readonly session?: Session;
}

type Overrides = Partial<BulkParts> & { readonly platform?: Session["place"]["platform"] };

/** Bulk work over real stores with a queue that is run by hand: everything but the product around it. */
export class BulkRoom {
  readonly stage: Stage;
  readonly session: Session;
  readonly queue = new HandQueue();
  readonly progress: Progress;
  readonly bulk: Bulk;
  #drawn = 1;
  readonly items: ReturnType<typeof createItemRunner>;
  readonly model: Model;
  draft: (request: DraftRequest, signal?: AbortSignal) => Promise<Record<string, string>>;

  private constructor(stage: Stage, session: Session, overrides: Overrides) {
    this.stage = stage;
    this.session = session;
    let made = 0;
    this.draft = async () => {
      made += 1;
      return { name: `Person ${made}` };
    };
    this.model = {
      ...deafModel,
      info: { name: "model", offline: false },
      draft: (request, options) => this.draft(request, options?.signal),
    };
    const parts: BulkParts = {
      ...stage.stores,
      blobs: undefined as never,
      queue: this.queue,
      model: this.model,
      bus: stage.bus,
      clock: stage.clock,
      ids: stage.ids,
      logger: silent,
      sends: () => false,
      editEveryMs: () => 0,
      kickDelivery: () => {},
      ...overrides,
    };
    this.progress = new Progress(parts);
    this.bulk = createBulk(parts, this.progress);
    this.items = createItemRunner(parts, this.progress);
  }

  static async open(stage: Stage, overrides: Overrides = {}): Promise<BulkRoom> {
    return new BulkRoom(stage, await stage.session(overrides.platform), overrides);
  }

  /** Does something with bulk work as a turn of this person. */
  async act(run: Skill["run"], { person = ADA, session = this.session }: Who = {}): Promise<TurnView> {
    const { receiver, conductor, views } = converse(this.stage, [{ name: "bulk", claims: () => true, run }]);
    const event = { ...this.stage.said(session, "do it"), person };
    await receiver.receive(event);
    await conductor.drain();
    const view = views.get(event.id);
    if (!view) throw new Error("no answer");
    return view;
  }

  async start(count: number, who?: Who): Promise<{ id: string; messageId: string }> {
    const view = await this.act(
      (turn) => this.bulk.start(turn, "characters", count, "", { again: true, confirmed: count }),
      who,
    );
    if (!view.operation) throw new Error(view.reply.text);
    return { id: view.operation.id, messageId: view.message_id };
  }

  /** Runs so many waiting jobs, from here and there in the queue, the same ones in every run of a test. */
  async runSome(count: number): Promise<void> {
    for (let run = 0; run < count; run += 1) {
      this.#drawn = (this.#drawn * 48_271) % 2_147_483_647;
      const [job] = this.queue.waiting.splice(this.#drawn % Math.max(1, this.queue.waiting.length), 1);
      if (job) await this.items.run(job, this.queue.runOf(job));
    }
  }

  /** Waits for what goes on in the background over the stores. */
  async settle(): Promise<void> {
    for (let look = 0; look < 12; look += 1) {
      await this.stage.stores.operations.get("opn_nobody");
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
