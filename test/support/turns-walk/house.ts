import { createPostgresStores } from "../../../src/adapters/postgres/stores.ts";
import { createModels } from "../../../src/app/model.ts";
import { createProduct } from "../../../src/app/product.ts";
import type { Product } from "../../../src/app/product-parts.ts";
import type { InboundEvent } from "../../../src/chat/inbound-event.ts";
import type { TurnRecord, TurnView } from "../../../src/chat/turn-record.ts";
import { ID_PREFIXES } from "../../../src/domain/ids.ts";
import type { Random } from "../../../src/lib/random.ts";
import type { Ids } from "../../../src/ports/ids.ts";
import type { Model } from "../../../src/ports/model.ts";
import type { Platform } from "../../../src/ports/platform.ts";
import type { Stores } from "../../../src/ports/stores.ts";
import { HandQueue } from "../hand-queue.ts";
import { StillClock, silent } from "../stage.ts";
import { type Faults, Lanes, type Mortal } from "./lanes.ts";
import { type Counted, clockOf, Hub, SharedLeases } from "./shared.ts";

type Kysely = Parameters<typeof createPostgresStores>[0];

/** One life of one process. */
export interface Life extends Mortal {
  readonly product: Product;
  readonly bus: Counted;
  /** It was told to stop. */
  leaving: boolean;
}

/** Who asked a process for the answer to an event, and what they heard. */
export interface Asked {
  readonly life: Life;
  readonly event: InboundEvent;
  heard: { readonly view: TurnView | undefined } | undefined;
}

/** Whoever asks waits so long. */
const PATIENCE_MS = 3_600_000;
/** Who is told to stop is gone after so long. */
const STOPS_MS = 2_000;

/** Processes over one database, whose every step a seed draws. */
export class WalkHouse {
  readonly clock = new StillClock();
  readonly lanes: Lanes;
  readonly stores: Stores;
  readonly ids: Ids;
  readonly lives: Life[] = [];
  readonly asked: Asked[] = [];
  /** In the order they were written. */
  readonly written: TurnRecord[] = [];
  /** What was not stored when it was told, for whatever reason: platforms tell it again. */
  readonly untold: InboundEvent[] = [];
  readonly queue = new HandQueue();
  readonly shared: boolean;
  readonly #kysely: Kysely;
  readonly #hub: Hub;
  readonly #leases: SharedLeases;
  readonly #boomed = new Set<string>();

  constructor(kysely: Kysely, random: Random, seed: number, shared: boolean, faults: Faults) {
    this.#kysely = kysely;
    this.shared = shared;
    this.lanes = new Lanes(random, faults);
    this.#hub = new Hub(this.lanes, random);
    this.#leases = new SharedLeases(this.clock);
    this.stores = createPostgresStores(kysely);
    this.ids = plainIds(seed);
  }

  get living(): readonly Life[] {
    return this.lives.filter(({ dead, leaving }) => !dead && !leaving);
  }

  /** A process begins, and takes up what was left. */
  begin(platform: Platform): Life {
    const mortal = { dead: false };
    const clock = clockOf(this.clock, mortal);
    const bus = this.#hub.join(mortal);
    const product = createProduct({
      storage: {
        stores: this.#storesOf(mortal),
        queue: this.queue,
        blobs: undefined as never,
        ping: async () => {},
        close: async () => {},
      },
      bus,
      leases: this.lanes.through(mortal, this.#leases.of(mortal), false),
      models: this.#models(mortal),
      pictures: { render: () => Promise.reject(new Error("no pictures")), close: async () => {} },
      webhook: { call: () => Promise.reject(new Error("no webhooks")) },
      clock,
      ids: this.ids,
      logger: silent,
      platform: (name) => (name === platform.name ? platform : undefined),
      shared: this.shared,
    });
    const life = Object.assign(mortal, { product, bus, leaving: false });
    this.lives.push(life);
    void this.#recover(life);
    return life;
  }

  /** A platform tells an event, and waits for what it comes to. */
  tell(life: Life, event: InboundEvent): void {
    const again = () => this.untold.push(event);
    const told = life.product.receiver.receive(event).then(
      () => life.dead || this.ask(life, event),
      () => life.dead || again(),
    );
    void told;
    this.#atDeath.set(event.id, { event, life });
    void told.then(() => life.dead || this.#atDeath.delete(event.id));
  }

  readonly #atDeath = new Map<string, { readonly event: InboundEvent; readonly life: Life }>();

  ask(life: Life, event: InboundEvent): void {
    const one: Asked = { life, event, heard: undefined };
    this.asked.push(one);
    this.#listen(one);
  }

  #listen(one: Asked): void {
    one.life.product.receiver.finished(one.event.id, PATIENCE_MS).then(
      (view) => {
        one.heard = { view };
      },
      () => this.#listen(one),
    );
  }

  /**
   * A process dies, or stops: then it has a while to end what it does. What it was told and did not say that it has, it
   * is told again.
   */
  kill(life: Life, gently: boolean): void {
    if (gently) void life.product.stop().catch(() => undefined);
    if (gently) this.clock.after(STOPS_MS, () => this.kill(life, false));
    life.leaving = true;
    if (gently) return;
    life.dead = true;
    for (const [id, told] of this.#atDeath)
      if (told.life === life) {
        this.untold.push(told.event);
        this.#atDeath.delete(id);
      }
  }

  /** The events of a session, as they were stored. */
  async orderOf(sessionId: string): Promise<string[]> {
    const rows = await this.#kysely
      .selectFrom("backlot.events")
      .select("id")
      .where("session_id", "=", sessionId)
      .orderBy("seq")
      .execute();
    return rows.map(({ id }) => id);
  }

  /** Who cannot take up what was left is begun again, until it can. */
  async #recover(life: Life): Promise<void> {
    for (let isUp = false; !isUp; ) {
      await this.lanes.pass(life, true);
      isUp = await life.product
        .start()
        .then(() => life.product.recover())
        .then(
          () => true,
          () => life.leaving,
        );
    }
  }

  #storesOf(of: Mortal): Stores {
    const real = createPostgresStores(this.#kysely);
    const turns: Stores["turns"] = {
      ...real.turns,
      commit: async (record) => {
        const written = await real.turns.commit(record);
        if (written) this.written.push(record);
        return written;
      },
    };
    const through = Object.entries({ ...real, turns }).map(([name, store]) => [
      name,
      this.lanes.through(of, store),
    ]);
    return Object.fromEntries(through) as Stores;
  }

  /** Reads as the rules do, in their own time; some words break it, once or always. */
  #models(of: Mortal) {
    const { offline } = createModels({ kind: "offline" }, {}, silent);
    const read: Model["read"] = async (request, options) => {
      await this.lanes.pass(of);
      await this.lanes.pass(of);
      const boom = /boom (once|always) \w+/.exec(request.text);
      if (boom && (boom[1] === "always" || !this.#boomed.has(boom[0]))) {
        this.#boomed.add(boom[0]);
        throw new Error(boom[0]);
      }
      return offline.read(request, options);
    };
    const model = { ...offline, read };
    return { model, offline: model };
  }
}

/** Ids that follow from the seed, in the order they are asked for. */
function plainIds(seed: number): Ids {
  let last = 0;
  return {
    next: (kind) => {
      last += 1;
      return `${ID_PREFIXES[kind]}_${seed.toString(36)}x${last.toString(36).padStart(6, "0")}`;
    },
    seed: () => {
      last += 1;
      return last;
    },
  };
}
