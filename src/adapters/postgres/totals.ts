import type { Entry } from "../../domain/bible/entry.ts";
import { type EntryKind, NO_COUNTS } from "../../domain/bible/kinds.ts";
import { type Tallies, talliesOf } from "../../domain/bible/tallies.ts";
import type { Totals } from "../../domain/workflow/film.ts";

/** What is stored of a project's living entries of one kind. The keys of its tallies go without the kind. */
export interface KindTotals {
  readonly kind: EntryKind;
  readonly living: number;
  readonly tallies: Tallies;
}

/** What a project's rows say together. */
export function totalsOf(rows: readonly KindTotals[]): Totals {
  const counts = { ...NO_COUNTS, ...Object.fromEntries(rows.map(({ kind, living }) => [kind, living])) };
  const tallies: Record<string, number> = {};
  for (const row of rows) {
    for (const [key, count] of Object.entries(row.tallies)) tallies[`${row.kind} ${key}`] = count;
  }
  return { counts, tallies };
}

/**
 * Steps by project and kind, none for what stays the same. They come in one order whatever the entries' is, so that two
 * writers never hold what the other waits for.
 */
export function totalSteps(fates: readonly { before: Entry | null; after: Entry | null }[]) {
  const steps = new Map<string, Step>();
  for (const { before, after } of fates) {
    count(steps, before, -1);
    count(steps, after, 1);
  }
  return [...steps]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { tallies, ...step }]) => ({
      ...step,
      tallies: Object.fromEntries([...tallies].filter(([, by]) => by !== 0)),
    }))
    .filter(({ living, tallies }) => living !== 0 || Object.keys(tallies).length > 0);
}

interface Step {
  readonly project_id: string;
  readonly kind: EntryKind;
  living: number;
  readonly tallies: Map<string, number>;
}

function count(steps: Map<string, Step>, entry: Entry | null, by: 1 | -1): void {
  if (entry === null || entry.status === "removed") return;
  const { project_id, kind } = entry;
  const known = steps.get(`${project_id} ${kind}`);
  const step = known ?? { project_id, kind, living: 0, tallies: new Map<string, number>() };
  if (known === undefined) steps.set(`${project_id} ${kind}`, step);
  step.living += by;
  for (const [key, of] of Object.entries(talliesOf(entry))) {
    const own = key.slice(kind.length + 1);
    step.tallies.set(own, (step.tallies.get(own) ?? 0) + by * of);
  }
}
