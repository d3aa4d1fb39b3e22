import type { ChoiceAction, Offer, Vote } from "../domain/choice.ts";
import type { Decisions } from "../domain/project.ts";
import { requireRole } from "../domain/role.ts";
import { isCounted } from "../domain/round.ts";
import { decides, decisionLabel, ruleFor } from "../domain/workflow/decides.ts";
import { nameOfVote } from "./choice-standing.ts";
import type { Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/**
 * What somebody asks for in words, where the project leaves it to a producer or a vote: put to all as a button with
 * their vote. Undefined when they may simply do it. Throws UserError for those who have no vote.
 */
export function hold(turn: Turn, action: ChoiceAction): Outcome | undefined {
  const rule = ruleFor(action, turn.project);
  const label = decisionLabel(action);
  if (label === undefined || !decides(action) || !isCounted(rule, turn.person.role)) return undefined;
  requireRole(turn.person.role, "writer", "decide about this film");
  return putToAll(turn, { label, description: "", category: "alternative", action }, rule);
}

/** Puts what one person would do to those who decide, with that person's vote as the first. `id`: of a choice that was pressed before it was stored. */
export function putToAll(turn: Turn, offer: Offer, rule: Decisions, id?: string): Outcome {
  const vote = voteOf(turn);
  const who = nameOfVote(vote);
  const text =
    rule.by === "vote"
      ? `**${who}** would take this. ${rule.votes} votes decide here, or one producer: press it if you are for it.`
      : `**${who}** would take this. Here a producer decides: it happens once one presses it.`;
  return {
    blocks: [
      { type: "text", text },
      { type: "offers", offers: [offer], votes: [vote], ...(id === undefined ? {} : { id }) },
    ],
  };
}

export const voteOf = ({ person: { id, name }, event }: Turn): Vote => ({
  by: id,
  ...(name === undefined ? {} : { by_name: name }),
  at: event.at,
});
