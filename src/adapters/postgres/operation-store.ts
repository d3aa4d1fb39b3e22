import { type Kysely, sql } from "kysely";
import { AppError } from "../../domain/errors.ts";
import type { ItemStatus, Operation, OperationItem } from "../../domain/operation.ts";
import type { OperationStore } from "../../ports/operation-store.ts";
import { completeItem } from "./complete-item.ts";
import { unlessUnwanted } from "./conflicts.ts";
import { type OperationRow, toOperation } from "./operation-row.ts";
import { upTo } from "./plans.ts";
import type { BacklotSchema } from "./schema.ts";
import { storable } from "./storable.ts";

const UNENDED = ["pending", "processing"] as const;

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
    items: async (id, filter) => items(db, id, filter?.status),
    list: async (projectId, limit) => {
      const rows = await operations
        .where("project_id", "=", storable(projectId))
        .orderBy("seq", "desc")
        .limit(upTo(limit))
        .execute();
      return rows.map(toOperation);
    },
    unfinished: async () => {
      const unended = sql<boolean>`status IN (${sql.lit(UNENDED[0])}, ${sql.lit(UNENDED[1])})`;
      const rows = await operations
        .where((e) => e.or([unended, e("shown", "=", sql.lit(false))]))
        .orderBy("seq")
        .execute();
      return rows.map(toOperation);
    },
    complete: async (id, index, name, change) => {
      if (change.before !== null || change.after === null) {
        throw new AppError("internal", "an item of an operation makes an entry; it changes none");
      }
      return completeItem(db, id, index, name, change);
    },
    fail: async (id, index, error, attempts, at) => {
      const result = await unlessUnwanted(
        sql<OperationRow>`SELECT * FROM backlot.fail_item(
          ${storable(id)}, ${index}, ${storable(error)}, ${attempts}, ${at ?? null})`.execute(db),
      );
      return result?.rows.map(toOperation)[0];
    },
    cancel: async (id, at) => stopped(db, sql`backlot.cancel_operation(${storable(id)}, ${at})`),
    retry: async (id) => stopped(db, sql`backlot.retry_operation(${storable(id)})`),
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

async function items(
  db: Kysely<BacklotSchema>,
  id: string,
  statuses: readonly ItemStatus[] | undefined,
): Promise<readonly OperationItem[]> {
  let rows = db
    .selectFrom("backlot.operation_items")
    .select(["index", "status", "name", "entry_id", "error", "attempts"])
    .where("operation_id", "=", storable(id));
  if (statuses !== undefined) rows = rows.where(sql<boolean>`status = ANY(${statuses}::text[])`);
  return (await rows.orderBy("index").execute()).map(toItem);
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
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.entry_id === null ? {} : { entry_id: row.entry_id }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}
