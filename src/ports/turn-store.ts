import type { TurnRecord, TurnView } from "../chat/turn-record.ts";

export interface Written {
  /**
   * The reply is the next thing its session has to be sent, and can be sent as it was written: nothing waits before it,
   * nothing of it is shown already, and nothing that was given up is to be told of with it.
   */
  readonly clear: boolean;
}

export interface TurnStore {
  /**
   * Writes all of a turn or nothing, and marks its event done. Throws ConflictError when an entry, the project
   * or a name was written by someone else since it was read; then nothing is written and the turn decides anew.
   * A turn already committed is not written again (answers undefined).
   */
  commit(record: TurnRecord): Promise<Written | undefined>;
  /** A finished turn, by its event's id. */
  findByEvent(eventId: string): Promise<TurnView | undefined>;
}
