import { type Kysely, sql } from "kysely";
import type { Project } from "../../domain/project.ts";
import type { Place, Session } from "../../domain/session.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import { orConflict } from "./conflicts.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { placeColumns, sessionRow } from "./session-row.ts";
import { storable, storableJson } from "./storable.ts";
import { type KindTotals, totalsOf } from "./totals.ts";

/** Every call is one statement. */
export function createSessionStore(db: Kysely<BacklotSchema>): SessionStore {
  return {
    create: async (session) => {
      const { doc, ...row } = sessionRow(session);
      await orConflict(
        sql`INSERT INTO backlot.sessions (
            id, project_id, workspace_id, platform, place_workspace, channel, thread, status, created_by, last_at, doc)
          VALUES (${row.id}, ${row.project_id}, ${row.workspace_id}, ${row.platform}, ${row.place_workspace},
            ${row.channel}, ${row.thread}, ${row.status}, ${storable(row.created_by)}, ${row.last_at}::timestamptz,
            ${storableJson(doc)}::jsonb)`.execute(db),
      );
    },
    get: async (id) => {
      const row = await db
        .selectFrom("backlot.sessions")
        .select("doc")
        .where("id", "=", storable(id))
        .executeTakeFirst();
      return row?.doc;
    },
    at: async (place) => {
      const row = await openIn(db, place).where("thread", "=", placeColumns(place).thread).executeTakeFirst();
      return row?.doc;
    },
    everAt: (place) => everAt(db, place),
    inChannel: (place) => inChannel(db, place),
    openIn: async (place, projectId, limit) => {
      const rows = await openIn(db, place)
        .where("project_id", "=", storable(projectId))
        .limit(upTo(limit))
        .execute();
      return rows.map((row) => row.doc);
    },
    load: async (id) => load(db, id),
    list: async ({ workspace_id, project_id, created_by }, limit) => {
      let sessions = db
        .selectFrom("backlot.sessions")
        .select("doc")
        .where("workspace_id", "=", storable(workspace_id));
      if (project_id !== undefined) sessions = sessions.where("project_id", "=", storable(project_id));
      if (created_by !== undefined) sessions = sessions.where("created_by", "=", storable(created_by));
      const rows = await sessions
        .orderBy("last_at", "desc")
        .orderBy("id", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map((row) => row.doc);
    },
  };
}

async function everAt(db: Kysely<BacklotSchema>, place: Place): Promise<Session | undefined> {
  const row = await placed(db, place)
    .where("thread", "=", placeColumns(place).thread)
    .orderBy("status", "desc")
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row?.doc;
}

async function inChannel(db: Kysely<BacklotSchema>, place: Place): Promise<Session | undefined> {
  const row = await placed(db, place)
    .where((e) => e.or([e("thread", "=", sql.lit("")), e("status", "=", sql.lit("open"))]))
    .orderBy("thread")
    .orderBy("status", "desc")
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row?.doc;
}

const openIn = (db: Kysely<BacklotSchema>, place: Place) =>
  placed(db, place).where("status", "=", sql.lit("open"));

/** The channel's own session has an empty thread, which sorts first; of two at a place the open one is the last by its status. */
function placed(db: Kysely<BacklotSchema>, place: Place) {
  const { platform, place_workspace, channel } = placeColumns(place);
  return db
    .selectFrom("backlot.sessions")
    .select("doc")
    .where("platform", "=", platform)
    .where("place_workspace", "=", place_workspace)
    .where("channel", "=", channel);
}

/**
 * Every turn begins here, so it is written out: building this query would take as long as running it. The totals come
 * as json, which is put together a third faster than jsonb.
 */
async function load(db: Kysely<BacklotSchema>, id: string) {
  const { rows } = await sql<{
    session: Session;
    project: Project;
    totals: KindTotals[] | null;
    revision: number | string | null;
  }>`
    SELECT s.doc AS session, p.doc AS project,
        (SELECT json_agg(json_build_object('kind', c.kind, 'living', c.living, 'tallies', c.tallies))
          FROM backlot.project_counts c WHERE c.project_id = p.id) AS totals,
        (SELECT max(h.seq) FROM backlot.changes h WHERE h.project_id = p.id) AS revision
      FROM backlot.sessions s JOIN backlot.projects p ON p.id = s.project_id
      WHERE s.id = ${storable(id)}`.execute(db);
  const [row] = rows;
  return (
    row && {
      session: row.session,
      project: row.project,
      ...totalsOf(row.totals ?? []),
      revision: Number(row.revision ?? 0),
    }
  );
}
