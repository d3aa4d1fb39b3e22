import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import { linkedIds } from "./links.ts";
import { type EntrySource, loadLinked } from "./load-known.ts";
import { lookupKeys } from "./name-index.ts";

const NAMESAKE_LIMIT = 1_000;
/** Many names that come back at once may each be one entry's own and a part of another's. */
const ENTRIES_PER_KEY = 2;

/**
 * The entries that taking changes back must know, in at most three reads: as they stand, what is linked to them and what
 * they link to, and who bears a name that would come back.
 */
export async function loadForUndo(
  source: EntrySource,
  projectId: string,
  changes: readonly Change[],
): Promise<Entry[]> {
  const befores = changes.flatMap((change) => (change.before ? [change.before] : []));
  const made = changes.filter((change) => change.before === null || change.before.status === "removed");
  const ids = [...new Set([...changes.map((change) => change.entry_id), ...befores.flatMap(linkedIds)])];
  const keys = [...new Set(befores.flatMap((entry) => lookupKeys(entry.name)))];
  const [own, linked, namesakes] = await Promise.all([
    source.get(ids),
    loadLinked(
      source,
      made.map((change) => change.entry_id),
    ),
    keys.length > 0
      ? source.byKeys(projectId, keys, Math.max(NAMESAKE_LIMIT, keys.length * ENTRIES_PER_KEY))
      : [],
  ]);
  return [...new Map([...namesakes, ...linked, ...own].map((entry) => [entry.id, entry])).values()];
}
