import { z } from "zod";

/** What pressing does: runs a command with fixed options, or asks the person to say something. */
export const ChoiceAction = z.discriminatedUnion("type", [
  z.object({ type: z.literal("command"), command: z.string(), options: z.record(z.string(), z.unknown()) }),
  z.object({ type: z.literal("prompt"), text: z.string() }),
]);
export type ChoiceAction = z.infer<typeof ChoiceAction>;

/** What a submitted form runs. `project_id`: the film it asks about, as a place may have moved on to another one. */
export type FormAction = ChoiceAction & { readonly type: "command"; readonly project_id?: string };

export const ChoiceCategory = z.enum(["recommended", "alternative", "manual"]);
export type ChoiceCategory = z.infer<typeof ChoiceCategory>;

/** What a button offers, before it is stored. Labels hold at most 80 characters (Discord's limit for a button). */
export const Offer = z.object({
  label: z.string().min(1).max(80),
  description: z.string(),
  /** For whoever wants to know more first: what pressing does, what it costs, what it unlocks. */
  details: z.string().max(600).optional(),
  category: ChoiceCategory,
  difficulty: z.enum(["easy", "medium", "hard"]).optional(),
  minutes: z.number().optional(),
  impact: z.enum(["low", "medium", "high"]).optional(),
  /** Pressing only opens a form to fill in. It uses nothing up, and is nobody else's business. */
  opens: z.boolean().optional(),
  action: ChoiceAction,
});
export type Offer = z.infer<typeof Offer>;

/** Somebody's wish that a choice be taken. */
export const Vote = z.object({ by: z.string(), by_name: z.string().optional(), at: z.iso.datetime() });
export type Vote = z.infer<typeof Vote>;

/** Stored and durable: it acts once, whoever presses it and however often. */
export const Choice = Offer.extend({
  id: z.string(),
  session_id: z.string(),
  turn_id: z.string(),
  state: z.enum(["open", "pressed", "expired"]),
  pressed_by: z.string().optional(),
  pressed_by_name: z.string().optional(),
  /** It changes the course of the film: who may take it is the project's to say. All such choices of a message are one round. */
  decides: z.boolean().optional(),
  /** The film that it was offered for: a place may have moved on to another one. */
  project_id: z.string().optional(),
  /** What the person is asked, where pressing does nothing but ask and a platform can ask with a form of its own. */
  asks: z.string().optional(),
  /** One a person in a round, the oldest first. */
  votes: z.array(Vote).optional(),
  /** How many votes take it, where a vote decides. */
  needed: z.int().positive().optional(),
});
export type Choice = z.infer<typeof Choice>;
