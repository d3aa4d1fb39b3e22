import { sql } from "kysely";
import type { Project } from "../../domain/project.ts";
import type { Session } from "../../domain/session.ts";
import type { LoadedSession } from "../../ports/session-store.ts";
import { type KindTotals, totalsOf } from "./totals.ts";

export interface LoadedRow {
  readonly session: Session;
  readonly project: Project;
  readonly totals: KindTotals[] | null;
  readonly revision: number | string | null;
}

/**
 * A row with what a turn begins with, or none. Written out: building this query would take as long as running it. The
 * totals come as json, which is put together a third faster than jsonb. `sessionId`: storable.
 */
export const loadedRow = (sessionId: unknown) => sql<LoadedRow>`
  SELECT s.doc AS session, p.doc AS project,
      (SELECT json_agg(json_build_object('kind', c.kind, 'living', c.living, 'tallies', c.tallies))
        FROM backlot.project_counts c WHERE c.project_id = p.id) AS totals,
      (SELECT max(h.seq) FROM backlot.changes h WHERE h.project_id = p.id) AS revision
    FROM backlot.sessions s JOIN backlot.projects p ON p.id = s.project_id
    WHERE s.id = ${sessionId}`;

export const toLoaded = ({ session, project, totals, revision }: LoadedRow): LoadedSession => ({
  session,
  project,
  ...totalsOf(totals ?? []),
  revision: Number(revision ?? 0),
});
