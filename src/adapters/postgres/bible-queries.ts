import { type Kysely, sql } from "kysely";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** In the order of the ids, whatever their status. */
export async function entriesById(
  db: Kysely<BacklotSchema>,
  ids: readonly string[],
): Promise<readonly Entry[]> {
  const { rows } = await sql<{ doc: Entry }>`
    SELECT e.doc FROM ${wanted(ids)}
      JOIN LATERAL (SELECT doc FROM backlot.entries WHERE id = wanted.key LIMIT 1) AS e ON true
      ORDER BY wanted.place`.execute(db);
  return rows.map((row) => row.doc);
}

/**
 * Whole names before parts of names, longer keys before shorter ones, older entries before newer ones. No key reads
 * more than `limit` rows, so that a word every scene has in its heading costs no more than a rare one.
 */
export async function entriesByKeys(
  db: Kysely<BacklotSchema>,
  projectId: string,
  keys: readonly string[],
  limit: number,
): Promise<readonly Entry[]> {
  const { rows } = await sql<{ doc: Entry }>`
    SELECT e.doc FROM (
      SELECT hit.entry_id, min(hit.rank) AS rank, max(length(wanted.key)) AS chars
        FROM ${wanted(keys)}
        CROSS JOIN LATERAL (
          SELECT n.entry_id, n.rank FROM backlot.entry_names n
            WHERE n.project_id = ${storable(projectId)} AND n.key = wanted.key
            ORDER BY n.rank, n.entry_id LIMIT ${upTo(limit)}
        ) AS hit
        GROUP BY hit.entry_id ORDER BY 2, 3 DESC, 1 LIMIT ${upTo(limit)}
    ) AS found
    JOIN LATERAL (SELECT doc FROM backlot.entries WHERE id = found.entry_id LIMIT 1) AS e ON true
    ORDER BY found.rank, found.chars DESC, found.entry_id`.execute(db);
  return rows.map((row) => row.doc);
}

/** Oldest first. */
export async function entriesLinkedTo(
  db: Kysely<BacklotSchema>,
  ids: readonly string[],
  limit: number,
): Promise<readonly Entry[]> {
  const { rows } = await sql<{ doc: Entry }>`
    SELECT e.doc FROM (
      SELECT DISTINCT link.entry_id FROM ${wanted(ids)}
        CROSS JOIN LATERAL (
          SELECT l.entry_id FROM backlot.entry_links l
            WHERE l.target_id = wanted.key ORDER BY l.entry_id LIMIT ${upTo(limit)}
        ) AS link
        ORDER BY 1 LIMIT ${upTo(limit)}
    ) AS found
    JOIN LATERAL (SELECT doc FROM backlot.entries WHERE id = found.entry_id LIMIT 1) AS e ON true
    ORDER BY found.entry_id`.execute(db);
  return rows.map((row) => row.doc);
}

/** Kind by kind, in the order of the index that also keeps names unique. `after` is the id of the last entry seen. */
export async function listEntries(
  db: Kysely<BacklotSchema>,
  projectId: string,
  { kind, after, limit }: { kind?: EntryKind; after?: string; limit: number },
): Promise<readonly Entry[]> {
  let entries = db
    .selectFrom("backlot.entries")
    .select("doc")
    .where("project_id", "=", storable(projectId))
    .where("living", "=", sql.lit(true));
  if (kind !== undefined) entries = entries.where("kind", "=", kind);
  if (after !== undefined) {
    const seen = await db
      .selectFrom("backlot.entries")
      .select(["kind", "sort_name", "twin"])
      .where("id", "=", storable(after))
      .executeTakeFirst();
    if (seen === undefined) return [];
    entries = entries.where(
      sql<boolean>`(kind, sort_name, twin) > (${seen.kind}, ${seen.sort_name}, ${String(seen.twin)}::bigint)`,
    );
  }
  const rows = await entries
    .orderBy("kind")
    .orderBy("sort_name")
    .orderBy("twin")
    .limit(upTo(limit))
    .execute();
  return rows.map((row) => row.doc);
}
