import type { TurnRecord, TurnView } from "../chat/turn-record.ts";

export interface TurnStore {
  /**
   * Writes all of a turn or nothing, and marks its event done. Throws ConflictError when an entry, the project
   * or a name was written by someone else since it was read; then nothing is written and the turn decides anew.
   * A turn already committed is not written again (answers false).
   */
  commit(record: TurnRecord): Promise<boolean>;
  /** A finished turn, by its event's id. */
  findByEvent(eventId: string): Promise<TurnView | undefined>;
}
