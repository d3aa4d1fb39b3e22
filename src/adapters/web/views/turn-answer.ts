import type { InboundEvent } from "../../../chat/inbound-event.ts";
import { saidIdOf } from "../../../chat/turn-ids.ts";
import type { TurnView } from "../../../chat/turn-record.ts";
import type { OperationStore } from "../../../ports/operation-store.ts";
import type { TurnAnswer } from "../schemas/turn.ts";
import { operationAnswer } from "./operation-answer.ts";

/**
 * A turn as its caller is told: `message_id` is what the caller said, where words were said, and the reply's id
 * otherwise; the work it began comes with its items.
 */
export async function turnAnswer(
  operations: OperationStore,
  view: TurnView,
  { type }: Pick<InboundEvent, "type">,
): Promise<TurnAnswer> {
  const { reply, changes, choices, operation, ...rest } = view;
  const spoken = type === "message" || type === "command";
  return {
    ...rest,
    message_id: spoken ? saidIdOf(view.turn_id) : reply.message_id,
    reply: { ...reply, blocks: [...reply.blocks] },
    changes: [...changes],
    choices: [...choices],
    ...(operation === undefined ? {} : { operation: await operationAnswer(operations, operation) }),
  };
}
