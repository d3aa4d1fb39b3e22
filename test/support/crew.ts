import { openQueue } from "../../src/adapters/bullmq/backend.ts";
import { createMemoryBus } from "../../src/adapters/memory/bus.ts";
import { openPostgresBus } from "../../src/adapters/postgres/bus.ts";
import { createPostgresLeases } from "../../src/adapters/postgres/leases.ts";
import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import { DUTIES, type Duty } from "../../src/app/duty.ts";
import { createModels, type Models } from "../../src/app/model.ts";
import { createProduct } from "../../src/app/product.ts";
import type { Product } from "../../src/app/product-parts.ts";
import { createIds } from "../../src/app/random-ids.ts";
import { systemClock } from "../../src/app/system-clock.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { EMPTY_MEMORY, type Session } from "../../src/domain/session.ts";
import { newProject } from "../../src/features/projects/new-project.ts";
import type { Platform } from "../../src/ports/platform.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { openMemoryDatabase } from "../contract/memory-database.ts";
import { silent } from "./stage.ts";

export interface Member {
  readonly product: Product;
  stop(): Promise<void>;
}

/** Bots and workers as in processes of their own: they share a database and know one another through it alone. */
export interface Crew {
  readonly stores: Stores;
  join(duty: Duty["name"], platform?: Platform, models?: Models): Promise<Member>;
  session(): Promise<Session>;
  said(session: Session, id: string, text: string): InboundEvent;
  close(): Promise<void>;
}

const PERSON = { id: "ada", name: "Ada", role: "producer" } as const;

export async function openCrew(): Promise<Crew> {
  const database = await openMemoryDatabase<BacklotSchema>();
  await migrateStores(database.kysely);
  const stores = createPostgresStores(database.kysely);
  const members: Member[] = [];
  const join = async (duty: Duty["name"], platform?: Platform, models?: Models): Promise<Member> => {
    const local = createMemoryBus((error) => {
      throw error;
    });
    const bus = await openPostgresBus({
      local,
      database: database.pool,
      listen: (channel, ear) => database.listen(channel, (payload) => ear.heard(payload)),
      logger: silent,
    });
    const leases = createPostgresLeases({ database: database.pool, clock: systemClock, logger: silent });
    const queue = await openQueue(
      { kind: "postgres", pool: database.pool, soleOwner: false },
      { name: "crew", logger: silent },
    );
    const never = () => Promise.reject(new Error("not in this test"));
    const product = createProduct({
      storage: { stores, queue, blobs: undefined as never, ping: async () => {}, close: async () => {} },
      bus,
      leases,
      shared: true,
      duty: DUTIES[duty],
      models: models ?? createModels({ kind: "offline" }, {}, silent),
      pictures: { render: never, close: async () => {} },
      webhook: { call: never },
      clock: systemClock,
      ids: createIds(),
      logger: silent,
      platform: (name) => (platform?.name === name ? platform : undefined),
    });
    await product.start();
    await product.recover();
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await product.stop();
      await queue.close();
      await leases.close();
      await bus.close();
    };
    const member: Member = {
      product,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
    members.push(member);
    return member;
  };
  return {
    stores,
    join,
    session: () => newSession(stores),
    said: (session, id, text) => ({
      type: "message",
      id,
      place: session.place,
      person: PERSON,
      at: new Date().toISOString(),
      text,
    }),
    close: async () => {
      for (const member of members) await member.stop();
      await database.close();
    },
  };
}

/** On Discord, where replies are sent. */
async function newSession(stores: Stores): Promise<Session> {
  const ids = createIds();
  const at = new Date().toISOString();
  const workspace = await stores.projects.ensureWorkspace({
    id: ids.next("workspace"),
    platform: "discord",
    external_id: "w1",
    name: "w1",
    created_at: at,
  });
  const made = { id: ids.next("project"), workspace_id: workspace.id, title: "Night Shift", by: "ada", at };
  await stores.projects.create({ ...newProject(made), workflow: "free" });
  const id = ids.next("session");
  const session: Session = {
    id,
    project_id: made.id,
    workspace_id: workspace.id,
    title: "Night Shift",
    place: { platform: "discord", workspace: "w1", channel: id, thread: `${id}-thread` },
    status: "open",
    memory: { ...EMPTY_MEMORY, introduced: true },
    created_by: "ada",
    created_at: at,
  };
  await stores.sessions.create(session);
  return session;
}
