import { type Kysely, sql } from "kysely";
import type { Awaited, OutcomeStore } from "../../ports/outcome-store.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Every call is one statement. */
export function createOutcomeStore(db: Kysely<BacklotSchema>): OutcomeStore {
  return {
    keep: async (eventId, { platform, at, address }) => {
      await sql`
        INSERT INTO backlot.outcomes (event_id, platform, kept_at, address)
          VALUES (${storable(eventId)}, ${platform}, ${at.toISOString()}::timestamptz, ${storableJson(address)}::jsonb)
          ON CONFLICT (event_id) DO NOTHING`.execute(db);
    },
    take: async (eventId) => {
      const { numAffectedRows } = await sql`
        DELETE FROM backlot.outcomes WHERE event_id = ${storable(eventId)}`.execute(db);
      return numAffectedRows === 1n;
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
