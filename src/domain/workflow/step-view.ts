import { z } from "zod";

/**
 * locked: a step before it is open · blocked: those are passed, but its guard does not hold · available: can be worked on ·
 * active: available, and the one worked on now · completed: its data is there, or a person said so · skipped: passed by
 * with a reason · stale: completed, but something it was made from changed since.
 */
export const StepState = z.enum([
  "locked",
  "blocked",
  "available",
  "active",
  "completed",
  "skipped",
  "stale",
]);
export type StepState = z.infer<typeof StepState>;

export const StepView = z.object({
  id: z.string(),
  name: z.string(),
  state: StepState,
  /** What it still needs, in words; for a locked step the steps before it, for a blocked one why. */
  missing: z.array(z.string()),
  /** All that it asks for, counted, whether there or not. */
  needs: z.array(z.object({ text: z.string(), met: z.boolean() })).optional(),
  /** The document that is written in it. */
  document: z.string().optional(),
  /** Why a stale step may be out of date, newest first. */
  reasons: z.array(z.string()).optional(),
  /** Ids of the steps before it, and of those it leads to. */
  requires: z.array(z.string()),
  unlocks: z.array(z.string()),
  skippable: z.boolean(),
  /** What a person said of it: marked done, skipped or opened, who, when, and why. */
  mark: z
    .object({
      state: z.string(),
      by: z.string(),
      by_name: z.string().optional(),
      at: z.string(),
      reason: z.string().optional(),
    })
    .optional(),
  minutes: z.number(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  impact: z.enum(["low", "medium", "high"]),
});
export type StepView = z.infer<typeof StepView>;
