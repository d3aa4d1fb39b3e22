import type { Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/**
 * What somebody looks up by a command, with nothing to press: where others read along it is told to whoever asked. What is
 * asked in talk is answered where it was said.
 */
export function toAsker({ event, session }: Turn, outcome: Outcome): Outcome {
  const among = event.type === "command" && session.place.platform !== "web";
  const pressed = outcome.blocks.some(
    ({ type }) => type === "offers" || type === "ask_form" || type === "choices",
  );
  return among && !pressed ? { ...outcome, private: true } : outcome;
}
