import type { Operation, Usage } from "../../domain/operation.ts";
import type { createGrounds } from "./grounds.ts";
import type { Meters } from "./meters.ts";
import type { BulkParts } from "./parts.ts";
import type { Progress } from "./progress.ts";

/** Tells progress of items that ended. */
export interface ItemTeller {
  /** Made, by these names. Nobody is told of an item that was no longer wanted. */
  made(operation: Operation | undefined, names: readonly string[]): void;
  /** Marks an item failed and tells of it. */
  failed(id: string, index: number, reason: string): Promise<void>;
  /** Counts a try that will be made again. `unheard`: what it used may have been counted with the item, whose write was not answered. */
  tried(id: string, index: number, reason: string, unheard: boolean): Promise<void>;
  /** A try ended in the middle; no write follows that would count what it used until then. */
  brokenOff(id: string, index: number): Promise<void>;
  /** A write whose answer was lost may have been the last: nobody else tells of it. Shown when the store is back. */
  unheard(id: string): void;
}

export function createItemTeller(
  { operations, logger }: BulkParts,
  progress: Progress,
  grounds: Pick<ReturnType<typeof createGrounds>, "drop">,
  meters: Meters,
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
    tried: async (id, index, reason, unheard) => {
      const write = (usage?: Usage) => operations.tried(id, index, reason, usage);
      // Only for who looks: a store that is away has nobody to tell, and is what the next try waits for.
      await (unheard ? write() : meters(id, index).count(write)).catch(() => undefined);
    },
    brokenOff: async (id, index) => {
      try {
        await meters(id, index).count(async (usage) => usage && operations.spent(id, usage));
      } catch (err) {
        logger.warn({ err, operation_id: id, index }, "what an item cost was not counted");
      }
    },
    failed: async (id, index, reason) => {
      try {
        const after = await meters(id, index).count((usage) =>
          operations.fail(id, index, reason, 1, undefined, usage),
        );
        made(after, []);
      } catch (error) {
        unheard(id);
        throw error;
      }
    },
  };
}
