import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Turn } from "../../chat/turn.ts";
import type { ChoiceAction } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { ConverseParts } from "./parts.ts";

export interface Press {
  readonly action: ChoiceAction;
  /** The message that shows a stored choice. */
  readonly message_id?: string;
}

/** Finds what a pressed button does. Throws UserError for a choice that does not exist here, or no longer. */
export async function findPress(
  parts: ConverseParts,
  turn: Turn,
  event: InboundEvent & { type: "choice" },
): Promise<Press> {
  const resolver = parts.presses.find((candidate) => event.choice_id.startsWith(candidate.prefix));
  if (resolver) {
    const action = resolver.resolve(turn, event.choice_id);
    if (action === "expired") throw expired();
    if (action) return { action };
  }
  const stored = resolver ? undefined : await parts.choices.get(event.choice_id);
  if (!stored || stored.choice.session_id !== turn.session.id) {
    throw new UserError(
      "not_found",
      "This choice does not belong to this session.",
      "Type /workflow to see what can be done next.",
    );
  }
  if (stored.choice.state === "expired") throw expired();
  return { action: stored.choice.action, message_id: stored.message_id };
}

const expired = () =>
  new UserError(
    "conflict",
    "That choice is out of date: the project has moved on since.",
    "Type /workflow to see the current ones.",
  );
