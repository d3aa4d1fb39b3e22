import { type Kysely, sql } from "kysely";
import type { Change } from "../../domain/bible/change.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

type History = Pick<
  BibleStore,
  "change" | "changesOfTurn" | "changesOfOperation" | "history" | "lastUndoable"
>;

/** The part of the bible store that reads changes. */
export function createHistory(db: Kysely<BacklotSchema>): History {
  const changes = db.selectFrom("backlot.changes").select(["doc", "before", "after", "undone"]);
  return {
    change: async (id) => {
      const row = await changes.where("id", "=", storable(id)).executeTakeFirst();
      return row && toChange(row);
    },
    changesOfTurn: async (turnId) => {
      const rows = await changes.where("turn_id", "=", storable(turnId)).orderBy("seq").execute();
      return rows.map(toChange);
    },
    changesOfOperation: async (operationId) => {
      const rows = await changes.where("operation_id", "=", storable(operationId)).orderBy("seq").execute();
      return rows.map(toChange);
    },
    history: async ({ project_id, entry_id, session_id }, limit, before) => {
      let wanted = changes.where("project_id", "=", storable(project_id));
      if (entry_id !== undefined) wanted = wanted.where("entry_id", "=", storable(entry_id));
      if (session_id !== undefined) wanted = wanted.where("session_id", "=", storable(session_id));
      if (before !== undefined) {
        wanted = wanted.where("seq", "<", (e) =>
          e.selectFrom("backlot.changes").select("seq").where("id", "=", storable(before)),
        );
      }
      const rows = await wanted.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map(toChange);
    },
    lastUndoable: async (sessionId) => {
      const undoable = changes.where("undone", "=", sql.lit(false)).where("undoes", "is", null);
      const newest = await undoable
        .select(["turn_id", "operation_id"])
        .where("session_id", "=", storable(sessionId))
        .orderBy("seq", "desc")
        .limit(sql.lit(1))
        .executeTakeFirst();
      if (newest === undefined) return [];
      const { turn_id, operation_id } = newest;
      if (operation_id === null && turn_id === null) return [toChange(newest)];
      const unit =
        operation_id === null
          ? undoable.where("turn_id", "=", turn_id)
          : undoable.where("operation_id", "=", operation_id);
      return (await unit.orderBy("seq").execute()).map(toChange);
    },
  };
}

type Row = Pick<BacklotSchema["backlot.changes"], "doc" | "before" | "after" | "undone">;

const toChange = ({ doc, before, after, undone }: Row): Change => ({ ...doc, before, after, undone });
