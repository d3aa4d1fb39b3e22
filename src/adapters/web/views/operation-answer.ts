import type { Operation } from "../../../domain/operation.ts";
import type { OperationStore } from "../../../ports/operation-store.ts";
import type { OperationAnswer } from "../schemas/operation.ts";

const MOST_ITEMS = 1_000;

export async function operationAnswer(
  operations: OperationStore,
  operation: Operation,
): Promise<OperationAnswer> {
  return { ...operation, items: [...(await operations.items(operation.id, { limit: MOST_ITEMS }))] };
}
