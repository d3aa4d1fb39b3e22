import type { Bull } from "./bull.ts";
import type { Connection } from "./connection.ts";

export const NOT_BEGUN = ["waiting", "prioritized", "delayed"] as const;
export const ENDED = ["completed", "failed"] as const;
type State = (typeof NOT_BEGUN | typeof ENDED)[number];

/** On PGlite one statement for so many jobs takes some 20 ms; on Redis so many commands share a round trip. */
const BATCH = 500;

/** With BullMQ's own function, so that whatever hangs on a job goes with it. A job that a worker is claiming is passed over. */
const REMOVE_SQL = `
WITH mine AS MATERIALIZED (
  SELECT id FROM job
   WHERE queue = $1 AND id = ANY($2::text[]) AND state = ANY($3::text[]::job_state[])
   ORDER BY id FOR UPDATE SKIP LOCKED
)
SELECT id FROM mine WHERE remove($1, id, false) = 1`;

/** Removes those of the jobs that are in one of the states, and answers which. Ten thousand take twenty statements. */
export async function removeIn(
  at: Connection,
  queue: Bull,
  bullIds: readonly string[],
  states: readonly State[],
): Promise<readonly string[]> {
  const removed: string[] = [];
  for (let from = 0; from < bullIds.length; from += BATCH) {
    const batch = bullIds.slice(from, from + BATCH);
    removed.push(
      ...(await (at.pool ? bySql(at.pool, queue.name, batch, states) : byCommands(queue, batch, states))),
    );
  }
  return removed;
}

async function bySql(
  pool: NonNullable<Connection["pool"]>,
  name: string,
  ids: readonly string[],
  states: readonly State[],
): Promise<readonly string[]> {
  // Postgres knows a prioritized job as a waiting one.
  const known = states.filter((state) => state !== "prioritized");
  const { rows } = await pool.query(REMOVE_SQL, [name, ids, known]);
  return rows.map((row) => String(row.id));
}

async function byCommands(
  queue: Bull,
  ids: readonly string[],
  states: readonly State[],
): Promise<readonly string[]> {
  const wanted = new Set<string>(states);
  const now = await Promise.all(ids.map((id) => queue.getJobState(id)));
  const some = ids.filter((_, at) => wanted.has(now[at] ?? "unknown"));
  const counts = await Promise.all(some.map((id) => queue.remove(id)));
  return some.filter((_, at) => counts[at] === 1);
}
