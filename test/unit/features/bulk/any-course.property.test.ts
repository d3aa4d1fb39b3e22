import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ChoicesBlock } from "../../../../src/chat/reply.ts";
import { AppError } from "../../../../src/domain/errors.ts";
import type { Operation } from "../../../../src/domain/operation.ts";
import type { Session } from "../../../../src/domain/session.ts";
import type { Model } from "../../../../src/ports/model.ts";
import { deafModel } from "../../../support/conversation.ts";
import { Studio } from "../../../support/product.ts";
import { Stage } from "../../../support/stage.ts";
import { StepQueue } from "../../../support/step-queue.ts";

const RUNS = 30;
const LABELS = ["Pause", "Resume", "Cancel", "Retry failed", "Undo all"] as const;
const which = fc.nat(50);

/** What may happen to an operation. Several at once: a press while a job runs, one job delivered to two workers. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant("step" as const), which }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant("again" as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant("press" as const), label: fc.constantFrom(...LABELS) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("restart" as const), lost: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("health" as const), sick: fc.boolean() }) },
);
const course = fc.record({
  offline: fc.boolean(),
  count: fc.integer({ min: 1, max: 8 }),
  sick: fc.boolean(),
  /** Each of these happens at once. */
  moments: fc.array(fc.array(happening, { minLength: 1, maxLength: 3 }), { maxLength: 14 }),
});
type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** One operation, the process it runs in, and a model that cannot make every third while it is sick. */
class Room {
  readonly session: Session;
  sick: boolean;
  queue = new StepQueue();
  #studio: Studio;
  #lane: Promise<void> = Promise.resolve();
  readonly #model: Model;
  operationId = "";
  messageId = "";

  constructor(session: Session, { offline, sick }: Course) {
    this.session = session;
    this.sick = sick;
    this.#model = {
      ...deafModel,
      info: { name: "test", offline },
      draft: async ({ index, attempt }) => {
        await new Promise((resolve) => setImmediate(resolve));
        if (this.sick && index % 3 === 1)
          throw new AppError("unavailable", "it is sick", { retryable: true });
        return { name: `${"ABCDEFGH"[index]}x${"y".repeat(attempt)} Person` };
      },
    };
    this.#studio = this.#start();
  }

  #start(): Studio {
    const storage = { stores: stage.stores, queue: this.queue, blobs: undefined as never };
    const models = { model: this.#model, offline: deafModel };
    const over = { storage: { ...storage, ping: async () => {}, close: async () => {} }, models };
    return new Studio(stage, undefined, undefined, over);
  }

  async begin(count: number): Promise<void> {
    await this.#studio.product.start();
    await this.#studio.say(this.session, "/project workflow free");
    const view = await this.#studio.say(this.session, `/bulk characters ${count}`);
    this.operationId = view.operation?.id ?? expect.fail(view.reply.text);
    this.messageId = view.reply.message_id;
  }

  /** A press waits for its answer, which a process that stops does not give: the next one has it. So these take turns. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    this.#lane = this.#lane.then(act);
    return this.#lane;
  }

  /** The process stops, its queue is lost or not, and another begins. */
  async #restart(lost: boolean): Promise<void> {
    if (lost) this.queue.lose();
    await this.#studio.product.stop();
    this.#studio = this.#start();
    await this.#studio.product.start();
    await this.#studio.product.recover();
  }

  /** Presses what the message shows, if it shows it. */
  async press(label: string): Promise<void> {
    const message = await stage.stores.messages.get(this.messageId);
    const shown = (message?.blocks ?? []).filter((block): block is ChoicesBlock => block.type === "choices");
    const choice = shown.flatMap(({ choices }) => choices).find((each) => each.label === label);
    if (choice) await this.#studio.press(this.session, choice.id);
  }

  async happen(what: Course["moments"][number][number]): Promise<void> {
    if (what.type === "step") await this.queue.step(what.which);
    if (what.type === "again") await this.queue.again(what.which);
    if (what.type === "press") await this.#inTurn(() => this.press(what.label));
    if (what.type === "health") this.sick = what.sick;
    if (what.type === "restart") await this.#inTurn(() => this.#restart(what.lost));
  }

  /** Lets the clock go on, and what it wakes take its turn. */
  async pass(): Promise<void> {
    stage.clock.pass(2_000);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }

  async shown(): Promise<Operation | undefined> {
    const until = performance.now() + 5_000;
    for (;;) {
      await this.pass();
      const operation = await stage.stores.operations.get(this.operationId);
      if (operation?.shown || performance.now() > until) return operation;
    }
  }
}

/** What the operation has made is what it counts, at every moment; entries that live are those not undone. */
async function checkMade(room: Room): Promise<void> {
  const { operations, bible } = stage.stores;
  const [operation, changes, items] = await Promise.all([
    operations.get(room.operationId),
    bible.changesOfOperation(room.operationId),
    operations.items(room.operationId),
  ]);
  const made = changes.filter(({ action }) => action === "created");
  expect(made).toHaveLength(operation?.progress.completed ?? -1);
  const completed = items.filter(({ status }) => status === "completed").map(({ entry_id }) => entry_id);
  expect(made.map(({ entry_id }) => entry_id).sort()).toEqual(completed.sort());
  const living = await bible.list(room.session.project_id, { kind: "character", limit: 100 });
  const kept = made.filter(({ undone }) => !undone).map(({ entry_id }) => entry_id);
  expect(living.map(({ id }) => id).sort()).toEqual(kept.sort());
  expect(new Set(living.map(({ name }) => name)).size).toBe(kept.length);
}

test("whatever happens to an operation, it ends, counts every item once and has made what it counts", async () => {
  await fc.assert(
    fc.asyncProperty(course, async (drawn) => {
      const room = new Room(await stage.session(), drawn);
      await room.begin(drawn.count);
      for (const moment of drawn.moments) {
        await Promise.all(moment.map((what) => room.happen(what)));
        await checkMade(room);
        await room.pass();
      }
      await room.press("Resume");
      await room.queue.drain();
      const operation = await room.shown();
      const { completed, failed, cancelled, total } = operation?.progress ?? expect.fail("gone");
      expect({
        counted: completed + failed + cancelled,
        total,
        ended: operation?.ended_at !== undefined,
      }).toEqual({
        counted: drawn.count,
        total: drawn.count,
        ended: true,
      });
      expect(operation).toMatchObject({ shown: true });
      await checkMade(room);
    }),
    { numRuns: RUNS },
  );
}, 120_000);
