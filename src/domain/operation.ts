import { z } from "zod";
import { FactValue } from "./bible/fact.ts";

/** Of one operation. */
export const MAX_BULK_ITEMS = 10_000;
/** Longer words are a text; what should be made of them is said in fewer. */
export const MAX_BRIEF_CHARS = 2_000;

/** What bulk work there is; each is a file of src/features/bulk/kinds. */
export const OPERATION_TYPES = [
  "characters",
  "locations",
  "scenes",
  "relationships",
  "summaries",
  "sheets",
] as const;
export const OperationType = z.enum(OPERATION_TYPES);
export type OperationType = z.infer<typeof OperationType>;

/** Bulk work on what there is: it needs no number, and a number only bounds it. All other makes so many new ones. */
const ON_WHAT_THERE_IS: readonly OperationType[] = ["summaries", "sheets"];
export const isCounted = (type: OperationType): boolean => !ON_WHAT_THERE_IS.includes(type);

/** Paused: what runs ends, what waits is not begun until somebody resumes it. */
export const OperationStatus = z.enum([
  "pending",
  "processing",
  "paused",
  "completed",
  "failed",
  "cancelled",
]);
export type OperationStatus = z.infer<typeof OperationStatus>;

export const ItemStatus = z.enum(["pending", "processing", "completed", "failed", "cancelled"]);
export type ItemStatus = z.infer<typeof ItemStatus>;

/** What one item writes: fields of the entry it makes. */
export const ItemFields = z.record(z.string(), FactValue);
export type ItemFields = z.infer<typeof ItemFields>;

/** What was said of one item before it is made: fields that stay as they are, and a brief of its own for the others. */
export const ItemInput = z.object({ fields: ItemFields, brief: z.string().optional() });
export type ItemInput = z.infer<typeof ItemInput>;

export const OperationItem = z.object({
  index: z.int().nonnegative(),
  /** What it works on, where it does not make something new: an entry's id, or the ids of a pair parted by a blank. */
  target: z.string().optional(),
  /** What was said of it, where each item was told by a row of its own. */
  input: ItemInput.optional(),
  status: ItemStatus,
  name: z.string().optional(),
  entry_id: z.string().optional(),
  error: z.string().optional(),
  attempts: z.int().nonnegative(),
});
export type OperationItem = z.infer<typeof OperationItem>;

export const Selection = z.enum(["missing", "all"]);
export type Selection = z.infer<typeof Selection>;

/** A reason that items failed for, in plain words, and how many did. */
export interface ItemFailure {
  readonly error: string;
  readonly count: number;
}

export const OperationProgress = z.object({
  completed: z.int(),
  total: z.int(),
  failed: z.int(),
  cancelled: z.int(),
});
export type OperationProgress = z.infer<typeof OperationProgress>;

/** What a language model counted for an operation, tries that came to nothing included. `cost`: in US dollars, at the prices of the time. */
export const Usage = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  cost: z.number().optional(),
});
export type Usage = z.infer<typeof Usage>;

/** Bulk work without its items. `seed` makes the offline writer's draws repeatable for an item tried twice. */
export const Operation = z.object({
  id: z.string(),
  project_id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  type: OperationType,
  brief: z.string(),
  /** Of those there are: only the ones that lack it, or all. Absent where the work makes something new. */
  selection: Selection.optional(),
  /** Each item was told by a row of its own. */
  told: z.boolean().optional(),
  status: OperationStatus,
  progress: OperationProgress,
  /** Absent where no language model was asked. */
  usage: Usage.optional(),
  /** The message that shows the progress and is edited in place. */
  message_id: z.string(),
  /** True once the message shows how the operation ended. */
  shown: z.boolean(),
  /** Grows with each Retry failed and each Resume, so that an item's new job is not taken for the old one. */
  round: z.int().nonnegative(),
  seed: z.int(),
  by: z.string(),
  /** What they were called then. */
  by_name: z.string().optional(),
  started_at: z.iso.datetime(),
  ended_at: z.iso.datetime().optional(),
});
export type Operation = z.infer<typeof Operation>;

/**
 * An operation as its turn stores it, with so many items. `targets`: what each is about, in their order; `inputs`: what
 * was said of each.
 */
export interface Begun {
  readonly operation: Operation;
  readonly items: number;
  readonly targets?: readonly string[];
  readonly inputs?: readonly ItemInput[];
}
