import assert from "node:assert/strict";
import { openDatabase } from "../../src/adapters/postgres/database.ts";
import type { BacklotSchema } from "../../src/adapters/postgres/schema.ts";
import { createPostgresStores } from "../../src/adapters/postgres/stores.ts";
import { addTallies, NO_TALLIES, talliesOf } from "../../src/domain/bible/tallies.ts";

const PAGE = 500;

/** Opens the data folder of a program that has ended, and counts each project's living entries anew. */
export async function tallyProof(dataDir: string, projects: readonly string[]): Promise<void> {
  const database = await openDatabase<BacklotSchema>({ kind: "folder", dataDir });
  try {
    const stores = createPostgresStores(database.kysely);
    for (const id of projects) {
      let counted = NO_TALLIES;
      for (let after: string | undefined; ; ) {
        const page = await stores.bible.list(id, { limit: PAGE, ...(after === undefined ? {} : { after }) });
        counted = page.map(talliesOf).reduce(addTallies, counted);
        after = page.at(-1)?.id;
        if (page.length < PAGE) break;
      }
      assert.deepEqual(
        (await stores.projects.totals(id)).tallies,
        counted,
        "the tallies are those of the entries",
      );
    }
  } finally {
    await database.close();
  }
}
