import type { Kysely } from "kysely";
import type { StaleStore } from "../../ports/stale-store.ts";
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
        .where("project_id", "=", storable(project_id));
      if (dependant_ids) marks = marks.where("dependant_id", "in", dependant_ids.map(storable));
      const rows = await marks.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map((row) => row.doc);
    },
  };
}
