import type { BibleStore } from "../../ports/bible-store.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Model } from "../../ports/model.ts";
import type { StaleStore } from "../../ports/stale-store.ts";

export interface StaleParts {
  readonly stale: StaleStore;
  readonly bible: BibleStore;
  readonly model: Model;
  readonly ids: Ids;
}
