import { type Kysely, sql } from "kysely";
import type { StaleMark } from "../../domain/bible/stale.ts";
import type { ItemFailure, Operation, OperationItem } from "../../domain/operation.ts";
import type { OperationStore } from "../../ports/operation-store.ts";
import { completeItem, completeItems, passItem } from "./complete-item.ts";
import { unlessUnwanted } from "./conflicts.ts";
import { type OperationRow, toOperation } from "./operation-row.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable, storableJson } from "./storable.ts";

const UNENDED = ["pending", "processing"] as const;
const OPEN = sql<boolean>`(ended_at IS NULL OR (failed > 0 AND status <> 'cancelled'))`;
const ENDED = sql<boolean>`ended_at IS NOT NULL`;

/** Every call is one statement. */
export function createOperationStore(db: Kysely<BacklotSchema>): OperationStore {
  const operations = db.selectFrom("backlot.operations").selectAll();
  return {
    get: async (id) => {
      const row = await operations.where("id", "=", storable(id)).executeTakeFirst();
      return row && toOperation(row);
    },
    ofTurn: async (turnId) => {
      const row = await operations.where("turn_id", "=", storable(turnId)).executeTakeFirst();
      return row && toOperation(row);
    },
    items: async (id, filter) => items(db, id, filter),
    failures: async (id, limit) => failures(db, id, limit),
    list: async (projectId, limit, filter) => list(db, projectId, limit, filter),
    unfinished: async () => {
      const unended = sql<boolean>`status IN (${sql.lit(UNENDED[0])}, ${sql.lit(UNENDED[1])})`;
      const rows = await operations
        .where((e) => e.or([unended, e("shown", "=", sql.lit(false))]))
        .orderBy("seq")
        .execute();
      return rows.map(toOperation);
    },
    complete: async (id, index, name, result, stale, usage) =>
      "before" in result
        ? completeItem(db, { id, index, name }, result, stale, usage)
        : passItem(db, { id, index, name }, result, usage),
    completeAll: (id, items) => completeItems(db, id, items),
    begun: (id, index) => begun(db, id, index),
    spent: async (id, usage) => {
      await sql`SELECT backlot.spend(${storable(id)}, ${storableJson(usage)}::jsonb)`.execute(db);
    },
    tried: async (id, index, error, usage) => {
      const used = usage ? sql`${storableJson(usage)}::jsonb` : sql`NULL`;
      await sql`SELECT backlot.try_item(${storable(id)}, ${index}, ${storable(error)}, ${used})`.execute(db);
    },
    fail: async (id, index, error, attempts, at, usage) => {
      const how = sql`${storable(id)}, ${index}, ${storable(error)}, ${attempts}, ${at ?? null}`;
      const call = usage
        ? sql`backlot.fail_item_spending(${how}, ${storableJson(usage)}::jsonb)`
        : sql`backlot.fail_item(${how})`;
      const result = await unlessUnwanted(sql<OperationRow>`SELECT * FROM ${call}`.execute(db));
      return result?.rows.map(toOperation)[0];
    },
    cancel: async (id, at) => stopped(db, sql`backlot.cancel_operation(${storable(id)}, ${at})`),
    pause: async (id) => paused(db, id),
    resume: async (id) => stopped(db, sql`backlot.resume_operation(${storable(id)})`),
    retry: async (id) => stopped(db, sql`backlot.retry_operation(${storable(id)})`),
    outdates: (marks) => outdates(db, marks),
    markShown: async (id) => {
      await db
        .updateTable("backlot.operations")
        .set({ shown: true })
        .where("id", "=", storable(id))
        // Who shows the end of one round must not mark the next one, which has begun meanwhile.
        .where("ended_at", "is not", null)
        .execute();
    },
  };
}

async function begun(db: Kysely<BacklotSchema>, id: string, index: number): Promise<void> {
  await db
    .updateTable("backlot.operation_items")
    .set({ status: "processing" })
    .where("operation_id", "=", storable(id))
    .where("index", "=", index)
    .where("status", "=", UNENDED[0])
    .execute();
}

/** Whoever takes the changes back waits for this write, or is seen by it. */
async function outdates(db: Kysely<BacklotSchema>, marks: readonly StaleMark[]): Promise<void> {
  if (marks.length === 0) return;
  await sql`
    INSERT INTO backlot.stale_marks (dependant_id, change_id, project_id, doc)
      SELECT m->>'dependant_id', c.id, c.project_id, m
        FROM jsonb_array_elements(${storableJson(marks)}::jsonb) AS m
        JOIN backlot.changes c ON c.id = m->>'change_id'
        WHERE NOT c.undone FOR SHARE OF c
      ON CONFLICT DO NOTHING`.execute(db);
}

async function paused(db: Kysely<BacklotSchema>, id: string): Promise<Operation | undefined> {
  const { rows } = await sql<OperationRow>`
    UPDATE backlot.operations SET paused_in = round
      WHERE id = ${storable(id)} AND status IN ('pending', 'processing') AND paused_in IS DISTINCT FROM round
      RETURNING *`.execute(db);
  return rows.map(toOperation)[0];
}

async function list(
  db: Kysely<BacklotSchema>,
  projectId: string,
  limit: number,
  { standing, before }: NonNullable<Parameters<OperationStore["list"]>[2]> = {},
): Promise<readonly Operation[]> {
  // Written out: building this query would take as long as running it.
  const which = standing === undefined ? sql`` : sql`AND ${standing === "open" ? OPEN : ENDED}`;
  const older =
    before === undefined
      ? sql``
      : sql`AND seq < (SELECT seq FROM backlot.operations WHERE id = ${storable(before)})`;
  const { rows } = await sql<OperationRow>`
    SELECT * FROM backlot.operations WHERE project_id = ${storable(projectId)} ${which} ${older}
      ORDER BY seq DESC LIMIT ${upTo(limit)}`.execute(db);
  return rows.map(toOperation);
}

async function items(
  db: Kysely<BacklotSchema>,
  id: string,
  { status, within, after, limit, last }: NonNullable<Parameters<OperationStore["items"]>[1]> = {},
): Promise<readonly OperationItem[]> {
  let rows = db
    .selectFrom("backlot.operation_items")
    .select(["index", "target", "input", "status", "name", "entry_id", "error", "attempts"])
    .where("operation_id", "=", storable(id));
  if (status !== undefined) rows = rows.where(sql<boolean>`status = ANY(${status}::text[])`);
  if (within !== undefined) rows = rows.where("index", ">=", within.first).where("index", "<=", within.last);
  if (after !== undefined) rows = rows.where("index", ">", after);
  if (last !== undefined)
    return (await rows.orderBy("index", "desc").limit(upTo(last)).execute()).map(toItem).reverse();
  if (limit !== undefined) rows = rows.limit(upTo(limit));
  return (await rows.orderBy("index").execute()).map(toItem);
}

async function failures(
  db: Kysely<BacklotSchema>,
  id: string,
  limit: number,
): Promise<readonly ItemFailure[]> {
  const { rows } = await sql<ItemFailure>`
    SELECT coalesce(error, '') AS error, count(*)::integer AS count FROM backlot.operation_items
      WHERE operation_id = ${storable(id)} AND status = 'failed'
      GROUP BY error ORDER BY count(*) DESC, error LIMIT ${upTo(limit)}`.execute(db);
  return rows;
}

async function stopped(
  db: Kysely<BacklotSchema>,
  call: ReturnType<typeof sql>,
): Promise<{ operation: Operation; indexes: readonly number[] } | undefined> {
  const { rows } = await sql<{
    answer: { operation: OperationRow; indexes: number[] } | null;
  }>`SELECT ${call} AS answer`.execute(db);
  const answer = rows[0]?.answer;
  return answer ? { operation: toOperation(answer.operation), indexes: answer.indexes } : undefined;
}

function toItem(row: {
  index: number;
  target: string | null;
  input: OperationItem["input"] | null;
  status: OperationItem["status"];
  name: string | null;
  entry_id: string | null;
  error: string | null;
  attempts: number;
}): OperationItem {
  return {
    index: row.index,
    status: row.status,
    attempts: row.attempts,
    ...(row.target === null ? {} : { target: row.target }),
    ...(row.input ? { input: row.input } : {}),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.entry_id === null ? {} : { entry_id: row.entry_id }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
