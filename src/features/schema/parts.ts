import type { BibleStore } from "../../ports/bible-store.ts";

export interface SchemaParts {
  readonly bible: BibleStore;
}
