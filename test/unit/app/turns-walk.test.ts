import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../../src/adapters/postgres/migrate.ts";
import type { BacklotSchema } from "../../../src/adapters/postgres/schema.ts";
import { openMemoryDatabase } from "../../contract/memory-database.ts";
import { faultsOf } from "../../support/turns-walk/faults.ts";
import { walk } from "../../support/turns-walk/walk.ts";

/** Some with one process, some with two that share the stores. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe("people who talk to processes that are slow, fail, stop and die", () => {
  let database: Database<BacklotSchema>;
  beforeAll(async () => {
    database = await openMemoryDatabase<BacklotSchema>();
    await migrateStores(database.kysely);
  });
  afterAll(() => database.close());

  test.each(SEEDS)("walk %i ends quiet, with all answered once and in order", async (seed) => {
    expect(await faultsOf(await walk(database.kysely, seed))).toEqual([]);
  });
});
