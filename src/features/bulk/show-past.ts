import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Operation } from "../../domain/operation.ts";
import { usageText } from "./estimate.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { BulkParts } from "./parts.ts";

const PAGE = 10;

/** The project's bulk work that has ended, newest first: what, who, when, how long, for how much and how it came out. `before`: the last one seen. */
export async function showPast(
  { operations }: Pick<BulkParts, "operations">,
  turn: Turn,
  before?: string,
): Promise<Outcome> {
  const found = await operations.list(turn.project.id, PAGE + 1, { standing: "ended", before });
  const page = found.slice(0, PAGE);
  if (page.length === 0) {
    const text = before === undefined ? "No bulk work has ended here yet." : "There is nothing older.";
    return { blocks: [{ type: "text", text }] };
  }
  return {
    blocks: [
      {
        type: "table",
        title: before === undefined ? "Bulk work that has ended, newest first" : "Earlier bulk work",
        columns: ["Work", "By", "Began (UTC)", "Took", "Cost", "Result", "Details"],
        rows: page.map(rowOf),
      },
      ...(found.length > PAGE ? [{ type: "offers" as const, offers: [older(page.at(-1)?.id)] }] : []),
    ],
  };
}

function rowOf(operation: Operation): string[] {
  const { type, progress, by_name, started_at, ended_at, usage } = operation;
  return [
    `${progress.total} ${type}`,
    by_name ?? "",
    started_at.slice(0, 16).replace("T", " "),
    ended_at === undefined ? "" : duration(Date.parse(ended_at) - Date.parse(started_at)),
    usage ? usageText(usage) : "nothing",
    resultOf(operation),
    `/jobs ${operation.id}`,
  ];
}

/** "8 made, 2 failed". */
function resultOf({ type, progress: { completed, failed, cancelled } }: Operation): string {
  const parts = [
    `${completed} ${BULK_KINDS[type].past}`,
    failed > 0 ? `${failed} failed` : "",
    cancelled > 0 ? `${cancelled} cancelled` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** "under 1 s", "42 s", "3 min 5 s", "2 h 10 min". */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 1) return "under 1 s";
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const older = (before: string | undefined): Offer => ({
  label: "Older",
  description: "Shows the bulk work before these",
  category: "manual",
  action: { type: "command", command: "jobs", options: { action: "history", before } },
});
