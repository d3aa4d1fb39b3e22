import type { ChatMessage } from "../../chat/chat-message.ts";
import type { Person } from "../../chat/inbound-event.ts";
import type { ChoicesBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { TurnRecord } from "../../chat/turn-record.ts";
import type { Choice, Offer } from "../../domain/choice.ts";
import type { DrawnPress } from "./compose.ts";

type Shown = ChoicesBlock["choices"][number];

export const choicesIn = (message: ChatMessage | undefined): Shown[] =>
  (message?.blocks ?? []).flatMap((block) => (block.type === "choices" ? block.choices : []));

/**
 * What a press changes: the message with its choices as they are now, for all to see, and the choices themselves.
 * `changed` are those with other votes or another state; `taken` is the one that acts.
 */
export function drawPress(
  message: ChatMessage | undefined,
  changed: readonly Shown[],
  taken?: { readonly choice_id: string; readonly by: Person },
): DrawnPress {
  const pressed = taken && { choice_id: taken.choice_id, ...pressedBy(taken.by) };
  if (!message) return pressed ? { pressed } : {};
  const now = new Map(changed.map((choice) => [choice.id, choice]));
  const draw = (choice: Shown): Shown => {
    const { id, state, votes, needed } = now.get(choice.id) ?? choice;
    const { votes: _votes, needed: _needed, ...rest } = choice;
    return {
      ...rest,
      state,
      ...(votes ? { votes } : {}),
      ...(needed ? { needed } : {}),
      ...(taken?.choice_id === id ? asPressed(taken.by) : {}),
    };
  };
  const blocks = message.blocks.map((block) =>
    block.type === "choices" ? { ...block, choices: block.choices.map(draw) } : block,
  );
  return {
    ...(pressed ? { pressed } : {}),
    round: { message_id: message.id, version: message.version, choices: changed.map(roundRow) },
    message: { ...message, blocks, version: message.version + 1 },
  };
}

/** A computed choice as its press stores it. */
export function storedPress(turn: Turn, id: string, offer: Offer): NonNullable<TurnRecord["pressed"]> {
  const { session, project, person, id: turnId } = turn;
  const choice = { ...offer, id, session_id: session.id, turn_id: turnId, project_id: project.id };
  return { choice_id: id, ...pressedBy(person), computed: { ...choice, ...asPressed(person) } };
}

const pressedBy = ({ id, name }: Person) => ({ by: id, ...(name === undefined ? {} : { by_name: name }) });

const asPressed = ({ id, name }: Person): Pick<Choice, "state" | "pressed_by" | "pressed_by_name"> => ({
  state: "pressed",
  pressed_by: id,
  ...(name === undefined ? {} : { pressed_by_name: name }),
});

const roundRow = ({ id, state, votes, needed }: Shown) => ({
  id,
  state,
  ...(votes ? { votes } : {}),
  ...(needed ? { needed } : {}),
});
