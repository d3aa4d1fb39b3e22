import { type Kysely, sql } from "kysely";
import { NO_COUNTS } from "../../domain/bible/kinds.ts";
import type { Project } from "../../domain/project.ts";
import type { Workspace } from "../../domain/workspace.ts";
import type { ProjectStore } from "../../ports/project-store.ts";
import { orConflict } from "./conflicts.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";
import { type KindTotals, totalsOf } from "./totals.ts";

/** One statement a call; a workspace that is new costs two. */
export function createProjectStore(db: Kysely<BacklotSchema>): ProjectStore {
  return {
    ensureWorkspace: async (workspace) => (await findWorkspace(db, workspace)) ?? addWorkspace(db, workspace),
    create: async (project) => {
      await orConflict(
        sql`INSERT INTO backlot.projects (id, workspace_id, version, doc)
          VALUES (${project.id}, ${project.workspace_id}, ${project.version}, ${storableJson(project)}::jsonb)`.execute(
          db,
        ),
      );
    },
    get: async (id) => {
      const row = await db
        .selectFrom("backlot.projects")
        .select("doc")
        .where("id", "=", storable(id))
        .executeTakeFirst();
      return row?.doc;
    },
    list: async (workspaceId, limit) => {
      const { rows } = await sql<{ doc: Project }>`
        SELECT doc FROM (
            (SELECT seq, doc FROM backlot.projects
              WHERE workspace_id = ${storable(workspaceId)} AND doc->'access'->'lobby' IS NULL
              ORDER BY seq DESC LIMIT ${upTo(limit)})
            UNION ALL
            (SELECT seq, doc FROM backlot.projects
              WHERE doc->'access'->'shared_with' IS NOT NULL
                AND doc->'access'->'shared_with' @> jsonb_build_array(${storable(workspaceId)}::text)
              ORDER BY seq DESC LIMIT ${upTo(limit)})
          ) AS found ORDER BY seq DESC LIMIT ${upTo(limit)}`.execute(db);
      return rows.map((row) => row.doc);
    },
    byCode: async (hash) => {
      const { rows } = await sql<{ doc: Project }>`
        SELECT doc FROM backlot.projects WHERE doc->'access'->'code'->>'hash' = ${hash}`.execute(db);
      return rows[0]?.doc;
    },
    counts: async (projectId) => {
      const rows = await db
        .selectFrom("backlot.project_counts")
        .select(["kind", "living"])
        .where("project_id", "=", storable(projectId))
        .execute();
      return { ...NO_COUNTS, ...Object.fromEntries(rows.map((row) => [row.kind, row.living])) };
    },
    totals: async (projectId) => {
      const { rows } = await sql<{ totals: KindTotals[] | null; revision: number | string | null }>`
        SELECT (SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'living', c.living, 'tallies', c.tallies))
              FROM backlot.project_counts c WHERE c.project_id = ${storable(projectId)}) AS totals,
            (SELECT max(h.seq) FROM backlot.changes h WHERE h.project_id = ${storable(projectId)}) AS revision`.execute(
        db,
      );
      const [row] = rows;
      return { ...totalsOf(row?.totals ?? []), revision: Number(row?.revision ?? 0) };
    },
  };
}

async function findWorkspace(
  db: Kysely<BacklotSchema>,
  { platform, external_id }: Workspace,
): Promise<Workspace | undefined> {
  const row = await db
    .selectFrom("backlot.workspaces")
    .select("doc")
    .where("platform", "=", platform)
    .where("external_id", "=", storable(external_id))
    .executeTakeFirst();
  return row?.doc;
}

/** The update that changes nothing makes the row of whoever came first be answered. */
async function addWorkspace(db: Kysely<BacklotSchema>, workspace: Workspace): Promise<Workspace> {
  const { rows } = await sql<{ doc: Workspace }>`
    INSERT INTO backlot.workspaces (id, platform, external_id, doc)
      VALUES (${workspace.id}, ${workspace.platform}, ${storable(workspace.external_id)}, ${storableJson(workspace)}::jsonb)
      ON CONFLICT (platform, external_id) DO UPDATE SET platform = excluded.platform
      RETURNING doc`.execute(db);
  return rows[0]?.doc ?? workspace;
}
