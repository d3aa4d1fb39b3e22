import type { Offer } from "../domain/choice.ts";

/** Brings back what the undo of that turn took. */
export const redoOffer = (turnId: string, label = "Redo"): Offer => ({
  label,
  description: "Brings it all back",
  category: "manual",
  action: { type: "command", command: "redo", options: { turn: turnId } },
});
