import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import type { Author } from "../../domain/bible/desk.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { StaleStore } from "../../ports/stale-store.ts";

export interface BibleParts {
  readonly bible: BibleStore;
  readonly clock: Clock;
  readonly ids: Ids;
  /** What may be out of date, for those who show entries. */
  readonly stale?: StaleStore;
}

/** Whoever caused the turn, as the author of what it writes. */
export const authorOf = (parts: BibleParts, turn: Turn): Omit<Author, "fact_status"> =>
  authorOfTurn(turn, parts);
