import type { ChoicesBlock } from "../../chat/reply.ts";
import type { ChoiceAction, Offer } from "../../domain/choice.ts";

/**
 * The buttons under the line that tells of what was said while nobody listened. They are computed, not stored: what they
 * read is what still waits, so they stay right however often the line comes.
 */
export const MISSED_PREFIX = "hrd_";

const actionOf = (action: string): ChoiceAction & { type: "command" } => ({
  type: "command",
  command: "missed",
  options: { action },
});

export const readOffer: Offer = {
  label: "Read them now",
  description: "I answer each of them where it was said",
  category: "recommended",
  action: actionOf("read"),
};

export const leaveOffer: Offer = {
  label: "Leave them",
  description: "They stay unanswered",
  category: "manual",
  action: actionOf("leave"),
};

/** `tell` makes the ids differ from those of an earlier line. */
export function missedChoices(session: string, tell: string): ChoicesBlock {
  const choices = [readOffer, leaveOffer].map(({ action, ...offer }) => ({
    ...offer,
    id: `${MISSED_PREFIX}${action.type === "command" ? action.options.action : ""}.${tell}`,
    session_id: session,
    turn_id: tell,
    state: "open" as const,
  }));
  return { type: "choices", choices };
}

export function resolveMissed(choiceId: string): (ChoiceAction & { type: "command" }) | undefined {
  const [, action] = /^hrd_(read|leave)\./.exec(choiceId) ?? [];
  return action === undefined ? undefined : actionOf(action);
}
