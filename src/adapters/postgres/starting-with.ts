import { type Kysely, sql } from "kysely";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { EntryName } from "../../ports/bible-store.ts";
import { PART } from "./entry-keys.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Keys looked at from the letters on, whatever kinds they are of: what keeps a crowded letter cheap. */
const MAX_KEYS = 400;

/**
 * Reads from the letters on, in the order of an index, and keeps what begins with them: right whatever the database's
 * collation makes of an upper end.
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
  SELECT e.id, e.kind, e.name FROM (
    SELECT id, min(rank) AS rank FROM (
      ${kind === undefined ? sql`` : sql`${wholeNames(project, start, kind, limit)} UNION ALL`}
      SELECT entry_id AS id, rank FROM (
        SELECT entry_id, rank, key FROM backlot.entry_names
          WHERE project_id = ${project} AND key >= ${start} ORDER BY key LIMIT ${upTo(MAX_KEYS)}
      ) AS near WHERE rank <= ${sql.lit(PART)} AND starts_with(key, ${start})
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
