import type { Outcome } from "../../chat/outcome.ts";
import { progressLine } from "../../chat/plain-text.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { Operation } from "../../domain/operation.ts";
import { mayActAs } from "../../domain/role.ts";
import { ago } from "../../lib/ago.ts";
import { controlsFor, labelOf } from "./controls.ts";
import type { BulkParts } from "./parts.ts";
import { progressBlocks } from "./progress-blocks.ts";

const LISTED = 10;
/** So many operations come with buttons; more would be a wall of them. */
const WITH_BUTTONS = 3;
const DEAD_LETTERS = 5;

type JobsParts = Pick<BulkParts, "operations" | "queue" | "clock">;

/** What runs, waits, is paused and failed in this project, newest first; for producers, what the queue gave up, too. */
export async function showJobs(parts: JobsParts, turn: Turn): Promise<Outcome> {
  const [operations, ended] = await Promise.all([
    parts.operations.list(turn.project.id, LISTED, { standing: "open" }),
    parts.operations.list(turn.project.id, 1, { standing: "ended" }),
  ]);
  // What the queue gave up has failed, and its operation stands open for that.
  const dead = operations.length > 0 ? await deadLetters(parts, turn) : [];
  const now = parts.clock.now();
  const blocks: DraftBlock[] =
    operations.length === 0
      ? [{ type: "text", text: "No bulk work is under way. Type for example: /bulk characters 10" }]
      : [
          {
            type: "list",
            title: "Bulk work under way, newest first",
            items: operations.map((operation) => `${jobLine(operation, now)} · /jobs ${operation.id}`),
          },
        ];
  const past = ended.length > 0 ? [PAST] : [];
  const offers = [...operations.slice(0, WITH_BUTTONS).flatMap(offersOf), ...past];
  return {
    blocks: [...blocks, ...dead, ...(offers.length > 0 ? [{ type: "offers" as const, offers }] : [])],
  };
}

/** "Paused at 3 of 10 characters, by Ada, 5 minutes ago, 22 Nov 2026". */
export function jobLine(operation: Operation, now: Date): string {
  const [progress] = progressBlocks(operation, { names: [], failures: [] });
  const standing = progress?.type === "progress" ? progressLine(progress) : operation.type;
  const by = operation.by_name === undefined ? "" : `, by ${operation.by_name}`;
  return `${standing}${by}, ${ago(new Date(operation.started_at), now)}`;
}

const offersOf = (operation: Operation): Offer[] =>
  controlsFor(operation).map((control) => ({
    label: `${labelOf(control)}: ${operation.progress.total} ${operation.type}`,
    description: "",
    category: control === "resume" || control === "retry" ? "recommended" : "manual",
    action: { type: "command", command: "jobs", options: { action: control, operation: operation.id } },
  }));

const PAST: Offer = {
  label: "What ran before",
  description: "Shows the bulk work that has ended",
  category: "manual",
  action: { type: "command", command: "jobs", options: { action: "history" } },
};

/** The queue serves all projects: only what belongs to operations of this one is shown. */
async function deadLetters(parts: JobsParts, turn: Turn): Promise<DraftBlock[]> {
  if (!mayActAs(turn.person.role, "producer")) return [];
  const failed = await parts.queue.failed(DEAD_LETTERS);
  const own = await Promise.all(
    failed.map(async (job) => {
      const [operationId = ""] = job.id.split(".");
      const operation = await parts.operations.get(operationId);
      return operation?.project_id === turn.project.id ? [{ ...job, operation }] : [];
    }),
  );
  const rows = own
    .flat()
    .map(({ operation, attempts, error, at }) => [
      `${operation.progress.total} ${operation.type}`,
      `${attempts}`,
      error,
      at.slice(0, 16).replace("T", " "),
    ]);
  if (rows.length === 0) return [];
  return [
    { type: "table", title: "Given up by the queue", columns: ["Work", "Tries", "Why", "When (UTC)"], rows },
  ];
}
