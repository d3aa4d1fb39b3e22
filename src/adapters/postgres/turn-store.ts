import { type Kysely, sql } from "kysely";
import type { TurnRecord } from "../../chat/turn-record.ts";
import type { TurnStore } from "../../ports/turn-store.ts";
import { orConflict } from "./conflicts.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";
import { commitTalk, talkOf } from "./talk-write.ts";
import { turnWrite } from "./turn-write.ts";

/** Every call is one statement: a turn is committed by the end of its own. */
export function createTurnStore(db: Kysely<BacklotSchema>): TurnStore {
  return {
    commit: async (record) => {
      const write = turnWrite(record);
      const talk = talkOf(record, write);
      const call = talk ? commitTalk(db, talk) : commitTurn(db, record, write);
      const rows = await orConflict(call);
      const known = rows[0]?.clear ?? undefined;
      return known === undefined ? undefined : { clear: known };
    },
    findByEvent: async (eventId) => {
      const row = await db
        .selectFrom("backlot.turns")
        .select("view")
        .where("event_id", "=", storable(eventId))
        .executeTakeFirst();
      return row?.view;
    },
  };
}

async function commitTurn(
  db: Kysely<BacklotSchema>,
  record: TurnRecord,
  write: Readonly<Record<string, unknown>>,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    SELECT CASE WHEN backlot.commit_turn(${storableJson(write)}::jsonb) THEN ${clear(record)} END AS clear`.execute(
    db,
  );
  return rows;
}

/** `clear`: null when the turn is there already. */
interface Row {
  readonly clear: boolean | null;
}

/** Of what was there before the turn: a statement sees nothing of what its own functions write. */
function clear({ deliver, reply }: TurnRecord) {
  if (!deliver) return sql<boolean>`false`;
  const session = storable(reply.session_id);
  return sql<boolean>`
    (NOT EXISTS (SELECT 1 FROM backlot.deliveries d WHERE d.session_id = ${session} AND NOT d.dead
        AND d.wanted_version > d.delivered_version AND d.platform_id IS NULL)
      AND NOT EXISTS (SELECT 1 FROM backlot.deliveries lost WHERE lost.untold AND lost.session_id = ${session})
      AND NOT EXISTS (SELECT 1 FROM backlot.drafts WHERE message_id = ${storable(reply.id)}))`;
}
