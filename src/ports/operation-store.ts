import type { Change } from "../domain/bible/change.ts";
import type { ItemStatus, Operation, OperationItem } from "../domain/operation.ts";

export interface OperationStore {
  get(id: string): Promise<Operation | undefined>;
  ofTurn(turnId: string): Promise<Operation | undefined>;
  items(id: string, filter?: { status?: readonly ItemStatus[] }): Promise<readonly OperationItem[]>;
  list(projectId: string, limit: number): Promise<readonly Operation[]>;
  /** Not ended, or ended but not shown: what recovery takes up at start. */
  unfinished(): Promise<readonly Operation[]>;
  /**
   * Writes the item's entry and change and marks it completed, all or nothing; the last item ends the operation in the same
   * write. Answers undefined, having written nothing, when the item is no longer wanted (completed, cancelled).
   * Throws ConflictError when the name is taken. Changes without a `before` only.
   */
  complete(id: string, index: number, name: string, change: Change): Promise<Operation | undefined>;
  /**
   * Marks an item failed with an error in plain words; the last item ends the operation, at `at` or by the store's clock.
   * Answers undefined, having written nothing, when the item is no longer wanted.
   */
  fail(
    id: string,
    index: number,
    error: string,
    attempts: number,
    at?: string,
  ): Promise<Operation | undefined>;
  /** Pending and running items become cancelled, and the operation with them. Answers the operation and the indexes cancelled; undefined when it has ended. */
  cancel(id: string, at: string): Promise<{ operation: Operation; indexes: readonly number[] } | undefined>;
  /** Failed items become pending again in a new round. Undefined when none failed. */
  retry(id: string): Promise<{ operation: Operation; indexes: readonly number[] } | undefined>;
  /** Does nothing while the operation runs. */
  markShown(id: string): Promise<void>;
}
