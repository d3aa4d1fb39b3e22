import type { Turn } from "../../chat/turn.ts";
import { authorOfTurn } from "../../chat/turn-author.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { countOf, type EntryKind } from "../../domain/bible/kinds.ts";
import { putAside } from "../../domain/bible/put-aside.ts";
import type { Refusal } from "../../domain/workflow/refusal.ts";
import {
  countedRollback,
  type Rollback,
  type RollbackMove,
  rollbackTo,
} from "../../domain/workflow/rollback.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import { MAX_ASIDE, type RollbackParts } from "./rollback-parts.ts";
import { lockedRefusal, tooMany } from "./rollback-refusals.ts";

const PAGE = 500;

/** A roll-back with all that it would write. */
export interface PlannedRollback extends Rollback {
  readonly changes: readonly Change[];
}

/**
 * What going back to a step would write, all of it or a refusal. Reads the entries that go in pages, and what is linked to
 * them at once; a roll-back that is too large for one turn is refused before anything is read.
 */
export async function planRollback(
  parts: RollbackParts,
  turn: Turn,
  step: string,
  reason: string,
): Promise<PlannedRollback | Refusal> {
  const move: RollbackMove = {
    step,
    reason,
    by: turn.person.id,
    by_name: turn.person.name,
    at: parts.clock.now().toISOString(),
    turn_id: turn.id,
    branch_id: parts.ids.next("branch"),
  };
  const rollback = rollbackTo(turn, move);
  if (!rollback.ok) return rollback;
  const total = rollback.kinds.reduce((sum, kind) => sum + countOf(turn.counts, kind), 0);
  if (total > MAX_ASIDE) return tooMany(turn, rollback.branch, `${total} entries`);
  const gone = await entriesOf(parts.bible, turn.project.id, rollback.kinds);
  const ids = gone.map((entry) => entry.id);
  const linked = ids.length > 0 ? await parts.bible.linkedTo(ids, MAX_ASIDE + 1) : [];
  const affected = new Set([...ids, ...linked.map((entry) => entry.id)]).size;
  if (affected > MAX_ASIDE) return tooMany(turn, rollback.branch, `more than ${MAX_ASIDE} entries`);
  const aside = putAside(gone, linked, authorOfTurn(turn, parts));
  if (!aside.ok) return lockedRefusal(turn, rollback.branch, aside.locked);
  const removed = aside.changes.filter(({ action }) => action === "removed");
  return { ...countedRollback(rollback, countsIn(removed)), changes: aside.changes };
}

async function entriesOf(
  bible: BibleStore,
  projectId: string,
  kinds: readonly EntryKind[],
): Promise<Entry[]> {
  const found: Entry[] = [];
  for (const kind of kinds)
    for (let after: string | undefined; ; ) {
      const page = await bible.list(projectId, { kind, limit: PAGE, ...(after ? { after } : {}) });
      found.push(...page);
      after = page.at(-1)?.id;
      if (page.length < PAGE || found.length > MAX_ASIDE) break;
    }
  return found;
}

const countsIn = (changes: readonly Change[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(changes, ({ kind }) => kind as string)].map(([kind, each]) => [kind, each.length]),
  );
