import fc from "fast-check";
import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bibleWrite } from "../../../../src/adapters/postgres/bible-write.ts";
import type { Database } from "../../../../src/adapters/postgres/database.ts";
import { migrateStores } from "../../../../src/adapters/postgres/migrate.ts";
import { MIGRATIONS } from "../../../../src/adapters/postgres/migrations/index.ts";
import type { BacklotSchema } from "../../../../src/adapters/postgres/schema.ts";
import { storableJson } from "../../../../src/adapters/postgres/storable.ts";
import { createPostgresStores } from "../../../../src/adapters/postgres/stores.ts";
import type { Change } from "../../../../src/domain/bible/change.ts";
import { openMemoryDatabase } from "../../../contract/memory-database.ts";
import { aProject, aSession } from "../../../contract/samples.ts";
import { anyTurns, changesOf, recounted } from "../../../contract/tally-turns.ts";

const FILMS = 12;

let database: Database<BacklotSchema>;
beforeAll(async () => {
  database = await openMemoryDatabase<BacklotSchema>();
});
afterAll(async () => {
  await database.close();
});

test("a database from before tallies tells, once it is brought up to date, what its entries tell", async () => {
  const db = database.kysely;
  await migrateBefore(db, "0014-tallies");
  const films = fc.sample(anyTurns, { numRuns: FILMS, seed: 4 }).map((turns) => {
    const project = aProject();
    const changes = changesOf(aSession(project), turns);
    return { project, changes, last: changes.at(-1) ?? [] };
  });
  for (const { changes } of films)
    for (const written of changes.slice(0, -1)) await writeAsBefore(db, written);

  await migrateStores(db);
  const stores = createPostgresStores(db);
  const told = async () => {
    const of = films.map(async ({ project: { id } }) => ({
      stored: (await stores.projects.totals(id)).tallies,
      recounted: await recounted(stores, id),
    }));
    const all = await Promise.all(of);
    expect(all.map(({ stored }) => stored)).toEqual(all.map((each) => each.recounted));
    return all.flatMap(({ stored }) => Object.keys(stored));
  };
  const names = await told();
  expect(names).toContain("character has age_range");
  expect(names).toContain("scene has set");
  expect(names).toContain("relationship confirmed type=fiancé");
  expect(names).toContain("vehicle evidenced");

  for (const { last } of films) await write(db, bibleWrite(last, []));
  await told();
});

/** The schema as it was, by the program's own way of getting there. */
async function migrateBefore(db: Kysely<BacklotSchema>, first: string): Promise<void> {
  const earlier = Object.entries(MIGRATIONS).filter(([name]) => name < first);
  const migrations = earlier.map(([name, statements]) => {
    const up = async (kysely: Kysely<unknown>) => {
      for (const statement of statements) await sql.raw(statement).execute(kysely);
    };
    return [name, { up }] as const;
  });
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(migrations) },
    migrationTableSchema: "backlot",
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** What a write was before: counts of the living alone. */
async function writeAsBefore(db: Kysely<BacklotSchema>, changes: readonly Change[]): Promise<void> {
  const { totals = [], ...rest } = bibleWrite(changes, []);
  await write(db, { ...rest, ...(totals.length > 0 ? { counts: totals } : {}) });
}

async function write(db: Kysely<BacklotSchema>, rows: Readonly<Record<string, unknown>>): Promise<void> {
  await sql`SELECT backlot.write_bible(${storableJson(rows)}::jsonb)`.execute(db);
}
