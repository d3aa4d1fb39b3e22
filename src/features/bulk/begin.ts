import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Operation } from "../../domain/operation.ts";
import type { Admitted } from "./admission.ts";
import { enqueue } from "./enqueue.ts";
import { everyItem, jobsOf } from "./jobs-of.ts";
import type { BulkParts } from "./parts.ts";
import { progressBlocks } from "./progress-blocks.ts";

/** The outcome that begins what was admitted: its operation is stored with the turn, and queued once that is. */
export function begin(parts: BulkParts, turn: Turn, work: Admitted): Outcome {
  const { kind, total, brief, seed, selection, targets, inputs, note } = work;
  const now = parts.clock.now();
  const operation: Operation = {
    id: parts.ids.next("operation"),
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    type: kind.type,
    brief,
    ...(selection === undefined ? {} : { selection }),
    ...(inputs === undefined ? {} : { told: true }),
    status: "pending",
    progress: { completed: 0, total, failed: 0, cancelled: 0 },
    message_id: turn.reply_id,
    shown: false,
    round: 0,
    seed,
    by: turn.person.id,
    ...(turn.person.name === undefined ? {} : { by_name: turn.person.name }),
    started_at: now.toISOString(),
  };
  return {
    blocks: [
      ...(note === undefined ? [] : [{ type: "text" as const, text: note }]),
      ...progressBlocks(operation, { names: [], failures: [] }),
    ],
    operation: {
      operation,
      items: total,
      ...(targets ? { targets } : {}),
      ...(inputs ? { inputs } : {}),
    },
    afterCommit: () => enqueue(parts, jobsOf(parts, operation, everyItem(operation))),
  };
}
