import type { InboundEvent } from "../../chat/inbound-event.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Choice, ChoiceAction, Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { ConverseParts } from "./parts.ts";

/** What was pressed. A computed choice is stored once a press has used it up, or put it to the vote. */
export type Found =
  | { readonly type: "stored"; readonly choice: Choice; readonly message_id: string }
  | {
      readonly type: "computed";
      readonly action: ChoiceAction;
      readonly offer: Offer | undefined;
      /** The message that shows it, where that is known. */
      readonly message_id: string | undefined;
    }
  | { readonly type: "outgrown"; readonly told?: string | undefined };

/** Finds what a pressed button does. Throws UserError for a choice that does not exist here. */
export async function findPress(
  parts: Pick<ConverseParts, "choices" | "presses">,
  turn: Turn,
  { choice_id }: InboundEvent & { type: "choice" },
): Promise<Found> {
  const resolver = parts.presses.find(({ prefix }) => choice_id.startsWith(prefix));
  const stored = await parts.choices.get(choice_id);
  if (stored) {
    const { session_id, project_id } = stored.choice;
    // A computed choice is the project's: it is the same one in all of its sessions.
    const here = session_id === turn.session.id || (resolver && project_id === turn.project.id);
    if (!here) throw notHere();
    return { type: "stored", ...stored };
  }
  const action = resolver?.resolve(turn, choice_id);
  if (action === undefined) throw notHere();
  if (action === "expired") return { type: "outgrown", told: resolver?.late?.(turn) };
  return {
    type: "computed",
    action,
    offer: resolver?.offer?.(turn, choice_id),
    message_id: resolver?.shownIn?.(choice_id),
  };
}

const notHere = () =>
  new UserError(
    "not_found",
    "This choice does not belong to this session.",
    "Type /workflow to see what can be done next.",
  );
