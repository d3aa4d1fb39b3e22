import { migrateStores } from "../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import type { Stores } from "../../src/ports/stores.ts";
import { openMemoryDatabase } from "./memory-database.ts";

/** A provider of stores: empty, or shared with other suites, which use projects of their own. */
export type OpenStores = () => Promise<{ readonly stores: Stores; close(): Promise<void> }>;

/** Every provider that must keep the contract. */
export const STORE_PROVIDERS: Readonly<Record<string, OpenStores>> = {
  "postgres (PGlite)": async () => {
    const database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
    return { stores: createPostgresStores(database.kysely), close: () => database.close() };
  },
};
