import { z } from "zod";
import { FactValue } from "./bible/fact.ts";

export const MAX_BULK_ITEMS = 1_000;

export const OPERATION_TYPES = ["characters", "locations", "scenes"] as const;
export const OperationType = z.enum(OPERATION_TYPES);
export type OperationType = z.infer<typeof OperationType>;

export const OperationStatus = z.enum(["pending", "processing", "completed", "failed", "cancelled"]);
export type OperationStatus = z.infer<typeof OperationStatus>;

export const ItemStatus = z.enum(["pending", "processing", "completed", "failed", "cancelled"]);
export type ItemStatus = z.infer<typeof ItemStatus>;

export const OperationItem = z.object({
  index: z.int().nonnegative(),
  status: ItemStatus,
  name: z.string().optional(),
  entry_id: z.string().optional(),
  error: z.string().optional(),
  attempts: z.int().nonnegative(),
});
export type OperationItem = z.infer<typeof OperationItem>;

export const OperationProgress = z.object({
  completed: z.int(),
  total: z.int(),
  failed: z.int(),
  cancelled: z.int(),
});
export type OperationProgress = z.infer<typeof OperationProgress>;

/** Bulk work without its items. `seed` makes the offline writer's draws repeatable for an item tried twice. */
export const Operation = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  type: OperationType,
  brief: z.string(),
  status: OperationStatus,
  progress: OperationProgress,
  /** The message that shows the progress and is edited in place. */
  message_id: z.string(),
  /** True once the message shows how the operation ended. */
  shown: z.boolean(),
  /** Grows with each Retry failed, so that a retried item's job has an identity of its own. */
  round: z.int().nonnegative(),
  seed: z.int(),
  by: z.string(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().optional(),
});
export type Operation = z.infer<typeof Operation>;

/** What one item writes: fields of the entry it makes. */
export const ItemFields = z.record(z.string(), FactValue);
export type ItemFields = z.infer<typeof ItemFields>;
