import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { Operation, OperationType } from "../../domain/operation.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { type Control, createControl } from "./control.ts";
import { everyItem, jobsOf } from "./jobs-of.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import { bulkAsk, bulkType } from "./kinds.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { progressBlocks } from "./progress-blocks.ts";

export const MAX_BRIEF_CHARS = 2_000;

export interface Bulk extends Control {
  /** Starts an operation, or refuses it with what the workflow misses. Throws UserError for a count or kind that cannot be. */
  start(turn: Turn, kind: string, count: string | number, brief: string): Promise<Outcome>;
  /** The project's latest operations. */
  list(turn: Turn): Promise<Outcome>;
  /** Takes up what was running when the process last died: missing jobs are queued again, endings are shown. */
  recover(): Promise<void>;
}

export function createBulk(parts: BulkParts, progress: Progress): Bulk {
  return {
    start: async (turn, kind, count, brief) => start(parts, turn, bulkType(kind), count, brief),
    ...createControl(parts, progress),
    list: (turn) => list(parts, turn),
    recover: () => recover(parts, progress),
  };
}

async function start(
  parts: BulkParts,
  turn: Turn,
  type: OperationType,
  said: string | number,
  brief: string,
): Promise<Outcome> {
  const kind = BULK_KINDS[type];
  const ask = bulkAsk(kind, said);
  if (brief.length > MAX_BRIEF_CHARS) {
    throw new UserError(
      "too_large",
      `The brief has ${brief.length} characters; at most ${MAX_BRIEF_CHARS} fit.`,
      "Say it shorter, or send the long text as a message first.",
    );
  }
  const gate = kind.gate === undefined ? undefined : checkGate(turn, kind.gate);
  if (gate?.ok === false) return refused(gate);
  const seed = parts.ids.seed();
  const plan = await kind.plan(parts, { film: turn, ...ask, brief, seed });
  if (!plan.ok) throw plan.reason;
  const { total, targets, note } = plan;
  const now = parts.clock.now();
  const operation: Operation = {
    id: parts.ids.next("operation"),
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    type,
    brief,
    ...(ask.selection === undefined ? {} : { selection: ask.selection }),
    status: "pending",
    progress: { completed: 0, total, failed: 0, cancelled: 0 },
    message_id: turn.reply_id,
    shown: false,
    round: 0,
    seed,
    by: turn.person.id,
    ...(turn.person.name === undefined ? {} : { by_name: turn.person.name }),
    started_at: now.toISOString(),
  };
  return {
    blocks: [
      ...(note === undefined ? [] : [{ type: "text" as const, text: note }]),
      ...progressBlocks(operation, { names: [], failures: [] }, now.getTime()),
    ],
    operation: { operation, items: total, ...(targets ? { targets } : {}) },
    afterCommit: () => parts.queue.add(jobsOf(parts, operation, everyItem(operation))),
  };
}

async function list(parts: BulkParts, turn: Turn): Promise<Outcome> {
  const operations = await parts.operations.list(turn.project.id, 10);
  if (operations.length === 0) return say("No bulk work yet. Type for example: /bulk characters 10");
  const items = operations.map(
    (operation) =>
      `${operation.type}, ${operation.status}: ${count(operation)} (${operation.started_at.slice(0, 16).replace("T", " ")})`,
  );
  return { blocks: [{ type: "list", title: "Bulk work, newest first", items }] };
}

async function recover(parts: BulkParts, progress: Progress): Promise<void> {
  for (const operation of await parts.operations.unfinished()) {
    const open =
      operation.ended_at === undefined && operation.status !== "paused"
        ? await parts.operations.items(operation.id, { status: ["pending", "processing"] })
        : [];
    const jobs = jobsOf(
      parts,
      operation,
      open.map((item) => item.index),
    );
    await parts.queue.forget(jobs.map((job) => job.id));
    await parts.queue.add(jobs);
    await progress.show(operation.id);
  }
}

const count = (operation: Operation) =>
  `${operation.progress.completed} of ${operation.progress.total} ${operation.type}`;
const say = (text: string): Outcome => ({ blocks: [{ type: "text", text }] });
