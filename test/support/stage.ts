import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { createMemoryLeases } from "../../src/adapters/memory/leases.ts";
import type { Database } from "../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import { createIds } from "../../src/app/random-ids.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { EMPTY_MEMORY, type Session } from "../../src/domain/session.ts";
import { newProject } from "../../src/features/projects/new-project.ts";
import type { Bus } from "../../src/ports/bus.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { Ids } from "../../src/ports/ids.ts";
import type { Leases } from "../../src/ports/leases.ts";
import type { Logger } from "../../src/ports/logger.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { openMemoryDatabase } from "../contract/memory-database.ts";

export const silent: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  child: () => silent,
};

/** A clock that stands still until it is moved; what falls due on the way is called in order. */
export class StillClock implements Clock {
  #now = Date.parse("2026-11-22T10:00:00.000Z");
  #timers: { at: number; callback: () => void }[] = [];

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  pass(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = until;
  }
}

/** Real stores in memory with one project and a session, and the small parts a feature needs. */
export class Stage {
  readonly stores: Stores;
  readonly clock = new StillClock();
  readonly ids: Ids = createIds();
  readonly bus: Bus = createMemoryBus((error) => {
    throw error;
  });
  readonly leases: Leases = createMemoryLeases();
  readonly #database: Database<BacklotSchema>;

  private constructor(database: Database<BacklotSchema>) {
    this.#database = database;
    this.stores = createPostgresStores(database.kysely);
  }

  static async open(): Promise<Stage> {
    const database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
    return new Stage(database);
  }

  async session(platform: Session["place"]["platform"] = "web"): Promise<Session> {
    const at = this.clock.now().toISOString();
    const workspace = await this.stores.projects.ensureWorkspace({
      id: this.ids.next("workspace"),
      platform,
      external_id: "w1",
      name: "w1",
      created_at: at,
    });
    const project = newProject({
      id: this.ids.next("project"),
      workspace_id: workspace.id,
      title: "Night Shift",
      by: "ada",
      at,
    });
    await this.stores.projects.create(project);
    const id = this.ids.next("session");
    const session: Session = {
      id,
      project_id: project.id,
      workspace_id: workspace.id,
      title: "Night Shift",
      place: { platform, workspace: "w1", channel: id },
      status: "open",
      memory: { ...EMPTY_MEMORY, introduced: true },
      created_by: "ada",
      created_at: at,
    };
    await this.stores.sessions.create(session);
    return session;
  }

  said(
    session: Session,
    text: string,
    id: string = this.ids.next("event"),
  ): InboundEvent & { type: "message" } {
    return {
      type: "message",
      id,
      place: session.place,
      person: { id: "ada", name: "Ada", role: "producer" },
      at: this.clock.now().toISOString(),
      text,
    };
  }

  async close(): Promise<void> {
    await this.leases.close();
    await this.bus.close();
    await this.#database.close();
  }
}
