import { openAction } from "../../chat/proposal.ts";
import { pluralOf } from "../../domain/bible/describe.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import type { Offer } from "../../domain/choice.ts";
import type { ImportItem } from "../../domain/import/match-rows.ts";
import { oneRecommended } from "../../domain/one-recommended.ts";
import type { Point } from "../../domain/points/point.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { ImportPlan } from "./import-plan.ts";
import { itemsOf, itemWords } from "./import-words.ts";
import type { ImportWishes, Shown } from "./parts.ts";

const LABEL_CHARS = 80;

/** What can be done with a preview: import all or the new ones, read the rows otherwise, or leave it. */
export function previewOffers(
  plan: ImportPlan,
  point: Point,
  redone: readonly Offer[],
  schema: ProjectSchema,
): Offer[] {
  const items = itemsOf(plan);
  const open = items.filter((item) => item.entry !== undefined || !plan.gates.has(item.kind));
  const fresh = open.filter(({ entry }) => entry === undefined);
  const ids = (some: readonly ImportItem[]) => some.map((item) => String(items.indexOf(item) + 1)).join(",");
  const accept = (label: string, description: string, some: readonly ImportItem[]): Offer => ({
    label,
    description,
    category: "alternative",
    action: openAction("accept", point.id, some.length === items.length ? {} : { item: ids(some) }),
  });
  const importing = {
    ...accept(
      `Import ${itemWords(open, schema)}`,
      "Writes them to the bible in one go; Undo takes them back",
      open,
    ),
    category: "recommended" as const,
  };
  return oneRecommended([
    ...(open.length > 0 ? [importing] : []),
    ...(fresh.length > 0 && fresh.length < open.length ? [newOnly(point.id, ids(fresh))] : []),
    ...redone,
    ...[...plan.gates.values()].flatMap(({ offers }) => [...offers]),
    {
      label: "Cancel",
      description: "Leaves the bible as it is",
      category: "manual",
      action: openAction("decline", point.id),
    },
  ]);
}

const newOnly = (point: string, item: string): Offer => ({
  label: "New ones only",
  description: "Leaves what is there as it is",
  category: "alternative",
  action: { type: "command", command: "import", options: { action: "new", point, item } },
});

/** The same rows read otherwise. */
export function redoOffers(
  plan: ImportPlan,
  shown: Pick<Shown, "message_id"> & { readonly point: Point | undefined },
  wishes: ImportWishes,
  schema: ProjectSchema,
): Offer[] {
  const redo = (label: string, description: string, wish: Partial<ImportWishes>): Offer => ({
    label: ellipsis(label, LABEL_CHARS),
    description,
    category: "alternative",
    action: redoAction(shown.message_id, shown.point?.id, { ...wishes, ...wish }),
  });
  const [only, ...others] = plan.tables;
  const other = others.length === 0 ? (only?.table.other ?? wishes.other) : undefined;
  const unknown = plan.tables.flatMap(({ table }) =>
    table.columns.filter((column) => column.left === "unknown"),
  );
  const differs = plan.tables.some(({ problems }) => problems.some(({ type }) => type === "contradicts"));
  const notes = unknown.length === 1 ? `“${unknown[0]?.header}”` : `${unknown.length} columns`;
  return [
    ...(other === undefined ? [] : [asKind(other, only?.table.kind, redo, schema)]),
    ...(unknown.length === 0 || wishes.keep
      ? []
      : [redo(`Keep ${notes} as notes`, "Adds what matches no field to the notes", { keep: true })]),
    ...(!differs || wishes.over
      ? []
      : [
          redo("Take the changed values too", "The rows count where a person confirmed something else", {
            over: true,
          }),
        ]),
  ];
}

const asKind = (
  kind: EntryKind,
  was: EntryKind | undefined,
  redo: (label: string, description: string, wish: Partial<ImportWishes>) => Offer,
  schema: ProjectSchema,
): Offer =>
  redo(`As ${pluralOf(kind, schema)} instead`, "Reads the rows anew", {
    kind,
    ...(was === undefined ? {} : { other: was }),
  });

/** Puts the same rows to the people again, read otherwise; the point that waits gives way. */
const redoAction = (
  message: string,
  point: string | undefined,
  { kind, other, keep, over }: ImportWishes,
): Offer["action"] => ({
  type: "command",
  command: "import",
  options: {
    action: "redo",
    ...(point === undefined ? { message } : { point }),
    ...(kind === undefined ? {} : { as: kind }),
    ...(other === undefined ? {} : { other }),
    ...(keep ? { keep } : {}),
    ...(over ? { over } : {}),
  },
});
