import { draftedChange } from "../../domain/bible/drafted.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { AppError, ConflictError, UserError } from "../../domain/errors.ts";
import type { ItemFields, Operation } from "../../domain/operation.ts";
import type { FilmContext } from "../../ports/model.ts";
import type { Job, JobRun } from "../../ports/queue.ts";
import { parseJobId } from "./job-id.ts";
import { BULK_KINDS } from "./kinds.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";
import { whileWanted } from "./while-wanted.ts";

/** How often an item is drawn anew because its name was taken in the meantime. */
const MAX_DRAWS = 25;
const TAKEN_LIMIT = 300;
const CAST_LIMIT = 40;

/** What all items of one operation share; read once per process and operation. */
interface Ground {
  readonly operation: Operation;
  readonly film: FilmContext;
  readonly taken: string[];
  readonly cast: readonly Entry[];
  readonly places: readonly Entry[];
}

export interface ItemRunner {
  run(job: Job, run: JobRun): Promise<void>;
  /** Marks the items of a job that ended outside of `run` (stalled too often). */
  lost(jobId: string, reason: string): Promise<void>;
}

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
  const runItem = async (ground: Ground, index: number, run: JobRun): Promise<unknown> => {
    const { id } = ground.operation;
    try {
      const made = await makeItem(parts, ground, index, run.signal);
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
      for (const index of await wanted(parts, id, run)) {
        if (run.signal.aborted) return;
        broken = (await runItem(ground, index, run)) ?? broken;
      }
      if (broken !== undefined) throw broken;
    },
    lost: async (jobId, reason) => {
      const id = parseJobId(jobId);
      if (!id) return;
      for (const index of await open(parts, id))
        told(await parts.operations.fail(id.operation_id, index, reason, 1));
    },
  });
}

type Carried = NonNullable<ReturnType<typeof parseJobId>>;

/** The items to make. On a later try some are made already; asking costs less than making them again to find out. */
async function wanted(parts: BulkParts, id: Carried, run: JobRun): Promise<number[]> {
  const { first, last } = id.items;
  if (run.attempt > 1) return open(parts, id);
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

async function open(parts: BulkParts, { operation_id, items: { first, last } }: Carried): Promise<number[]> {
  const items = await parts.operations.items(operation_id, { status: ["pending", "processing"] });
  return items.map((item) => item.index).filter((index) => index >= first && index <= last);
}

async function makeItem(parts: BulkParts, ground: Ground, index: number, signal: AbortSignal) {
  const { operation } = ground;
  for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
    signal.throwIfAborted();
    const fields = await parts.model.draft(
      {
        kind: BULK_KINDS[operation.type].kind,
        brief: operation.brief,
        film: ground.film,
        taken: ground.taken,
        cast: ground.cast.map((entry) => entry.name),
        places: ground.places.map((entry) => entry.name),
        seed: operation.seed,
        index,
        attempt,
      },
      { signal },
    );
    signal.throwIfAborted();
    const name = String(fields.name);
    try {
      const after = await parts.operations.complete(
        operation.id,
        index,
        name,
        itemChange(parts, ground, fields),
      );
      ground.taken.push(name);
      return { operation: after, name };
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      ground.taken.push(name);
    }
  }
  throw new UserError("conflict", "no free name was found", "Retry it with a brief that leaves more room.");
}

function itemChange(parts: BulkParts, ground: Ground, fields: ItemFields) {
  const { operation } = ground;
  return draftedChange({
    entry_id: parts.ids.next("entry"),
    change_id: parts.ids.next("change"),
    project_id: operation.project_id,
    session_id: operation.session_id,
    operation_id: operation.id,
    kind: BULK_KINDS[operation.type].kind,
    fields,
    links: linksOf(ground, fields),
    at: parts.clock.now().toISOString(),
  });
}

function linksOf(ground: Ground, fields: ItemFields): Entry["links"] {
  const named = (entries: readonly Entry[], names: readonly string[]) =>
    entries.filter((entry) => names.includes(entry.name)).map((entry) => entry.id);
  const characters = Array.isArray(fields.characters) ? named(ground.cast, fields.characters) : [];
  const location = typeof fields.location === "string" ? named(ground.places, [fields.location]) : [];
  return { ...(characters.length > 0 ? { characters } : {}), ...(location.length > 0 ? { location } : {}) };
}

async function readGround(parts: BulkParts, id: string): Promise<Ground | undefined> {
  const operation = await parts.operations.get(id);
  const loaded = operation && (await parts.sessions.load(operation.session_id));
  if (!operation || !loaded) return undefined;
  const { kind } = BULK_KINDS[operation.type];
  const forScenes = kind === "scene";
  const [taken, cast, places] = await Promise.all([
    parts.bible.names(operation.project_id, kind, TAKEN_LIMIT),
    forScenes ? parts.bible.list(operation.project_id, { kind: "character", limit: CAST_LIMIT }) : [],
    forScenes ? parts.bible.list(operation.project_id, { kind: "location", limit: CAST_LIMIT }) : [],
  ]);
  return {
    operation,
    film: { title: loaded.project.title, documents: loaded.project.documents },
    taken: [...taken],
    cast,
    places,
  };
}

function inPlainWords(error: unknown): string {
  if (error instanceof UserError) return `${error.message}. ${error.hint}`;
  if (error instanceof AppError) return error.message;
  return "something failed while it was written";
}
