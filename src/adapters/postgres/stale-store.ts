import { type Kysely, sql } from "kysely";
import type { StaleStore } from "../../ports/stale-store.ts";
import { toChange } from "./bible-history.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Every call is one statement. */
export function createStaleStore(db: Kysely<BacklotSchema>): StaleStore {
  return {
    list: async ({ project_id, dependant_ids }, limit) => {
      if (dependant_ids?.length === 0) return [];
      let marks = db
        .selectFrom("backlot.stale_marks")
        .select("doc")
        .where("project_id", "=", storable(project_id))
        .where("undone", "=", sql.lit(false))
        .where("cleared_by", "is", null);
      if (dependant_ids) marks = marks.where("dependant_id", "in", dependant_ids.map(storable));
      const rows = await marks.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map((row) => row.doc);
    },
    rewritten: async (changeIds, limit) => {
      if (changeIds.length === 0) return [];
      const rows = await db
        .selectFrom("backlot.stale_marks")
        .select(["dependant_id", "cleared_by"])
        .where("change_id", "in", changeIds.map(storable))
        .where("undone", "=", sql.lit(false))
        .where("cleared_by", "is not", null)
        .orderBy("seq")
        .limit(upTo(limit))
        .execute();
      return rows.map(({ dependant_id, cleared_by }) => ({ dependant_id, by: String(cleared_by) }));
    },
    changes: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await db
        .selectFrom("backlot.changes")
        .select(["doc", "before", "after", "undone"])
        .where("id", "in", ids.map(storable))
        .orderBy("seq")
        .execute();
      return rows.map(toChange);
    },
  };
}
