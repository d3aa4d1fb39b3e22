import { countWords } from "../../domain/bible/describe.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { ImportItem } from "../../domain/import/match-rows.ts";
import type { TablePlan } from "../../domain/import/plan-import.ts";
import type { ImportPlan } from "./import-plan.ts";

/** "12 characters", "5 entries" where there are several kinds. */
export function itemWords(items: readonly Pick<ImportItem, "kind">[], schema: ProjectSchema): string {
  const [kind, ...others] = new Set(items.map((item): EntryKind => item.kind));
  if (kind !== undefined && others.length === 0) return countWords(items.length, kind, schema);
  return `${items.length} ${items.length === 1 ? "entry" : "entries"}`;
}

export const itemsOf = (plan: ImportPlan): readonly ImportItem[] => plan.tables.flatMap(({ items }) => items);

/** "12 new characters", "12 characters: 8 new, 2 updates, 1 known already, 1 differs from the bible, 1 row left out". */
export function summaryOf(plan: ImportPlan, schema: ProjectSchema): string {
  const updates = itemsOf(plan).filter(({ entry }) => entry !== undefined).length;
  const counts = [
    [itemsOf(plan).length - updates, "new", "new"],
    [updates, "update", "updates"],
    [sum(plan, ({ same }) => same), "known already", "known already"],
    [sum(plan, ({ held }) => held), "differs from the bible", "differ from the bible"],
    [sum(plan, leftOut), "row left out", "rows left out"],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  const named = plan.tables.flatMap(({ table: { kind }, items, same, held }) =>
    Array.from({ length: items.length + same + held }, () => ({ kind })),
  );
  const all = itemWords(named, schema);
  const [[isNew = 0]] = counts;
  return told.length === 1 && isNew > 0 ? all.replace(/^\S+/, "$& new") : `${all}: ${told.join(", ")}`;
}

const sum = (plan: ImportPlan, count: (table: TablePlan) => number): number =>
  plan.tables.reduce((total, table) => total + count(table), 0);

const leftOut = ({ problems }: TablePlan): number =>
  problems.filter(({ type }) => type === "nameless" || type === "bad_name" || type === "locked").length;
