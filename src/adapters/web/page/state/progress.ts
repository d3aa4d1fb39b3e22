import type { BlockOf, Operation } from "../api/wire.ts";

type Progress = BlockOf<"progress">;

/**
 * A progress message is edited less often than its operation moves: the counts that are further along win.
 * A retry takes counts back, so an operation of a later message edit never overrules a block that has ended.
 */
export function latestProgress(block: Progress, operation: Operation | undefined): Progress {
  if (operation === undefined || isOver(block.status)) return block;
  const { completed, failed, cancelled, total } = operation.progress;
  if (completed + failed + cancelled < block.completed + block.failed + block.cancelled) return block;
  return { ...block, completed, failed, cancelled, total };
}

/** Paused work is not over, and does not move either. */
export const isMoving = (status: Progress["status"]): boolean => !isOver(status) && status !== "paused";

export const isOver = (status: Progress["status"]): boolean =>
  status === "completed" || status === "failed" || status === "cancelled";
