import { z } from "zod";

export const StepState = z.enum(["locked", "available", "active", "blocked", "completed", "skipped"]);
export type StepState = z.infer<typeof StepState>;

export const StepView = z.object({
  id: z.string(),
  name: z.string(),
  state: StepState,
  /** What it still needs, in words; for a locked step the steps before it. */
  missing: z.array(z.string()),
  minutes: z.number(),
  difficulty: z.enum(["easy", "medium", "hard"]),
  impact: z.enum(["low", "medium", "high"]),
});
export type StepView = z.infer<typeof StepView>;
