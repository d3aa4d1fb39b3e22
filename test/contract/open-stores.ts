import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { silent } from "../support/stage.ts";
import { openMemoryDatabase } from "./memory-database.ts";

/** A provider of stores: empty, or shared with other suites, which use projects of their own. */
export type OpenStores = () => Promise<{ readonly stores: Stores; close(): Promise<void> }>;

/** Every provider that must keep the contract. */
export const STORE_PROVIDERS: Readonly<Record<string, OpenStores>> = {
  ...(process.env.TEST_DATABASE_URL === undefined ? {} : { "postgres (server)": openOnServer }),
  "postgres (PGlite)": async () => {
    const database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
    return { stores: createPostgresStores(database.kysely), close: () => database.close() };
  },
};

async function openOnServer(): ReturnType<OpenStores> {
  const { openServerDatabase } = await import("../../src/adapters/postgres/server-database.ts");
  const url = await (await startPostgres()).database();
  const database = await openServerDatabase<BacklotSchema>({ url, logger: silent });
  await migrateStores(database.kysely);
  return { stores: createPostgresStores(database.kysely), close: () => database.close() };
}
