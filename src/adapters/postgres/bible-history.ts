import { type Kysely, sql } from "kysely";
import type { Change } from "../../domain/bible/change.ts";
import type { BibleStore, Written } from "../../ports/bible-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

type History = Pick<
  BibleStore,
  | "change"
  | "changesOfTurn"
  | "changesOfOperation"
  | "newestOfOperation"
  | "history"
  | "lastUndoable"
  | "lastRedoable"
>;

/** The part of the bible store that reads changes. Every call is one statement. */
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
    newestOfOperation: async (operationId, limit) => {
      const rows = await changes
        .where("operation_id", "=", storable(operationId))
        .where("undone", "=", sql.lit(false))
        .where("undoes", "is", null)
        .orderBy("seq", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map(toChange).reverse();
    },
    history: async ({ project_id, entry_id, session_id, by, in_talk }, limit, before) => {
      let wanted = changes.where("project_id", "=", storable(project_id));
      if (entry_id !== undefined) wanted = wanted.where("entry_id", "=", storable(entry_id));
      if (session_id !== undefined) wanted = wanted.where("session_id", "=", storable(session_id));
      if (in_talk) wanted = wanted.where("operation_id", "is", null);
      if (by !== undefined) wanted = wanted.where(sql<boolean>`doc->>'by' = ${storable(by)}`);
      if (before !== undefined) {
        wanted = wanted.where("seq", "<", (e) =>
          e.selectFrom("backlot.changes").select("seq").where("id", "=", storable(before)),
        );
      }
      const rows = await wanted.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map(toChange);
    },
    lastUndoable: async (sessionId, units = 1) => {
      const { changes, documents } = await lastWritten(db, sessionId, units, false);
      return { changes, documents };
    },
    lastRedoable: async (sessionId, units = 1) => lastWritten(db, sessionId, units, true),
  };
}

async function lastWritten(db: Kysely<BacklotSchema>, sessionId: string, units: number, redo: boolean) {
  const { rows } = await sql<{ last: Written & { since: boolean } }>`
    SELECT backlot.last_written(${storable(sessionId)}, ${units}, ${redo}) AS last`.execute(db);
  return rows[0]?.last ?? { changes: [], documents: [], since: false };
}

type Row = Pick<BacklotSchema["backlot.changes"], "doc" | "before" | "after" | "undone">;

/** A row as it was written: what happened to it since is in its columns. */
export const toChange = ({ doc, before, after, undone }: Row): Change => ({ ...doc, before, after, undone });
