import { sql } from "kysely";
import { expect, test } from "vitest";
import { SOUND } from "../../../../src/adapters/postgres/entry-keys.ts";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import { soundKeys } from "../../../../src/adapters/postgres/migrations/0010-sound-keys.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import { anEntry, makeEntries } from "../../../contract/bible-samples.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";
import { aStage } from "../../../contract/samples.ts";

const NAMES =
  "Sarah|Dr. Sarah O'Neil|Mary Ann|The Captain of the Guard|Émile Zola|Zoë|Knight Wright|Hannah Wyatt|Philip Quayle|Jack Rhys|Cop 1|Cop 22|Yvonne|Anna|Aaron Lloyd|Mississippi Ünal|D’Artagnan|Xavier-Björn|!?|A|José María".split(
    "|",
  );

test("the keys of what was there before are those that writing makes", async () => {
  const database = await openMemoryDatabase<BacklotSchema>();
  try {
    await migrateStores(database.kysely);
    const stores = createPostgresStores(database.kysely);
    const { session } = await aStage(stores);
    await makeEntries(
      stores,
      session,
      ...NAMES.map((name) => anEntry(session, "character", name)),
      anEntry(session, "location", "Mel's Diner", { aliases: ["The Old Diner", "Wharf 9"] }),
      anEntry(session, "scene", "INT. DINER - NIGHT"),
      anEntry(session, "relationship", "Sarah and John"),
    );
    const keys = async () => {
      const rows = sql<{ key: string; entry_id: string }>`
        SELECT key, entry_id FROM backlot.entry_names WHERE rank = ${SOUND} ORDER BY entry_id, key`;
      return (await rows.execute(database.kysely)).rows;
    };
    const written = await keys();
    expect(written.length).toBeGreaterThan(NAMES.length);
    await sql`DELETE FROM backlot.entry_names WHERE rank = ${SOUND}`.execute(database.kysely);
    for (const statement of soundKeys) await sql.raw(statement).execute(database.kysely);
    expect(await keys()).toEqual(written);
  } finally {
    await database.close();
  }
});
