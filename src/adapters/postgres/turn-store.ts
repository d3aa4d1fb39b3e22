import { type Kysely, sql } from "kysely";
import type { TurnStore } from "../../ports/turn-store.ts";
import { orConflict } from "./conflicts.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";
import { turnWrite } from "./turn-write.ts";

/** Every call is one statement: a turn is committed by the end of its own. */
export function createTurnStore(db: Kysely<BacklotSchema>): TurnStore {
  return {
    commit: async (record) => {
      const write = storableJson(turnWrite(record));
      const { rows } = await orConflict(
        sql<{ written: boolean }>`SELECT backlot.commit_turn(${write}::jsonb) AS written`.execute(db),
      );
      return rows[0]?.written === true;
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
