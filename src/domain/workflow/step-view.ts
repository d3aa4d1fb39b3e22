import { z } from "zod";

/** stale: completed, but its document was written before something it tells of changed. */
export const StepState = z.enum([
  "locked",
  "available",
  "active",
  "blocked",
  "completed",
  "skipped",
  "stale",
]);
export type StepState = z.infer<typeof StepState>;

export const StepView = z.object({
  id: z.string(),
  name: z.string(),
  state: StepState,
  /** What it still needs, in words; for a locked step the steps before it. */
  missing: z.array(z.string()),
  /** Why a stale step may be out of date, newest first. */
  reasons: z.array(z.string()).optional(),
  minutes: z.number(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  impact: z.enum(["low", "medium", "high"]),
});
export type StepView = z.infer<typeof StepView>;
