import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations/index.ts";

/** Brings schema `backlot` up to date, in one transaction. Throws what the failed statement threw. */
export async function migrateStores<Schema>(kysely: Kysely<Schema>): Promise<void> {
  if (await isUpToDate(kysely)) return;
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => migrations() },
    migrationTableSchema: "backlot",
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Asked first, because the migrator reads the whole catalogue before it finds nothing to do: half a second of every start. */
async function isUpToDate<Schema>(kysely: Kysely<Schema>): Promise<boolean> {
  const known = await sql<{
    known: boolean;
  }>`SELECT to_regclass('backlot.kysely_migration') IS NOT NULL AS known`.execute(kysely);
  if (known.rows[0]?.known !== true) return false;
  const { rows } = await sql<{ name: string }>`SELECT name FROM backlot.kysely_migration`.execute(kysely);
  const done = new Set(rows.map((row) => row.name));
  return (
    done.size === Object.keys(MIGRATIONS).length && Object.keys(MIGRATIONS).every((name) => done.has(name))
  );
}

function migrations(): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(MIGRATIONS).map(([name, statements]) => [
      name,
      {
        up: async (db) => {
          for (const statement of statements) await sql.raw(statement).execute(db);
        },
      } satisfies Migration,
    ]),
  );
}
