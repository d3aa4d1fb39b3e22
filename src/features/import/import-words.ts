import { countWords } from "../../domain/bible/describe.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { ImportItem } from "../../domain/import/match-rows.ts";
import type { ImportPlan } from "./import-plan.ts";

/** "12 characters", "5 entries" where there are several kinds. */
export function itemWords(items: readonly Pick<ImportItem, "kind">[], schema: ProjectSchema): string {
  const [kind, ...others] = new Set(items.map((item): EntryKind => item.kind));
  if (kind !== undefined && others.length === 0) return countWords(items.length, kind, schema);
  return `${items.length} ${items.length === 1 ? "entry" : "entries"}`;
}

export const itemsOf = (plan: ImportPlan): readonly ImportItem[] => plan.tables.flatMap(({ items }) => items);

/** "12 characters: 9 new, 2 updates, 1 known already, 1 row left out". */
export function summaryOf(plan: ImportPlan, schema: ProjectSchema): string {
  const items = itemsOf(plan);
  const updates = items.filter(({ entry }) => entry !== undefined).length;
  const same = plan.tables.reduce((sum, table) => sum + table.same, 0);
  const out = plan.tables.reduce((sum, table) => sum + leftOut(table.problems), 0);
  const counts = [
    [items.length - updates, "new", "new"],
    [updates, "update", "updates"],
    [same, "known already", "known already"],
    [out, "row left out", "rows left out"],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  const kinds = plan.tables.flatMap(({ table, items: own, same: known }) =>
    Array.from({ length: own.length + known }, () => ({ kind: table.kind })),
  );
  return `${itemWords(kinds, schema)}: ${told.join(", ")}`;
}

const leftOut = (problems: ImportPlan["tables"][number]["problems"]): number =>
  problems.filter(({ type }) => type === "nameless" || type === "bad_name" || type === "locked").length;
