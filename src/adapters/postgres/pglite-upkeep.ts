import type { PgPool } from "./pg-pool.ts";

const EVERY_MS = 2_000;
/** Fewer statements than this since the last look leave nothing worth a look. */
const WORTH_A_LOOK = 1_000;
/** What a start after a crash has to replay, and what the log takes on disk, stays near this. */
const MAX_WAL_BYTES = 16 * 1024 * 1024;

/**
 * The rules of a server's autovacuum, sooner for statistics: a prepared statement keeps the plan it was given while its
 * table was empty until the table is analyzed.
 */
const NEEDY_TABLES = `
  SELECT format('%I.%I', schemaname, relname) AS name, n_dead_tup > 5000 + 0.2 * n_live_tup AS dead
  FROM pg_stat_user_tables
  WHERE n_dead_tup > 5000 + 0.2 * n_live_tup OR n_mod_since_analyze > 200 + 0.3 * n_live_tup`;

const WAL_SINCE_CHECKPOINT = `
  SELECT (pg_current_wal_insert_lsn() - redo_lsn)::float8 AS bytes FROM pg_control_checkpoint()`;

/**
 * PGlite runs none of a server's background processes, so nothing writes checkpoints, removes dead rows or keeps the
 * planner's statistics unless we do. Answers how to stop.
 */
export function startUpkeep(pool: PgPool, statements: () => number): () => void {
  let seen = statements();
  const timer = setInterval(() => {
    if (statements() - seen < WORTH_A_LOOK) return;
    seen = statements();
    // A failure is tried again after the next thousands of statements, which themselves report what is wrong.
    upkeep(pool).catch(() => undefined);
  }, EVERY_MS).unref();
  return () => clearInterval(timer);
}

/** One look, and what it finds needed. Each step is a statement of its own, so others get their turn in between. */
export async function upkeep(pool: PgPool): Promise<void> {
  // Counts of changed rows reach the view at the end of a later statement only, unless asked for.
  await pool.query("SELECT pg_stat_force_next_flush()", []);
  const { rows } = await pool.query(NEEDY_TABLES, []);
  for (const { name, dead } of rows) await pool.query(dead ? `VACUUM (ANALYZE) ${name}` : `ANALYZE ${name}`);
  const wal = await pool.query(WAL_SINCE_CHECKPOINT, []);
  if (wal.rows[0].bytes > MAX_WAL_BYTES) await pool.query("CHECKPOINT");
}
