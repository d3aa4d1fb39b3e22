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
 * Goes from key to key in the order of an index, for as long as they begin with the letters: right whatever the database's
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
  const { rows } = await (start === ""
    ? newest(project, kind, limit)
    : beginning(project, storable(start), kind, limit)
  ).execute(db);
  return rows;
}

const newest = (project: string, kind: EntryKind | undefined, limit: number) =>
  kind === undefined
    ? sql<EntryName>`
        SELECT id, kind, name FROM backlot.entries WHERE project_id = ${project} AND living
          ORDER BY kind, sort_name, twin LIMIT ${upTo(limit)}`
    : sql<EntryName>`
        SELECT id, kind, name FROM backlot.entries WHERE project_id = ${project} AND kind = ${kind} AND living
          ORDER BY seq DESC LIMIT ${upTo(limit)}`;

const beginning = (
  project: string,
  start: string,
  kind: EntryKind | undefined,
  limit: number,
) => sql<EntryName>`
  WITH RECURSIVE keys (key, depth) AS (
    (SELECT n.key, 1 FROM backlot.entry_names n
      WHERE n.project_id = ${project} AND n.key >= ${start} ORDER BY n.key LIMIT 1)
    UNION ALL
    SELECT (SELECT n.key FROM backlot.entry_names n
        WHERE n.project_id = ${project} AND n.key > keys.key ORDER BY n.key LIMIT 1), depth + 1
      FROM keys WHERE depth < ${sql.lit(MAX_KEYS)} AND starts_with(keys.key, ${start})
  )
  SELECT e.id, e.kind, e.name FROM (
    SELECT id, min(rank) AS rank FROM (
      ${kind === undefined ? sql`` : sql`${wholeNames(project, start, kind, limit)} UNION ALL`}
      SELECT near.id, near.rank FROM keys CROSS JOIN LATERAL (
        SELECT n.entry_id AS id, n.rank FROM backlot.entry_names n
          WHERE n.project_id = ${project} AND n.key = keys.key AND n.rank <= ${sql.lit(PART)}
          ORDER BY n.rank, n.entry_id LIMIT ${sql.lit(MAX_A_KEY)}
      ) AS near WHERE starts_with(keys.key, ${start})
    ) AS hit GROUP BY id
  ) AS found JOIN backlot.entries e ON e.id = found.id
  WHERE e.living ${kind === undefined ? sql`` : sql`AND e.kind = ${kind}`}
  ORDER BY found.rank, e.sort_name, e.seq LIMIT ${upTo(limit)}`;

const wholeNames = (project: string, start: string, kind: EntryKind, limit: number) => sql`
  SELECT id, 0 AS rank FROM (
    SELECT id, sort_name FROM backlot.entries
      WHERE project_id = ${project} AND kind = ${kind} AND living AND sort_name >= ${start}
      ORDER BY sort_name LIMIT ${upTo(limit)}
  ) AS near WHERE starts_with(sort_name, ${start})`;
