import { type Kysely, sql } from "kysely";
import type { Draft, DraftStore } from "../../ports/draft-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Every call is one statement. */
export function createDraftStore(db: Kysely<BacklotSchema>): DraftStore {
  return {
    begin: async (messageId, sessionId, at) => {
      const { rows } = await sql<Row & { waits: boolean }>`
        WITH before AS (SELECT * FROM backlot.drafts WHERE message_id = ${storable(messageId)}),
          earlier AS (SELECT EXISTS (SELECT 1 FROM backlot.deliveries d
            WHERE d.session_id = ${storable(sessionId)} AND d.message_id <> ${storable(messageId)}
              AND NOT d.dead AND d.wanted_version > d.delivered_version AND d.platform_id IS NULL) AS waits),
          made AS (
            INSERT INTO backlot.drafts (message_id, session_id, begun_ms)
              SELECT ${storable(messageId)}, ${storable(sessionId)}, ${at.getTime()}::bigint
                FROM earlier WHERE NOT waits
              ON CONFLICT (message_id) DO NOTHING)
        SELECT before.*, waits FROM earlier LEFT JOIN before ON true`.execute(db);
      const [row] = rows;
      if (row?.waits && row.platform_id === null) return "later";
      return row?.message_id ? toDraft(row) : undefined;
    },
    posted: async (messageId, platformId) => {
      await sql`
        UPDATE backlot.drafts SET platform_id = ${storable(platformId)}
          WHERE message_id = ${storable(messageId)}`.execute(db);
    },
    forget: async (messageId) => {
      await db.deleteFrom("backlot.drafts").where("message_id", "=", storable(messageId)).execute();
    },
    abandoned: async (before, limit) => {
      const { rows } = await sql<Row>`
        SELECT d.* FROM backlot.drafts d
          WHERE d.begun_ms < ${before.getTime()}::bigint
            AND NOT EXISTS (SELECT 1 FROM backlot.deliveries x WHERE x.message_id = d.message_id)
            AND NOT EXISTS (SELECT 1 FROM backlot.pending p WHERE p.session_id = d.session_id)
          ORDER BY d.begun_ms LIMIT ${upTo(limit)}`.execute(db);
      return rows.map(toDraft);
    },
  };
}

interface Row {
  readonly message_id: string;
  readonly session_id: string;
  readonly platform_id: string | null;
  readonly begun_ms: number | string;
}

const toDraft = ({ message_id, session_id, platform_id, begun_ms }: Row): Draft => ({
  message_id,
  session_id,
  ...(platform_id === null ? {} : { platform_id }),
  begun: new Date(Number(begun_ms)),
});
