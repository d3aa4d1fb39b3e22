import type { Change } from "../domain/bible/change.ts";
import type { StaleMark, StaleWrite } from "../domain/bible/stale.ts";
import type { ItemFailure, ItemStatus, Operation, OperationItem, Usage } from "../domain/operation.ts";

/** How an item ends that writes nothing to the bible. `entry_id`: what it worked on. */
export interface Unwritten {
  readonly entry_id?: string;
  readonly at: string;
}

/** An item that made an entry. */
export interface MadeItem {
  readonly index: number;
  readonly name: string;
  readonly change: Change;
}

export interface OperationStore {
  get(id: string): Promise<Operation | undefined>;
  ofTurn(turnId: string): Promise<Operation | undefined>;
  /** In their order. `within`: the first and the last index asked for. `after`: the last index known. `last`: so many from the end. */
  items(
    id: string,
    filter?: {
      status?: readonly ItemStatus[];
      within?: { readonly first: number; readonly last: number };
      after?: number | undefined;
      limit?: number | undefined;
      last?: number | undefined;
    },
  ): Promise<readonly OperationItem[]>;
  /** Why items failed, the most frequent reason first. */
  failures(id: string, limit: number): Promise<readonly ItemFailure[]>;
  /** Newest first, from before the operation `before`. "open": what runs, waits, is paused, or has items that failed. "ended": what does not run. */
  list(
    projectId: string,
    limit: number,
    filter?: { standing?: "open" | "ended"; before?: string | undefined },
  ): Promise<readonly Operation[]>;
  /** Not ended, or ended but not shown: what recovery takes up at start. */
  unfinished(): Promise<readonly Operation[]>;
  /**
   * Writes the item's change and what that puts out of date or brings up to date, and marks the item completed, all or
   * nothing; the last item ends the operation in the same write. Answers undefined, having written nothing, when the item
   * is no longer wanted (completed, cancelled). Throws ConflictError when the name is taken, and when somebody wrote the
   * entry after the change's `before`. `usage`, here and below: what it took of a language model is counted in the same
   * write, also of an item that is no longer wanted.
   */
  complete(
    id: string,
    index: number,
    name: string,
    result: Change | Unwritten,
    stale?: StaleWrite,
    usage?: Usage,
  ): Promise<Operation | undefined>;
  /** As `complete` for several items that each make an entry, all or nothing: one that is no longer wanted, or a name that is taken, keeps all from being written. */
  completeAll(id: string, items: readonly MadeItem[]): Promise<Operation | undefined>;
  /** Shows a pending item as one that is being made. Does nothing for any other. */
  begun(id: string, index: number): Promise<void>;
  /** Adds to what the operation used of a language model, where no item's write does. */
  spent(id: string, usage: Usage): Promise<void>;
  /** Counts a try that came to nothing and will be made again, and keeps why. Does nothing for an item no longer wanted. */
  tried(id: string, index: number, error: string, usage?: Usage): Promise<void>;
  /**
   * Counts the try, or all `attempts` when fewer were counted, and
   * marks an item failed with an error in plain words; the last item ends the operation, at `at` or by the store's clock.
   * Answers undefined, having written nothing, when the item is no longer wanted.
   */
  fail(
    id: string,
    index: number,
    error: string,
    attempts: number,
    at?: string,
    usage?: Usage,
  ): Promise<Operation | undefined>;
  /** Pending and running items become cancelled, and the operation with them. Answers the operation and the indexes cancelled; undefined when it has ended. */
  cancel(id: string, at: string): Promise<{ operation: Operation; indexes: readonly number[] } | undefined>;
  /** Keeps items from being begun; those that run end. Undefined when it has ended, or is paused. */
  pause(id: string): Promise<Operation | undefined>;
  /** Goes on, in a new round, with the items that wait. Undefined when it is not paused. */
  resume(id: string): Promise<{ operation: Operation; indexes: readonly number[] } | undefined>;
  /** Failed items become pending again in a new round. Undefined when none failed, or others have not ended. */
  retry(id: string): Promise<{ operation: Operation; indexes: readonly number[] } | undefined>;
  /** Marks what the changes of an operation put out of date. A change that is taken back by now marks nothing, and none marks twice. */
  outdates(marks: readonly StaleMark[]): Promise<void>;
  /** Does nothing while the operation runs. */
  markShown(id: string): Promise<void>;
}
