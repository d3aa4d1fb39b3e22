import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Model } from "../../ports/model.ts";

const NOTE =
  "_I work by rules here, without a language model: say things plainly and I follow, one thing at a time. Whoever runs me can connect a model (OPENAI_API_KEY); then I follow loose talk, too, and write freely._";

/** Says once a session that the offline engine answers, and what a model would add. */
export function introduce(turn: Turn, outcome: Outcome, info: Model["info"]): Outcome {
  // A form that opens before somebody is read by nobody else.
  if (!info.offline || turn.session.memory.introduced || outcome.opened) return outcome;
  return {
    ...outcome,
    blocks: [...outcome.blocks, { type: "text", text: NOTE }],
    memory: { ...outcome.memory, introduced: true },
  };
}
