import { sql } from "kysely";
import { expect, test } from "vitest";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import { jobKeys } from "../../../../src/adapters/postgres/migrations/0011-job-keys.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import { anEntry, makeEntries } from "../../../contract/bible-samples.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";
import { aStage } from "../../../contract/samples.ts";

const TRADES = [
  "cop",
  "homicide detective",
  "ex-cop",
  "former Navy pilot",
  "chef de partie",
  "maître d'",
  "!?",
];

test("the keys of what was there before are those that writing makes", async () => {
  const database = await openMemoryDatabase<BacklotSchema>();
  try {
    await migrateStores(database.kysely);
    const stores = createPostgresStores(database.kysely);
    const { session } = await aStage(stores);
    await makeEntries(
      stores,
      session,
      ...TRADES.map((occupation) => anEntry(session, "character", `Who is ${occupation}`, { occupation })),
      anEntry(session, "character", "Nobody"),
    );
    const keys = async () => {
      const rows = sql<{ key: string; rank: number; entry_id: string }>`
        SELECT key, rank, entry_id FROM backlot.entry_names WHERE key LIKE '#%' ORDER BY entry_id, key`;
      return (await rows.execute(database.kysely)).rows;
    };
    const written = await keys();
    expect(written.map((row) => row.key).sort()).toContain("#job detective");
    await sql`DELETE FROM backlot.entry_names WHERE key LIKE '#%'`.execute(database.kysely);
    for (const statement of jobKeys) await sql.raw(statement).execute(database.kysely);
    expect(await keys()).toEqual(written);
  } finally {
    await database.close();
  }
});
