import type { Refusal } from "../domain/workflow/refusal.ts";
import type { Outcome } from "./outcome.ts";

/** The answer to what the workflow does not allow now: why, and buttons that lead on. Nothing is written. */
export function refused({ reason, offers }: Refusal): Outcome {
  const hint =
    offers.length > 0
      ? "Choose one of the ways below, or type /workflow to see where the film stands."
      : "Type /workflow to see where the film stands.";
  return {
    refusal: { code: "blocked", message: reason, hint },
    blocks: [
      { type: "text", text: offers.length > 0 ? reason : `${reason} ${hint}` },
      ...(offers.length > 0 ? [{ type: "offers" as const, prompt: "What leads there:", offers }] : []),
    ],
  };
}
