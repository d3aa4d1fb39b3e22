import { type Kysely, sql } from "kysely";
import { together } from "../../lib/together.ts";
import type { Awaited, OutcomeStore } from "../../ports/outcome-store.ts";
import { fixed } from "./fixed.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Of presses that come at once, as when hundreds press the same button. */
const KEPT_TOGETHER = 50;

interface Kept {
  readonly event_id: string;
  readonly platform: string;
  readonly kept_at: Date;
  readonly address: unknown;
}

const keepAll = fixed<{ readonly rows: string }, never>(
  (value) => sql`
    INSERT INTO backlot.outcomes (event_id, platform, kept_at, address)
      SELECT event_id, platform, kept_at, address FROM jsonb_to_recordset(${value("rows")}::jsonb)
        AS one(event_id text, platform text, kept_at timestamptz, address jsonb)
      ON CONFLICT (event_id) DO NOTHING`,
);

/** Every call is one statement, and of `keep` those that come at once are one together. */
export function createOutcomeStore(db: Kysely<BacklotSchema>): OutcomeStore {
  const keep = together(async (rows: readonly Kept[]) => {
    await keepAll(db, { rows: storableJson(rows) });
    return rows.map(() => undefined);
  }, KEPT_TOGETHER);
  return {
    keep: (eventId, { platform, at, address }) => keep({ event_id: eventId, platform, kept_at: at, address }),
    take: async (eventId, now, until) => {
      const { rows } = await sql<{ readonly taken: "mine" | "held" | "gone" }>`
        WITH mine AS (
          UPDATE backlot.outcomes SET held_until = ${until.toISOString()}::timestamptz
            WHERE event_id = ${storable(eventId)}
              AND (held_until IS NULL OR held_until <= ${now.toISOString()}::timestamptz)
            RETURNING event_id)
        SELECT CASE WHEN EXISTS (SELECT FROM mine) THEN 'mine'
          WHEN EXISTS (SELECT FROM backlot.outcomes WHERE event_id = ${storable(eventId)}) THEN 'held'
          ELSE 'gone' END AS taken`.execute(db);
      return rows[0]?.taken ?? "gone";
    },
    drop: async (eventIds) => {
      if (eventIds.length === 0) return;
      await sql`
        DELETE FROM backlot.outcomes WHERE event_id IN (SELECT key FROM ${wanted(eventIds)})`.execute(db);
    },
    list: async (platform, since, limit) => {
      const { rows } = await sql<Awaited>`
        WITH forgotten AS (
          DELETE FROM backlot.outcomes
            WHERE platform = ${platform} AND kept_at < ${since.toISOString()}::timestamptz
        )
        SELECT e.event, o.address FROM backlot.outcomes o JOIN backlot.events e ON e.id = o.event_id
          WHERE o.platform = ${platform} AND o.kept_at >= ${since.toISOString()}::timestamptz
          ORDER BY o.kept_at LIMIT ${upTo(limit)}`.execute(db);
      return rows;
    },
  };
}
