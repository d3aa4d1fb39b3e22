import type { Kysely } from "kysely";
import type { WorkflowStore } from "../../ports/workflow-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

const MAX_VERSION = 2_147_483_647;

/** Every call is one statement. */
export function createWorkflowStore(db: Kysely<BacklotSchema>): WorkflowStore {
  const versions = db.selectFrom("backlot.workflow_definitions").select("doc");
  return {
    get: async (projectId, version) => {
      if (!Number.isInteger(version) || version < 1 || version > MAX_VERSION) return undefined;
      const row = await versions
        .where("project_id", "=", storable(projectId))
        .where("version", "=", version)
        .executeTakeFirst();
      return row?.doc;
    },
    list: async (projectId, limit) => {
      const rows = await versions
        .where("project_id", "=", storable(projectId))
        .orderBy("version", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map(({ doc }) => doc);
    },
  };
}
