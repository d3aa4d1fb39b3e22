import { type Kysely, sql } from "kysely";
import type { Place, Session } from "../../domain/session.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import { orConflict } from "./conflicts.ts";
import { loadedRow, toLoaded } from "./loaded.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { placeColumns, sessionRow } from "./session-row.ts";
import { storable, storableJson } from "./storable.ts";

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
    load: async (id) => {
      const { rows } = await loadedRow(storable(id)).execute(db);
      return rows[0] && toLoaded(rows[0]);
    },
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
