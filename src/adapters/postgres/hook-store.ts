import { type Kysely, sql } from "kysely";
import { hasEnded } from "../../domain/workflow/hook-run.ts";
import type { HookStore } from "../../ports/hook-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

/** Every call is one statement. */
export function createHookStore(db: Kysely<BacklotSchema>): HookStore {
  const runs = db.selectFrom("backlot.hook_runs").select("doc");
  return {
    get: async (id) => (await runs.where("id", "=", storable(id)).executeTakeFirst())?.doc,
    ofOrigin: async (origin) => {
      const rows = await runs.where("origin", "=", storable(origin)).orderBy("seq").execute();
      return rows.map((row) => row.doc);
    },
    list: async (projectId, limit) => {
      const rows = await runs
        .where("project_id", "=", storable(projectId))
        .orderBy("seq", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map((row) => row.doc);
    },
    unfinished: async (limit, after) => {
      let open = runs.where("open", "=", sql.lit(true));
      if (after !== undefined) {
        open = open.where("seq", ">", (e) =>
          e.selectFrom("backlot.hook_runs").select("seq").where("id", "=", storable(after)),
        );
      }
      return (await open.orderBy("seq").limit(upTo(limit)).execute()).map((row) => row.doc);
    },
    add: async (write) => {
      await sql`SELECT backlot.add_hook_runs(${storableJson(write)}::jsonb)`.execute(db);
    },
    put: async (run) => {
      const next = { ...run, version: run.version + 1 };
      const { rows } = await sql`UPDATE backlot.hook_runs
        SET doc = ${storableJson(next)}::jsonb, version = ${next.version}, open = ${!(hasEnded(next) && next.told)}
        WHERE id = ${storable(next.id)} AND version = ${run.version} RETURNING 1 AS one`.execute(db);
      return rows.length > 0;
    },
  };
}
