import { z } from "zod";

/** What pressing does: runs a command with fixed options, or asks the person to say something. */
export const ChoiceAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("command"), command: z.string(), options: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal("prompt"), text: z.string() }),
]);
export type ChoiceAction = z.infer<typeof ChoiceAction>;

export const ChoiceCategory = z.enum(["recommended", "alternative", "manual"]);
export type ChoiceCategory = z.infer<typeof ChoiceCategory>;

/** What a button offers, before it is stored. Labels hold at most 80 characters (Discord's limit for a button). */
export const Offer = z.object({
  label: z.string().min(1).max(80),
  description: z.string(),
  category: ChoiceCategory,
  difficulty: z.enum(["easy", "medium", "hard"]).optional(),
  minutes: z.number().optional(),
  impact: z.enum(["low", "medium", "high"]).optional(),
  action: ChoiceAction,
});
export type Offer = z.infer<typeof Offer>;

/** Stored and durable: a press is an event of its own, whose id is the choice's, so that it acts once. */
export const Choice = Offer.extend({
  id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  state: z.enum(["open", "pressed", "expired"]),
  pressed_by: z.string().optional(),
});
export type Choice = z.infer<typeof Choice>;
