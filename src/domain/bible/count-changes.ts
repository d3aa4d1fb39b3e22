import type { Change } from "./change.ts";
import { type Counts, countOf, type EntryKind } from "./kinds.ts";

/** The counts of living entries once the changes are written. */
export function countsAfter(counts: Counts, changes: readonly Change[]): Counts {
  const after: Record<EntryKind, number> = { ...counts };
  for (const change of changes)
    after[change.kind] = countOf(after, change.kind) + living(change.after) - living(change.before);
  return after;
}

const living = (entry: Change["after"]): number => (entry === null || entry.status === "removed" ? 0 : 1);
