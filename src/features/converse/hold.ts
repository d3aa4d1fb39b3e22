import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { ChoiceAction, Vote } from "../../domain/choice.ts";
import { requireRole } from "../../domain/role.ts";
import { isCounted } from "../../domain/round.ts";
import { decides, decisionLabel, ruleFor } from "../../domain/workflow/decides.ts";
import { putToAll } from "./press-answers.ts";

/**
 * What somebody asks for in words, where the project leaves it to a producer or a vote: put to all as a button with
 * their vote. Undefined when they may simply do it.
 */
export function hold(turn: Turn, action: ChoiceAction, at: string): Outcome | undefined {
  const rule = ruleFor(action, turn.project);
  const label = decisionLabel(action);
  if (label === undefined || !decides(action) || !isCounted(rule, turn.person.role)) return undefined;
  requireRole(turn.person.role, "writer", "decide about this film");
  return putToAll({ label, description: "", category: "alternative", action }, rule, voteOf(turn, at));
}

export const voteOf = ({ person: { id, name } }: Turn, at: string): Vote => ({
  by: id,
  ...(name === undefined ? {} : { by_name: name }),
  at,
});
