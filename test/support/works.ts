import { Kysely, PostgresDialect } from "kysely";
import { openQueue, type QueueConfig } from "../../src/adapters/bullmq/backend.ts";
import type { QueueTimings } from "../../src/adapters/bullmq/connection.ts";
import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { createMemoryLeases } from "../../src/adapters/memory/leases.ts";
import { openDatabase } from "../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { PgPool } from "../../src/adapters/postgres/pg-pool.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import { createModels, type Models } from "../../src/app/model.ts";
import { createProduct } from "../../src/app/product.ts";
import type { Product } from "../../src/app/product-parts.ts";
import { createIds } from "../../src/app/random-ids.ts";
import { systemClock } from "../../src/app/system-clock.ts";
import type { ProgressBlock } from "../../src/chat/reply.ts";
import type { TurnView } from "../../src/chat/turn-record.ts";
import type { Operation } from "../../src/domain/operation.ts";
import type { Session } from "../../src/domain/session.ts";
import { EMPTY_MEMORY } from "../../src/domain/session.ts";
import { newProject } from "../../src/features/projects/new-project.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { Queue } from "../../src/ports/queue.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { openMemoryDatabase } from "../contract/memory-database.ts";
import { type FlakyPool, flakyPool } from "./flaky-pool.ts";
import { silent } from "./stage.ts";

export interface WorksOptions {
  readonly timings?: Partial<QueueTimings>;
  readonly models?: Models;
  /** Another queue than the one beside the stores. */
  readonly queue?: QueueConfig;
  readonly logger?: Logger;
  /** Where the database is kept; in memory when left out. */
  readonly dataDir?: string;
  /** Jobs of bulk work at a time, in place of the product's own number. */
  readonly workers?: number;
}

/** The product at work inside the test: real stores, the real queue and its workers, real time. No platform. */
export class Works {
  readonly stores: Stores;
  readonly product: Product;
  readonly queue: Queue;
  /** The two doors of the one database: each can be away by itself, as two services can. */
  readonly storeDoor: FlakyPool;
  readonly queueDoor: FlakyPool;
  readonly #close: () => Promise<void>;
  #events = 0;

  private constructor(
    parts: Pick<Works, "stores" | "product" | "queue" | "storeDoor" | "queueDoor">,
    close: () => Promise<void>,
  ) {
    this.stores = parts.stores;
    this.product = parts.product;
    this.queue = parts.queue;
    this.storeDoor = parts.storeDoor;
    this.queueDoor = parts.queueDoor;
    this.#close = close;
  }

  static async open(options: WorksOptions = {}): Promise<Works> {
    const { timings, models, queue: config, logger = silent, dataDir, workers } = options;
    const opened =
      dataDir === undefined
        ? await openMemoryDatabase<BacklotSchema>()
        : await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
    await migrateStores(opened.kysely);
    const [storeDoor, queueDoor] = [flakyPool(opened.pool), flakyPool(opened.pool)];
    const stores = createPostgresStores(storesOver(storeDoor.pool));
    const queue = await openQueue(config ?? { kind: "postgres", pool: queueDoor.pool, soleOwner: true }, {
      name: `works-${process.pid}-${Date.now()}`,
      ...(timings === undefined ? {} : { timings }),
      logger,
    });
    const work = queue.work.bind(queue);
    if (workers !== undefined)
      queue.work = (handler, given) => work(handler, { ...given, concurrency: workers });
    const [bus, leases] = [createMemoryBus(rethrow), createMemoryLeases()];
    const never = () => Promise.reject(new Error("not in this test"));
    const product = createProduct({
      storage: { stores, queue, blobs: undefined as never, ping: async () => {}, close: async () => {} },
      bus,
      leases,
      models: models ?? createModels({ kind: "offline" }, {}, silent),
      pictures: { render: never, close: async () => {} },
      webhook: { call: never },
      clock: systemClock,
      ids: createIds(),
      logger,
      platform: () => undefined,
    });
    await product.start();
    return new Works({ stores, product, queue, storeDoor, queueDoor }, async () => {
      await product.stop();
      await queue.close();
      await leases.close();
      await bus.close();
      await opened.close();
    });
  }

  async session(): Promise<Session> {
    const ids = createIds();
    const at = new Date().toISOString();
    const id = ids.next("session");
    const workspace = await this.stores.projects.ensureWorkspace({
      id: ids.next("workspace"),
      platform: "web",
      external_id: "w1",
      name: "w1",
      created_at: at,
    });
    const made = { id: ids.next("project"), workspace_id: workspace.id, title: "Night Shift", by: "ada", at };
    const project = { ...newProject(made), workflow: "free" };
    await this.stores.projects.create(project);
    const session: Session = {
      id,
      project_id: project.id,
      workspace_id: workspace.id,
      title: "Night Shift",
      place: { platform: "web", workspace: "w1", channel: id },
      status: "open",
      memory: { ...EMPTY_MEMORY, introduced: true },
      created_by: "ada",
      created_at: at,
    };
    await this.stores.sessions.create(session);
    return session;
  }

  say(session: Session, text: string): Promise<TurnView> {
    return this.#answer(session, { type: "message", text });
  }

  press(session: Session, choiceId: string): Promise<TurnView> {
    return this.#answer(session, { type: "choice", choice_id: choiceId });
  }

  async #answer(
    session: Session,
    said: { type: "message"; text: string } | { type: "choice"; choice_id: string },
  ): Promise<TurnView> {
    this.#events += 1;
    const id = `${session.id}-${this.#events}`;
    const person = { id: "ada", name: "Ada", role: "producer" } as const;
    await this.product.receiver.receive({
      ...said,
      id,
      place: session.place,
      person,
      at: new Date().toISOString(),
    });
    const view = await this.product.receiver.finished(id, 10_000);
    if (!view) throw new Error("no answer");
    return view;
  }

  /** Starts bulk work, and says yes where it is asked back first. Answers its id and the message that shows it. */
  async start(session: Session, text: string): Promise<{ id: string; messageId: string }> {
    const asked = await this.say(session, text);
    const [yes] = asked.operation ? [] : asked.choices;
    const view = yes ? await this.press(session, yes.id) : asked;
    if (!view.operation) throw new Error(view.reply.text);
    return { id: view.operation.id, messageId: view.reply.message_id };
  }

  /** Waits until an operation is as wanted. */
  async until(id: string, wanted: (operation: Operation) => boolean, withinMs = 60_000): Promise<Operation> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const operation = await this.stores.operations.get(id).catch(() => undefined);
      if (operation && wanted(operation)) return operation;
      if (performance.now() > deadline) throw new Error(`it stays at ${JSON.stringify(operation)}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Presses a button of the message that shows an operation, as it stands. */
  async pressShown(session: Session, messageId: string, label: string): Promise<TurnView> {
    const blocks = (await this.stores.messages.get(messageId))?.blocks ?? [];
    const choices = blocks.flatMap((block) => (block.type === "choices" ? block.choices : []));
    const meant = choices.find((choice) => choice.label.startsWith(label));
    if (!meant) throw new Error(`no ${label} among ${choices.map((choice) => choice.label).join(", ")}`);
    return this.press(session, meant.id);
  }

  async shown(messageId: string): Promise<ProgressBlock | undefined> {
    const message = await this.stores.messages.get(messageId);
    return message?.blocks.find((block): block is ProgressBlock => block.type === "progress");
  }

  close(): Promise<void> {
    return this.#close();
  }
}

export const hasEnded = ({ ended_at }: Operation): boolean => ended_at !== undefined;

/** The pool's own search path is the queue's; the stores name their schema. */
function storesOver(pool: PgPool): Kysely<BacklotSchema> {
  return new Kysely<BacklotSchema>({ dialect: new PostgresDialect({ pool: pool as never }) });
}

function rethrow(error: unknown): void {
  throw error;
}
