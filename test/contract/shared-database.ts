import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { PgPool } from "../../src/adapters/postgres/pg-pool.ts";
import type { Listen } from "../../src/adapters/postgres/server-listener.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { silent } from "../support/stage.ts";
import { openMemoryDatabase } from "./memory-database.ts";

/** A database that several speakers share, and how one more comes to it. */
export interface SharedDatabase {
  readonly name: string;
  connect(): Promise<{
    readonly database: Pick<PgPool, "query">;
    readonly listen: Listen;
    close(): Promise<void>;
  }>;
  close(): Promise<void>;
}

/** On PGlite all speakers share one connection; on a server each has its own, as processes do. */
export const SHARED_DATABASES: Readonly<Record<string, () => Promise<SharedDatabase>>> = {
  "postgres (PGlite)": onPglite,
  ...(process.env.TEST_DATABASE_URL === undefined ? {} : { "postgres (server)": onServer }),
};

async function onPglite(): Promise<SharedDatabase> {
  const pglite = await openMemoryDatabase();
  await migrateStores(pglite.kysely);
  return {
    name: "PGlite",
    connect: async () => ({
      database: pglite.pool,
      listen: (channel, ear) => pglite.listen(channel, (payload) => ear.heard(payload)),
      close: async () => undefined,
    }),
    close: () => pglite.close(),
  };
}

async function onServer(): Promise<SharedDatabase> {
  const { openServerDatabase } = await import("../../src/adapters/postgres/server-database.ts");
  const url = await (await startPostgres()).database();
  const open = () => openServerDatabase({ url, logger: silent });
  const first = await open();
  await migrateStores(first.kysely);
  return {
    name: "server",
    connect: async () => {
      const opened = await open();
      return { database: opened.store, listen: opened.listen, close: () => opened.close() };
    },
    close: () => first.close(),
  };
}
