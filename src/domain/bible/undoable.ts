import type { Change } from "./change.ts";
import type { Author } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { undoRefusals } from "./undo.ts";

/** What is left out may leave something else in the way; more rounds than that are no longer what anybody asked for. */
const ROUNDS = 5;

/** Of these changes, newest first as `undoAll` takes them, those that can be taken back together while the others stay. */
export function undoableOf(
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): readonly Change[] {
  let left = changes;
  for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
    const refusals = undoRefusals(left, entries, author);
    if (refusals.length === 0) return left;
    const stay = new Set(refusals.map(({ entry_id }) => entry_id));
    left = left.filter(({ entry_id }) => !stay.has(entry_id));
  }
  return [];
}
