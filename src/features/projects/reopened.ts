import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";

/** A session that was closed is open again once somebody says something in it, and the reply tells so. */
export function reopened({ session, event }: Turn, outcome: Outcome): Outcome {
  const speaks = event.type === "message" || event.type === "command";
  if (session.status === "open" || !speaks || outcome.private) return outcome;
  const others = outcome.sessions ?? [];
  if (others.some(({ id }) => id === session.id)) return outcome;
  return {
    ...outcome,
    sessions: [{ ...session, status: "open" }, ...others],
    blocks: [{ type: "text", text: "_This session was closed; it is open again._" }, ...outcome.blocks],
  };
}
