import { type Kysely, sql } from "kysely";
import type { Point } from "../../domain/points/point.ts";
import type { PointStore } from "../../ports/point-store.ts";
import { upTo, wanted } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Every call is one statement. */
export function createPointStore(db: Kysely<BacklotSchema>): PointStore {
  return {
    get: async (ids) => {
      const { rows } = await sql<{ doc: Point }>`
        SELECT t.doc FROM ${wanted(ids)}
          JOIN LATERAL (SELECT doc FROM backlot.points WHERE id = wanted.key LIMIT 1) AS t ON true
          ORDER BY wanted.place`.execute(db);
      return rows.map((row) => row.doc);
    },
    open: async ({ project_id, session_id }, limit) => {
      let open = db
        .selectFrom("backlot.points")
        .select("doc")
        .where("project_id", "=", storable(project_id))
        .where("open", "=", sql.lit(true));
      if (session_id !== undefined) open = open.where("session_id", "=", storable(session_id));
      const rows = await open.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map((row) => row.doc);
    },
  };
}
