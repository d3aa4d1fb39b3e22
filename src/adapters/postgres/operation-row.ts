import type { Operation } from "../../domain/operation.ts";
import type { BacklotSchema } from "./schema.ts";

export type OperationRow = BacklotSchema["backlot.operations"];

/** The document says how the operation began; the columns say where it stands. */
export function toOperation(row: OperationRow): Operation {
  const { ended_at: _begun, ...begun } = row.doc;
  return {
    ...begun,
    status: isPaused(row) ? "paused" : row.status,
    progress: {
      completed: row.completed,
      total: row.total,
      failed: row.failed,
      cancelled: row.cancelled,
    },
    ...usageOf(row),
    shown: row.shown,
    round: row.round,
    ...(row.ended_at === null ? {} : { ended_at: row.ended_at }),
  };
}

const usageOf = ({ input_tokens, output_tokens, cost }: OperationRow): Pick<Operation, "usage"> =>
  input_tokens === null || output_tokens === null
    ? {}
    : { usage: { input_tokens, output_tokens, ...(cost === null ? {} : { cost }) } };

/** A pause lies over the status of work that has not ended, and a new round has none. */
const isPaused = ({ status, paused_in, round }: OperationRow): boolean =>
  (status === "pending" || status === "processing") && paused_in === round;
