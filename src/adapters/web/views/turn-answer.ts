import type { TurnView } from "../../../chat/turn-record.ts";
import type { OperationStore } from "../../../ports/operation-store.ts";
import type { TurnAnswer } from "../schemas/turn.ts";
import { operationAnswer } from "./operation-answer.ts";

/** A turn as its caller is told, with the items of the work it began. */
export async function turnAnswer(operations: OperationStore, view: TurnView): Promise<TurnAnswer> {
  const { reply, changes, choices, operation, ...rest } = view;
  return {
    ...rest,
    reply: { ...reply, blocks: [...reply.blocks] },
    changes: [...changes],
    choices: [...choices],
    ...(operation === undefined ? {} : { operation: await operationAnswer(operations, operation) }),
  };
}
