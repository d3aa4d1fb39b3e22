import { type Kysely, sql } from "kysely";
import { type Counts, NO_COUNTS } from "../../domain/bible/kinds.ts";
import type { Place } from "../../domain/session.ts";
import type { SessionStore } from "../../ports/session-store.ts";
import { orConflict } from "./conflicts.ts";
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
    inChannel: async (place) => {
      const row = await openIn(db, place).orderBy("thread").limit(sql.lit(1)).executeTakeFirst();
      return row?.doc;
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

/** The channel's own session has an empty thread, which sorts first. */
function openIn(db: Kysely<BacklotSchema>, place: Place) {
  const { platform, place_workspace, channel } = placeColumns(place);
  return db
    .selectFrom("backlot.sessions")
    .select("doc")
    .where("platform", "=", platform)
    .where("place_workspace", "=", place_workspace)
    .where("channel", "=", channel)
    .where("status", "=", sql.lit("open"));
}

async function load(db: Kysely<BacklotSchema>, id: string) {
  const row = await db
    .selectFrom("backlot.sessions as s")
    .innerJoin("backlot.projects as p", "p.id", "s.project_id")
    .select((e) => [
      "s.doc as session",
      "p.doc as project",
      e
        .selectFrom("backlot.project_counts as c")
        .select(sql<Partial<Counts> | null>`jsonb_object_agg(c.kind, c.living)`.as("counts"))
        .whereRef("c.project_id", "=", "p.id")
        .as("counts"),
    ])
    .where("s.id", "=", storable(id))
    .executeTakeFirst();
  return row && { session: row.session, project: row.project, counts: { ...NO_COUNTS, ...row.counts } };
}
