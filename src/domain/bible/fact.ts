import { z } from "zod";

/** The words that prove a fact: `quote` is the exact text of the message from `start` (inclusive) to `end` (exclusive), in UTF-16 units. */
export const Evidence = z.object({
  quote: z.string(),
  message_id: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Evidence = z.infer<typeof Evidence>;

export const FactStatus = z.enum(["proposed", "confirmed", "superseded"]);
export type FactStatus = z.infer<typeof FactStatus>;

export const FactValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FactValue = z.infer<typeof FactValue>;

export const MAX_LATER = 20;

/** What a field becomes in the story from a scene on: Sarah is 28, and 31 from the diner on. */
export const LaterValue = z.object({
  value: FactValue,
  from_id: z.string(),
  /** The scene's name when it was said. */
  from: z.string(),
  evidence: Evidence.optional(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type LaterValue = z.infer<typeof LaterValue>;

/** One field of an entry. `by` is a user id, or "backlot" for what Backlot wrote itself. */
export const Fact = z.object({
  value: FactValue,
  status: FactStatus,
  evidence: Evidence.optional(),
  by: z.string(),
  at: z.iso.datetime(),
  later: z.array(LaterValue).max(MAX_LATER).optional(),
});
export type Fact = z.infer<typeof Fact>;
