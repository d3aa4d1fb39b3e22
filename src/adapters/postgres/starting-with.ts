import { type Kysely, sql } from "kysely";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { EntryName } from "../../ports/bible-store.ts";
import { PART } from "./entry-keys.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Different keys that are looked at from the letters on, and things under each of them: what keeps a crowded letter cheap. */
const MAX_KEYS = 100;
const MAX_A_KEY = 25;

/**
 * One statement, or two. Goes from key to key in the order of an index, for as long as they begin with the letters: right whatever the database's
 * collation makes of an upper end, and however many things share a word.
 */
export async function entriesStartingWith(
  db: Kysely<BacklotSchema>,
  projectId: string,
  { kind, letters }: { kind?: EntryKind; letters: string },
  limit: number,
): Promise<readonly EntryName[]> {
  const start = nameKey(letters);
  const project = storable(projectId);
  if (start === "") return (await newest(project, kind, limit).execute(db)).rows;
  const key = storable(start);
  const whole = kind === undefined ? [] : (await wholeNames(project, key, kind, limit).execute(db)).rows;
  // Whole names come first: where they are enough, words within names need not be looked through.
  if (whole.length >= limit) return whole;
  const { rows } = await within(project, key, kind, limit).execute(db);
  return [...whole, ...rows.filter(({ id }) => whole.every((one) => one.id !== id))].slice(0, limit);
}

const newest = (project: string, kind: EntryKind | undefined, limit: number) =>
  kind === undefined
    ? sql<EntryName>`
        SELECT id, kind, name FROM backlot.entries WHERE project_id = ${project} AND living
          ORDER BY kind, sort_name, twin LIMIT ${upTo(limit)}`
    : sql<EntryName>`
        SELECT id, kind, name FROM backlot.entries WHERE project_id = ${project} AND kind = ${kind} AND living
          ORDER BY seq DESC LIMIT ${upTo(limit)}`;

const wholeNames = (project: string, start: string, kind: EntryKind, limit: number) => sql<EntryName>`
  SELECT id, kind, name FROM (
    SELECT id, kind, name, sort_name FROM backlot.entries
      WHERE project_id = ${project} AND kind = ${kind} AND living AND sort_name >= ${start}
      ORDER BY sort_name, twin LIMIT ${upTo(limit)}
  ) AS near WHERE starts_with(sort_name, ${start})`;

const within = (project: string, start: string, kind: EntryKind | undefined, limit: number) => sql<EntryName>`
  WITH RECURSIVE keys (key, depth) AS (
    (SELECT n.key, 1 FROM backlot.entry_names n
      WHERE n.project_id = ${project} AND n.key >= ${start} ORDER BY n.key LIMIT 1)
    UNION ALL
    SELECT (SELECT n.key FROM backlot.entry_names n
        WHERE n.project_id = ${project} AND n.key > keys.key ORDER BY n.key LIMIT 1), depth + 1
      FROM keys WHERE depth < ${sql.lit(MAX_KEYS)} AND starts_with(keys.key, ${start})
  )
  SELECT e.id, e.kind, e.name FROM (
    SELECT near.id, min(near.rank) AS rank FROM keys CROSS JOIN LATERAL (
      SELECT n.entry_id AS id, n.rank FROM backlot.entry_names n
        WHERE n.project_id = ${project} AND n.key = keys.key AND n.rank <= ${sql.lit(PART)}
        ORDER BY n.rank, n.entry_id LIMIT ${sql.lit(MAX_A_KEY)}
    ) AS near WHERE starts_with(keys.key, ${start}) GROUP BY near.id
  ) AS found JOIN backlot.entries e ON e.id = found.id
  WHERE e.living ${kind === undefined ? sql`` : sql`AND e.kind = ${kind}`}
  ORDER BY found.rank, e.sort_name, e.seq LIMIT ${upTo(limit)}`;
