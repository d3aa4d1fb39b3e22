import type { Operation } from "../../domain/operation.ts";
import type { createGrounds } from "./grounds.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";

/** Tells progress of items that ended. */
export interface ItemTeller {
  /** Made, by these names. Nobody is told of an item that was no longer wanted. */
  made(operation: Operation | undefined, names: readonly string[]): void;
  /** Marks an item failed and tells of it. */
  failed(id: string, index: number, reason: string): Promise<void>;
  /** A write whose answer was lost may have been the last: nobody else tells of it. Shown when the store is back. */
  unheard(id: string): void;
}

export function createItemTeller(
  parts: BulkParts,
  progress: Progress,
  grounds: Pick<ReturnType<typeof createGrounds>, "drop">,
): ItemTeller {
  const made = (operation: Operation | undefined, names: readonly string[]) => {
    if (!operation) return;
    progress.touch(operation, ...names);
    if (operation.ended_at !== undefined) grounds.drop(operation.id);
  };
  const unheard = (id: string) => void progress.show(id);
  return {
    made,
    unheard,
    failed: async (id, index, reason) => {
      try {
        made(await parts.operations.fail(id, index, reason, 1), []);
      } catch (error) {
        unheard(id);
        throw error;
      }
    },
  };
}
