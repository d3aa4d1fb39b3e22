import { AppError, ConflictError, UserError } from "../../domain/errors.ts";
import type { OperationItem } from "../../domain/operation.ts";
import type { Ground } from "./grounds.ts";
import type { Meter } from "./meters.ts";
import type { BulkParts } from "./parts.ts";

/** How often an item is done anew because somebody else had the name, or wrote its target, in the meantime. */
const MAX_DRAWS = 25;

export type Wanted = Pick<OperationItem, "index" | "target" | "input">;

/** Makes one item and stores it. Throws UnwrittenError when the store is away, and a UserError for one that cannot be made. */
export async function makeItem(
  parts: BulkParts,
  { operation, maker }: Ground,
  item: Wanted,
  meter: Meter,
  signal: AbortSignal,
) {
  const { id } = operation;
  for (let attempt = 0; attempt < MAX_DRAWS; attempt += 1) {
    signal.throwIfAborted();
    const made = await maker.make({ ...item, attempt }, meter.run(signal));
    signal.throwIfAborted();
    try {
      const { name, result, stale } = made;
      const after = await meter.count((usage) =>
        parts.operations.complete(id, item.index, name, result, stale, usage),
      );
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
export class UnwrittenError extends AppError {
  constructor(cause: unknown) {
    super("unavailable", "it could not be stored", { cause, retryable: true });
  }
}
