import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Model } from "../../ports/model.ts";

const NOTE =
  "_I run on my offline engine here: rules, tables and templates, no language model. I read facts, scenes and questions that are put plainly. With OPENAI_API_KEY set I also follow loose talk and write freely._";

/** Says once a session that the offline engine answers, and what a model would add. */
export function introduce(turn: Turn, outcome: Outcome, info: Model["info"]): Outcome {
  if (!info.offline || turn.session.memory.introduced) return outcome;
  return {
    ...outcome,
    blocks: [...outcome.blocks, { type: "text", text: NOTE }],
    memory: { ...outcome.memory, introduced: true },
  };
}
