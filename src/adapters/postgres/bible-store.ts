import { type Kysely, sql } from "kysely";
import type { BibleStore } from "../../ports/bible-store.ts";
import { createHistory } from "./bible-history.ts";
import { entriesById, entriesByKeys, entriesLinkedTo, listEntries } from "./bible-queries.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { entriesStartingWith } from "./starting-with.ts";
import { storable } from "./storable.ts";

/** One statement a call; the next page of a list takes two. */
export function createBibleStore(db: Kysely<BacklotSchema>): BibleStore {
  return {
    get: async (ids) => entriesById(db, ids),
    byKeys: async (projectId, keys, limit) => entriesByKeys(db, projectId, keys, limit),
    list: async (projectId, filter) => listEntries(db, projectId, filter),
    names: async (projectId, kind, limit) => {
      const rows = await db
        .selectFrom("backlot.entries")
        .select("name")
        .where("project_id", "=", storable(projectId))
        .where("kind", "=", kind)
        .where("living", "=", sql.lit(true))
        .orderBy("seq", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map((row) => row.name);
    },
    startingWith: async (projectId, filter, limit) => entriesStartingWith(db, projectId, filter, limit),
    linkedTo: async (ids, limit) => entriesLinkedTo(db, ids, limit),
    ...createHistory(db),
  };
}
