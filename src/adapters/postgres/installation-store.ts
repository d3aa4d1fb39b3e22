import { type Kysely, sql } from "kysely";
import type { Platform } from "../../domain/workspace.ts";
import type { Installation, InstallationStore } from "../../ports/installation-store.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

type Row = BacklotSchema["backlot.installations"];

/** Every call is one statement. */
export function createInstallationStore(db: Kysely<BacklotSchema>): InstallationStore {
  return {
    put: async ({ platform, id, sealed, installed_at }) => {
      await sql`
        INSERT INTO backlot.installations (platform, id, sealed, installed_at)
          VALUES (${platform}, ${storable(id)}, ${sealed}, ${installed_at}::timestamptz)
          ON CONFLICT (platform, id)
            DO UPDATE SET sealed = excluded.sealed, installed_at = excluded.installed_at`.execute(db);
    },
    get: async (platform, id) => {
      const row = await db
        .selectFrom("backlot.installations")
        .selectAll()
        .where("platform", "=", platform)
        .where("id", "=", storable(id))
        .executeTakeFirst();
      return row && toInstallation(row);
    },
    ofWorkspace: async (platform, workspace) => {
      const { rows } = await sql<Row>`
        SELECT i.* FROM backlot.installations i
          WHERE i.platform = ${platform} AND i.id IN (
            ${storable(workspace)},
            (SELECT w.organisation FROM backlot.installation_workspaces w
              WHERE w.platform = ${platform} AND w.workspace = ${storable(workspace)}))
          ORDER BY i.id = ${storable(workspace)} DESC LIMIT 1`.execute(db);
      return rows[0] && toInstallation(rows[0]);
    },
    belongs: async (platform, workspace, organisation) => {
      await sql`
        INSERT INTO backlot.installation_workspaces AS w (platform, workspace, organisation)
          VALUES (${platform}, ${storable(workspace)}, ${storable(organisation)})
          ON CONFLICT (platform, workspace) DO UPDATE SET organisation = excluded.organisation
            WHERE w.organisation <> excluded.organisation`.execute(db);
    },
    remove: async ({ platform, id, sealed }) => {
      const { rows } = await sql`
        DELETE FROM backlot.installations
          WHERE platform = ${platform} AND id = ${storable(id)} AND sealed = ${sealed} RETURNING id`.execute(
        db,
      );
      return rows.length > 0;
    },
    list: async (platform: Platform, limit, after = "") => {
      const { rows } = await sql<Row>`
        SELECT * FROM backlot.installations
          WHERE platform = ${platform} AND id > ${storable(after)} ORDER BY id LIMIT ${upTo(limit)}`.execute(
        db,
      );
      return rows.map(toInstallation);
    },
  };
}

const toInstallation = ({ platform, id, sealed, installed_at }: Row): Installation => ({
  platform,
  id,
  sealed,
  installed_at: new Date(installed_at).toISOString(),
});
