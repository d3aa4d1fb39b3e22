import type { Reading } from "../domain/reading/reading.ts";
import type { Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/** One thing Backlot can do with what people say. converse asks each skill in order; all that claim a reading run, and their outcomes are joined. */
export interface Skill {
  readonly name: string;
  /**
   * Claims by the words alone, is asked before anybody reads them, and then answers alone: a pasted sheet is too long to
   * be read as talk, and a word that answers a question is no statement.
   */
  readonly unread?: boolean;
  /** Runs when no other claims. */
  readonly otherwise?: boolean;
  claims(turn: Turn, reading: Reading): boolean | Promise<boolean>;
  run(turn: Turn, reading: Reading): Promise<Outcome>;
}
