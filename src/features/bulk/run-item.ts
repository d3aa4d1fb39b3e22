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
      const retryable = !(error instanceof AppError) || error.retryable;
      if (retryable && run.attempt < run.attempts) return error;
      parts.logger.warn({ err: error, operation_id: id, index }, "an item of an operation failed for good");
      told(await parts.operations.fail(id, index, inPlainWords(error), run.attempt));
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
      for (const { index } of await open(parts, id))
        told(await parts.operations.fail(id.operation_id, index, reason, 1));
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
      if (!(error instanceof ConflictError)) throw error;
      maker.settled?.(made);
    }
  }
  throw new UserError("conflict", "no free name was found", "Retry it with a brief that leaves more room.");
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
