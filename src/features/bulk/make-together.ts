import { ConflictError } from "../../domain/errors.ts";
import type { Operation } from "../../domain/operation.ts";
import type { MadeItem } from "../../ports/operation-store.ts";
import type { Ground } from "./grounds.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { Wanted } from "./make-item.ts";
import type { BulkParts } from "./parts.ts";

/** Written in one statement, which keeps the embedded database to itself for about so many half milliseconds. */
const ITEMS_A_WRITE = 13;

export interface Together {
  readonly operation?: Operation | undefined;
  readonly names: readonly string[];
  /** What is to be made one by one. */
  readonly left: readonly Wanted[];
  /** True when all may have been written and the answer was lost. */
  readonly unheard?: boolean;
}

/**
 * Makes several items of a job and writes them as one, which costs a third of writing each. All or nothing: whatever
 * goes wrong, and whoever was first with an item or a name, each is then made by itself, where that is settled.
 */
export async function makeTogether(
  parts: BulkParts,
  ground: Ground,
  items: readonly Wanted[],
  signal: AbortSignal,
): Promise<Together> {
  const { operation, maker } = ground;
  const single: Together = { names: [], left: items };
  // A language model's items are counted one by one.
  if (items.length < 2 || !parts.model.info.offline || BULK_KINDS[operation.type].targeted) return single;
  try {
    const made: MadeItem[] = [];
    for (const item of items) {
      signal.throwIfAborted();
      const drawn = await maker.make({ ...item, attempt: 0 }, { signal });
      if (!("action" in drawn.result) || drawn.stale) return single;
      maker.settled?.(drawn);
      made.push({ index: item.index, name: drawn.name, change: drawn.result });
    }
    signal.throwIfAborted();
    const after = await parts.operations.completeAll(operation.id, made);
    if (after) return { operation: after, names: made.map(({ name }) => name), left: [] };
    return { names: [], left: await stillWanted(parts, operation.id, items) };
  } catch (error) {
    return { ...single, unheard: !(error instanceof ConflictError) };
  }
}

export function inPieces<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const pieces = Array.from(
    { length: Math.ceil(items.length / ITEMS_A_WRITE) },
    (_, at) => at * ITEMS_A_WRITE,
  );
  return pieces.map((from) => items.slice(from, from + ITEMS_A_WRITE));
}

/** Some were made by a run of the same job that was broken off, or by a second one. */
async function stillWanted(
  parts: BulkParts,
  id: string,
  items: readonly Wanted[],
): Promise<readonly Wanted[]> {
  const within = { first: items[0]?.index ?? 0, last: items.at(-1)?.index ?? 0 };
  const open = await parts.operations.items(id, { status: ["pending", "processing"], within });
  const asked = new Set(items.map(({ index }) => index));
  return open.filter(({ index }) => asked.has(index));
}
