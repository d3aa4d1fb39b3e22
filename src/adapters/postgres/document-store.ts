import { type Kysely, sql } from "kysely";
import type { Change } from "../../domain/bible/change.ts";
import type { DocumentChange } from "../../domain/document-change.ts";
import type { DocumentStore, Logged } from "../../ports/document-store.ts";
import { toChange } from "./bible-history.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

/** Every call is one statement. */
export function createDocumentStore(db: Kysely<BacklotSchema>): DocumentStore {
  const rewritings = db.selectFrom("backlot.document_changes").select(["doc", "undone"]);
  return {
    change: async (id) => {
      const row = await rewritings.where("id", "=", storable(id)).executeTakeFirst();
      return row && toRewriting(row);
    },
    ofTurn: async (turnId) => {
      const rows = await rewritings.where("turn_id", "=", storable(turnId)).orderBy("seq").execute();
      return rows.map(toRewriting);
    },
    history: async ({ project_id, document }, limit, before) => {
      let wanted = rewritings.where("project_id", "=", storable(project_id));
      if (document !== undefined) wanted = wanted.where("document", "=", document);
      if (before !== undefined) {
        wanted = wanted.where("seq", "<", (e) =>
          e.selectFrom("backlot.document_changes").select("seq").where("id", "=", storable(before)),
        );
      }
      const rows = await wanted.orderBy("seq", "desc").limit(upTo(limit)).execute();
      return rows.map(toRewriting);
    },
    log: async (filter, limit, before) => readLog(db, filter, limit, before),
  };
}

type LogRow = Pick<BacklotSchema["backlot.changes"], "before" | "after" | "undone"> & {
  readonly of: "change" | "document";
  readonly doc: Omit<Change, "before" | "after"> | DocumentChange;
};

async function readLog(
  db: Kysely<BacklotSchema>,
  { project_id, by }: { project_id: string; by?: string },
  limit: number,
  before: string | undefined,
): Promise<readonly Logged[]> {
  const own = by === undefined ? sql`` : sql` AND doc->>'by' = ${storable(by)}`;
  const older =
    before === undefined
      ? sql``
      : sql` AND seq < (SELECT seq FROM backlot.changes WHERE id = ${storable(before)}
          UNION ALL SELECT seq FROM backlot.document_changes WHERE id = ${storable(before)})`;
  const { rows } = await sql<LogRow>`
    (SELECT seq, 'change' AS of, doc, before, after, undone FROM backlot.changes
      WHERE project_id = ${storable(project_id)}${own}${older} ORDER BY seq DESC LIMIT ${upTo(limit)})
    UNION ALL
    (SELECT seq, 'document' AS of, doc, NULL, NULL, undone FROM backlot.document_changes
      WHERE project_id = ${storable(project_id)}${own}${older} ORDER BY seq DESC LIMIT ${upTo(limit)})
    ORDER BY seq DESC LIMIT ${upTo(limit)}`.execute(db);
  return rows.map(toLogged);
}

function toLogged({ of, doc, before, after, undone }: LogRow): Logged {
  if (of === "document") return { type: "document", change: { ...(doc as DocumentChange), undone } };
  return {
    type: "change",
    change: toChange({ doc: doc as Omit<Change, "before" | "after">, before, after, undone }),
  };
}

const toRewriting = ({
  doc,
  undone,
}: Pick<BacklotSchema["backlot.document_changes"], "doc" | "undone">): DocumentChange => ({ ...doc, undone });
