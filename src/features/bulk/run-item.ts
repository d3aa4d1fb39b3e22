import { AppError, ConflictError, UserError } from "../../domain/errors.ts";
import type { Operation, OperationItem } from "../../domain/operation.ts";
import type { JobRun } from "../../ports/queue.ts";
import type { ItemRunner } from "./item-runner.ts";
import { parseJobId } from "./job-id.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { ItemMaker } from "./kinds/kind.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { whileWanted } from "./while-wanted.ts";

/** How often an item is drawn anew because its name was taken in the meantime. */
const MAX_DRAWS = 25;
/** Tries of an item that cannot be made. Its job has more: a store that is away uses up none of the item's. */
const ITEM_TRIES = 4;

/** What all items of one operation share; read once per process and operation. */
interface Ground {
  readonly operation: Operation;
  readonly maker: ItemMaker;
}

type Wanted = Pick<OperationItem, "index" | "target" | "input">;

export function createItemRunner(parts: BulkParts, progress: Progress): ItemRunner {
  const grounds = new Map<string, Promise<Ground | undefined>>();
  const groundOf = (id: string) => {
    const ground =
      grounds.get(id) ??
      readGround(parts, id).catch((error: unknown) => {
        grounds.delete(id);
        throw error;
      });
    grounds.set(id, ground);
    return ground;
  };
  const told = (operation: Operation | undefined, name?: string) => {
    if (!operation) return;
    progress.touch(operation, name);
    if (operation.ended_at !== undefined) grounds.delete(operation.id);
  };

  const fail = async (id: string, index: number, reason: string) => {
    try {
      told(await parts.operations.fail(id, index, reason, 1));
    } catch (error) {
      showLater(id);
      throw error;
    }
  };
  /** A write whose answer was lost may have been the last: nobody else tells of it. Shown when the store is back. */
  const showLater = (id: string) => void progress.show(id);

  /** Answers the error when the item is to be tried again. */
  const runItem = async (ground: Ground, item: Wanted, run: JobRun): Promise<unknown> => {
    const { id } = ground.operation;
    const { index } = item;
    try {
      const made = await makeItem(parts, ground, item, run.signal);
      told(made.operation, made.name);
      return undefined;
    } catch (error) {
      if (run.signal.aborted) return undefined;
      if (isTurnedAway(error)) return error;
      if (error instanceof UnwrittenError) showLater(id);
      if (mayTryAgain(error, run)) {
        // Only for who looks: a store that is away has nobody to tell, and is what the next try waits for.
        await parts.operations.tried(id, index, inPlainWords(error)).catch(() => undefined);
        return error;
      }
      parts.logger.warn({ err: error, operation_id: id, index }, "an item of an operation failed for good");
      await fail(id, index, inPlainWords(error));
      return undefined;
    }
  };

  return whileWanted(parts, {
    run: async (job, run) => {
      const id = parseJobId(job.id);
      const ground = id && (await groundOf(id.operation_id));
      if (!ground) return;
      let broken: unknown;
      for (const item of await wanted(parts, ground.operation, id, run)) {
        if (run.signal.aborted) return;
        broken = (await runItem(ground, item, run)) ?? broken;
      }
      if (broken !== undefined) throw broken;
    },
    lost: async (jobId, reason) => {
      const id = parseJobId(jobId);
      if (!id) return;
      for (const { index } of await open(parts, id)) await fail(id.operation_id, index, reason);
    },
  });
}

type Carried = NonNullable<ReturnType<typeof parseJobId>>;

/** The items to make. On a later try some are made already; asking costs less than making them again to find out. */
async function wanted(
  parts: BulkParts,
  { type, told = false }: Operation,
  id: Carried,
  run: JobRun,
): Promise<readonly Wanted[]> {
  const { first, last } = id.items;
  if (run.attempt > 1 || told || BULK_KINDS[type].targeted) return open(parts, id);
  return Array.from({ length: last - first + 1 }, (_, offset) => ({ index: first + offset }));
}

const open = (
  { operations }: BulkParts,
  { operation_id, items }: Carried,
): Promise<readonly OperationItem[]> =>
  operations.items(operation_id, { status: ["pending", "processing"], within: items });

async function makeItem(parts: BulkParts, ground: Ground, item: Wanted, signal: AbortSignal) {
  const { operation, maker } = ground;
  for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
    signal.throwIfAborted();
    const made = await maker.make({ ...item, attempt }, signal);
    signal.throwIfAborted();
    try {
      const { name, result, stale } = made;
      const after = await parts.operations.complete(operation.id, item.index, name, result, stale);
      maker.settled?.(made);
      return { operation: after, name };
    } catch (error) {
      if (!(error instanceof ConflictError)) throw new UnwrittenError(error);
      maker.settled?.(made);
    }
  }
  throw new UserError("conflict", "no free name was found", "Retry it with a brief that leaves more room.");
}

/** The store did not take what was made. */
class UnwrittenError extends AppError {
  constructor(cause: unknown) {
    super("unavailable", "it could not be stored", { cause, retryable: true });
  }
}

/** A provider asked to be left alone, so nothing was tried. */
const isTurnedAway = (error: unknown): boolean => error instanceof AppError && error.code === "rate_limited";

function mayTryAgain(error: unknown, { attempt, attempts }: JobRun): boolean {
  if (error instanceof UnwrittenError) return attempt < attempts;
  const retryable = !(error instanceof AppError) || error.retryable;
  return retryable && attempt < Math.min(attempts, ITEM_TRIES);
}

async function readGround(parts: BulkParts, id: string): Promise<Ground | undefined> {
  const operation = await parts.operations.get(id);
  const project = operation && (await parts.projects.get(operation.project_id));
  if (!operation || !project) return undefined;
  return { operation, maker: await BULK_KINDS[operation.type].begin(parts, { operation, project }) };
}

function inPlainWords(error: unknown): string {
  if (error instanceof UserError) return `${error.message}. ${error.hint}`;
  if (error instanceof AppError) return error.message;
  return "something failed while it was written";
}
