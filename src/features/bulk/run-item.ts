import { AppError, UserError } from "../../domain/errors.ts";
import type { Operation, OperationItem } from "../../domain/operation.ts";
import type { JobRun } from "../../ports/queue.ts";
import { createGrounds, type Ground } from "./grounds.ts";
import type { ItemRunner } from "./item-runner.ts";
import { parseJobId } from "./job-id.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import { makeItem, UnwrittenError, type Wanted } from "./make-item.ts";
import { inPieces, makeTogether } from "./make-together.ts";
import { createMeters } from "./meters.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { createItemTeller } from "./tell-items.ts";
import { whileWanted } from "./while-wanted.ts";

/** Tries of an item that cannot be made. Its job has more: a store that is away uses up none of the item's. */
const ITEM_TRIES = 4;

export function createItemRunner(parts: BulkParts, progress: Progress): ItemRunner {
  const grounds = createGrounds(parts);
  const meters = createMeters(parts);
  const tell = createItemTeller(parts, progress, grounds, meters);

  /** Answers the error when the item is to be tried again. */
  const runItem = async (ground: Ground, item: Wanted, run: JobRun): Promise<unknown> => {
    const { id } = ground.operation;
    const { index } = item;
    // Offline an item takes less than saying so would.
    if (!parts.model.info.offline) await parts.operations.begun(id, index).catch(() => undefined);
    try {
      const made = await makeItem(parts, ground, item, meters(id, index), run.signal);
      tell.made(made.operation, [made.name]);
      return undefined;
    } catch (error) {
      if (run.signal.aborted) return await tell.brokenOff(id, index);
      if (isTurnedAway(error)) return error;
      if (error instanceof UnwrittenError) tell.unheard(id);
      if (mayTryAgain(error, run)) {
        await tell.tried(id, index, inPlainWords(error), error instanceof UnwrittenError);
        return error;
      }
      parts.logger.warn({ err: error, operation_id: id, index }, "an item of an operation failed for good");
      await tell.failed(id, index, inPlainWords(error));
      return undefined;
    }
  };

  return whileWanted(parts, {
    run: async (job, run) => {
      const id = parseJobId(job.id);
      const ground = id && (await grounds.of(id.operation_id, id.round));
      if (!ground) return;
      let broken: unknown;
      const items = await wanted(parts, ground.operation, id, run);
      for (const index of endedBefore(id, run, items)) meters(id.operation_id, index).forget();
      for (const some of inPieces(items)) {
        const together = await makeTogether(parts, ground, some, run.signal);
        tell.made(together.operation, together.names);
        if (together.unheard) tell.unheard(id.operation_id);
        for (const item of together.left) {
          if (run.signal.aborted) return;
          broken = (await runItem(ground, item, run)) ?? broken;
        }
      }
      if (broken !== undefined) throw broken;
    },
    lost: async (jobId, reason) => {
      const id = parseJobId(jobId);
      if (!id) return;
      for (const { index } of await open(parts, id)) await tell.failed(id.operation_id, index, reason);
    },
  });
}

type Carried = NonNullable<ReturnType<typeof parseJobId>>;

/**
 * The items to make. On a later try some are made already, and after a restart a job may come again; asking costs less
 * than making them again to find out, but for the offline engine's.
 */
async function wanted(
  parts: BulkParts,
  { type, told = false }: Operation,
  id: Carried,
  run: JobRun,
): Promise<readonly Wanted[]> {
  const { first, last } = id.items;
  const cheap = parts.model.info.offline && run.attempt === 1;
  if (!cheap || told || BULK_KINDS[type].targeted) return open(parts, id);
  return Array.from({ length: last - first + 1 }, (_, offset) => ({ index: first + offset }));
}

/** On a later try: what the first one wrote, though it may not have heard so. */
function endedBefore(
  { items: { first, last } }: Carried,
  { attempt }: JobRun,
  items: readonly Wanted[],
): number[] {
  if (attempt === 1) return [];
  const open = new Set(items.map(({ index }) => index));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((index) => !open.has(index));
}

const open = (
  { operations }: BulkParts,
  { operation_id, items }: Carried,
): Promise<readonly OperationItem[]> =>
  operations.items(operation_id, { status: ["pending", "processing"], within: items });

/** A provider asked to be left alone, so nothing was tried. */
const isTurnedAway = (error: unknown): boolean => error instanceof AppError && error.code === "rate_limited";

function mayTryAgain(error: unknown, { attempt, attempts }: JobRun): boolean {
  if (error instanceof UnwrittenError) return attempt < attempts;
  const retryable = !(error instanceof AppError) || error.retryable;
  return retryable && attempt < Math.min(attempts, ITEM_TRIES);
}

function inPlainWords(error: unknown): string {
  if (error instanceof UserError) return `${error.message}. ${error.hint}`;
  if (error instanceof AppError) return error.message;
  return "something failed while it was written";
}
