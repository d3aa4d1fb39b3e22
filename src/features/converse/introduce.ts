import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Model } from "../../ports/model.ts";

const NOTE =
  "_I work by rules here, without a language model: say things plainly and I follow, one thing at a time. Whoever runs me can connect a model (OPENAI_API_KEY); then I follow loose talk, too, and write freely._";

/** So old is a film at most whose people have not been told. */
const NEW_MS = 10 * 60_000;

/**
 * Says that the offline engine answers, and what a model would add: once in each session that a film begins with, and not
 * again in every thread that is opened later.
 */
export function introduce(turn: Turn, outcome: Outcome, info: Model["info"]): Outcome {
  // A form that opens before somebody is read by nobody else.
  const told = turn.session.memory.introduced || !beganWithFilm(turn);
  if (!info.offline || told || outcome.opened || outcome.private) return outcome;
  return {
    ...outcome,
    blocks: [...outcome.blocks, { type: "text", text: NOTE }],
    memory: { ...outcome.memory, introduced: true },
  };
}

const beganWithFilm = ({ session, project }: Turn): boolean =>
  Date.parse(session.created_at) - Date.parse(project.created_at) < NEW_MS;
