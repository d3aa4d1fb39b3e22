import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import type { Operation } from "../../domain/operation.ts";
import { enqueue } from "./enqueue.ts";
import { everyItem, jobsOf } from "./jobs-of.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import { mayControl } from "./may-control.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { publishStop } from "./stops.ts";

export interface Control {
  /** Stops what runs and what waits; keeps what is made and offers to take it back. */
  cancel(turn: Turn, operationId: string): Promise<Outcome>;
  /** What runs ends, what waits stays until Resume. */
  pause(turn: Turn, operationId: string): Promise<Outcome>;
  resume(turn: Turn, operationId: string): Promise<Outcome>;
  /** Tries again what failed, and nothing else. */
  retry(turn: Turn, operationId: string): Promise<Outcome>;
  /** Throws UserError for those who may not take back what this operation made. */
  mayUndo(turn: Turn, operationId: string): Promise<void>;
}

/** Acts on bulk work, for the person who started it and for producers. Throws UserError for others, and for what is not there. */
export function createControl(parts: BulkParts, progress: Progress): Control {
  return {
    cancel: (turn, id) => cancel(parts, progress, turn, id),
    pause: (turn, id) => pause(parts, progress, turn, id),
    resume: (turn, id) => resume(parts, progress, turn, id),
    retry: (turn, id) => retry(parts, progress, turn, id),
    mayUndo: async (turn, id) => {
      const operation = await mayControl(parts, turn, id, "take back");
      if (operation.ended_at !== undefined) return;
      throw new UserError(
        "conflict",
        "This work has not ended, so more would come after what I take back.",
        "Cancel it first.",
      );
    },
  };
}

async function cancel(parts: BulkParts, progress: Progress, turn: Turn, id: string): Promise<Outcome> {
  const before = await mayControl(parts, turn, id, "cancel");
  const cancelled = await parts.operations.cancel(before.id, parts.clock.now().toISOString());
  if (!cancelled) return refuse(`That operation had already ended: ${count(before)} made.`, LOOK);
  const { operation, indexes } = cancelled;
  publishStop(parts.bus, operation.id);
  // Jobs that are still in the queue find nothing to do; taking many out takes long, and nobody waits for it.
  const jobs = jobsOf(parts, operation, everyItem(operation)).map((job) => job.id);
  parts.queue.cancel(jobs).catch((error: unknown) => {
    parts.logger.warn({ err: error, operation_id: operation.id }, "cancelled jobs stay in the queue for now");
  });
  await progress.show(operation.id);
  const { past, writes } = BULK_KINDS[operation.type];
  if (operation.progress.completed === 0) return say(`Cancelled: none of the ${operation.type} was ${past}.`);
  const text = `Cancelled. ${count(operation)} were ${past} and are kept; the other ${indexes.length} will not be.`;
  if (!writes) return say(text);
  return {
    blocks: [
      { type: "text", text },
      { type: "offers", offers: [undoOffer(operation)] },
    ],
  };
}

async function pause(parts: BulkParts, progress: Progress, turn: Turn, id: string): Promise<Outcome> {
  const before = await mayControl(parts, turn, id, "pause");
  const operation = await parts.operations.pause(before.id);
  if (!operation) return asItStands((await parts.operations.get(before.id)) ?? before);
  await progress.show(operation.id);
  const { completed, failed, total } = operation.progress;
  return say(
    `Paused: what runs now is finished, and the rest of the ${total - completed - failed} ${operation.type} waits. Resume goes on where it stopped.`,
  );
}

async function resume(parts: BulkParts, progress: Progress, turn: Turn, id: string): Promise<Outcome> {
  const before = await mayControl(parts, turn, id, "resume");
  const resumed = await parts.operations.resume(before.id);
  if (!resumed) return asItStands((await parts.operations.get(before.id)) ?? before);
  const { operation, indexes } = resumed;
  await enqueue(parts, jobsOf(parts, operation, indexes));
  await progress.show(operation.id);
  return say(`Going on with the ${indexes.length} ${operation.type} that are left.`);
}

async function retry(parts: BulkParts, progress: Progress, turn: Turn, id: string): Promise<Outcome> {
  const before = await mayControl(parts, turn, id, "retry");
  const retried = await parts.operations.retry(before.id);
  if (!retried)
    return before.progress.failed > 0 && before.ended_at === undefined
      ? refuse("The rest has not ended yet.", "Retry the failed ones when it has.")
      : refuse("Nothing of that operation failed, so there is nothing to retry.", LOOK);
  await enqueue(parts, jobsOf(parts, retried.operation, retried.indexes));
  await progress.show(before.id);
  return say(`Trying ${retried.indexes.length} failed ${retried.operation.type} again.`);
}

export const undoOffer = ({ id, type, progress }: Operation): Offer => ({
  label: "Undo all",
  description: `Takes back the ${progress.completed} ${type} this made`,
  category: "manual",
  action: { type: "command", command: "jobs", options: { action: "undo", operation: id } },
});

function asItStands(operation: Operation): Outcome {
  if (operation.ended_at !== undefined)
    return refuse(`That operation has ended: ${count(operation)} made.`, LOOK);
  return operation.status === "paused"
    ? refuse("It is paused already.", "Resume goes on where it stopped.")
    : refuse("It is not paused; it goes on by itself.", LOOK);
}

const LOOK = "Type /jobs to see what can be done.";

/** Nothing was done, which is said to people and to programs. */
const refuse = (message: string, hint: string): Outcome => ({
  refusal: { code: "conflict", message, hint },
  blocks: [{ type: "text", text: `${message} ${hint}` }],
});

const count = ({ progress, type }: Operation) => `${progress.completed} of ${progress.total} ${type}`;
const say = (text: string): Outcome => ({ blocks: [{ type: "text", text }] });
