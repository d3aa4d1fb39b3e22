import { slashOf } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Operation, OperationItem } from "../../domain/operation.ts";
import { usageText } from "./estimate.ts";
import { ownOperation } from "./may-control.ts";
import type { BulkParts } from "./parts.ts";
import { jobLine } from "./show-jobs.ts";

const PAGE = 20;

const STATUS: Readonly<Record<OperationItem["status"], string>> = {
  pending: "to do",
  processing: "under way",
  completed: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** An operation item by item, twenty a page; `after` is the index of the last item seen. */
export async function showDetails(
  parts: Pick<BulkParts, "operations" | "bible" | "clock">,
  turn: Turn,
  id: string,
  after?: number,
): Promise<Outcome> {
  const operation = await ownOperation(parts, turn, id);
  const found = await parts.operations.items(operation.id, { after, limit: PAGE + 1 });
  const page = found.slice(0, PAGE);
  const entries = await entriesOf(parts, page);
  const { total } = operation.progress;
  const title = jobLine(operation, parts.clock.now());
  if (page.length === 0) return { blocks: [{ type: "text", text: `${title}\nThere are no more items.` }] };
  const rows = page.map((item) => rowOf(item, entries));
  const last = page.at(-1)?.index ?? 0;
  return {
    blocks: [
      {
        type: "table",
        title,
        ...withoutEmpty(["#", "Item", "Status", "Tries", "What happened"], rows),
        note: noteOf(operation, page, entries),
      },
      ...(found.length > PAGE
        ? [{ type: "offers" as const, offers: [moreOffer(operation, last, total)] }]
        : []),
    ],
  };
}

/** Where every item went well at once, there is nothing to say of tries; a phone shows few columns. */
function withoutEmpty(columns: readonly string[], rows: readonly string[][]) {
  const [tries, happened] = [columns.indexOf("Tries"), columns.indexOf("What happened")];
  const tells = rows.some((row) => row[happened] !== "" || !["", "1"].includes(row[tries] ?? ""));
  const kept = (cells: readonly string[]) =>
    cells.filter((_, at) => tells || (at !== tries && at !== happened));
  return { columns: kept(columns), rows: rows.map(kept) };
}

async function entriesOf(
  { bible }: Pick<BulkParts, "bible">,
  items: readonly OperationItem[],
): Promise<ReadonlyMap<string, Entry>> {
  const ids = items.flatMap(({ entry_id }) => entry_id ?? []);
  const entries = ids.length > 0 ? await bible.get(ids) : [];
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function rowOf(item: OperationItem, entries: ReadonlyMap<string, Entry>): string[] {
  const entry = item.entry_id === undefined ? undefined : entries.get(item.entry_id);
  const renamed = entry && item.name !== undefined && entry.name !== item.name && item.target === undefined;
  const gone = entry?.status === "removed" ? "taken back since" : "";
  const happened = item.error ?? (renamed ? `called ${entry.name} now` : gone);
  return [
    `${item.index + 1}`,
    item.name ?? entry?.name ?? "–",
    STATUS[item.status],
    item.attempts > 0 ? `${item.attempts}` : "",
    happened,
  ];
}

/** How to see one of them, and what they took. */
function noteOf(
  operation: Operation,
  page: readonly OperationItem[],
  entries: ReadonlyMap<string, Entry>,
): string {
  const [first] = page;
  const [entry] = entries.values();
  const range = `${(first?.index ?? 0) + 1} to ${(page.at(-1)?.index ?? 0) + 1} of ${operation.progress.total}.`;
  const spent = operation.usage ? ` It took ${usageText(operation.usage)}.` : "";
  return entry ? `${range} ${slashOf(entry.kind)} ${entry.name} shows one.${spent}` : `${range}${spent}`;
}

const moreOffer = ({ id }: Operation, last: number, total: number): Offer => ({
  label: `Next ${Math.min(PAGE, total - last - 1)}`,
  description: "",
  category: "manual",
  action: {
    type: "command",
    command: "jobs",
    options: { action: "details", operation: id, after: last },
  },
});
