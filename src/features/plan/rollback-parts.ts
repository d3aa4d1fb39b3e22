import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DocumentStore } from "../../ports/document-store.ts";
import type { Ids } from "../../ports/ids.ts";

/** One turn writes so many entries at most. */
export const MAX_ASIDE = 2_000;

export interface RollbackParts {
  readonly bible: BibleStore;
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly ids: Ids;
}
