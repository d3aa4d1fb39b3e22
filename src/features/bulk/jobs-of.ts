import type { Operation } from "../../domain/operation.ts";
import { rangesOf } from "../../lib/ranges.ts";
import type { Job } from "../../ports/queue.ts";
import { BULK_JOB, jobId } from "./job-id.ts";
import type { BulkParts } from "./parts.ts";

/** With a back-off that doubles from a second, a store may be away for minutes. */
const JOB_ATTEMPTS = 10;
const BULK_PRIORITY = 10;
/** An item of the offline engine takes less time than the queue's own work for a job, so a job carries several. A model's takes seconds. */
const ITEMS_A_JOB_OFFLINE = 25;

/** The jobs of this round that carry these items. Operations take turns, and projects share. */
export function jobsOf({ model }: BulkParts, operation: Operation, indexes: readonly number[]): Job[] {
  return rangesOf(indexes, model.info.offline ? ITEMS_A_JOB_OFFLINE : 1).map((range, turn) => ({
    id: jobId(operation.id, operation.round, range),
    name: BULK_JOB,
    data: {},
    priority: BULK_PRIORITY,
    share: { group: operation.project_id, part: operation.id, turn },
    attempts: JOB_ATTEMPTS,
  }));
}

export const everyItem = ({ progress }: Operation): number[] =>
  Array.from({ length: progress.total }, (_, index) => index);
