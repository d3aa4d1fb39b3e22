import type { Reading } from "../domain/reading/reading.ts";
import type { Outcome } from "./outcome.ts";
import type { Turn } from "./turn.ts";

/** One thing Backlot can do with what people say. converse asks each skill in order; all that claim a reading run, and their outcomes are joined. */
export interface Skill {
  readonly name: string;
  /** When it claims, no other runs: the message was meant for it alone. */
  readonly exclusive?: boolean;
  /** Claims by the words alone, and is asked before anybody reads them: a pasted sheet is too long to be read as talk. Exclusive as well. */
  readonly unread?: boolean;
  /** Runs when no other claims. */
  readonly otherwise?: boolean;
  claims(turn: Turn, reading: Reading): boolean | Promise<boolean>;
  run(turn: Turn, reading: Reading): Promise<Outcome>;
}
