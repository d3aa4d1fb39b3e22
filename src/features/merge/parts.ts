import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { PointStore } from "../../ports/point-store.ts";

export interface MergeParts {
  readonly bible: BibleStore;
  readonly points: PointStore;
  readonly clock: Clock;
  readonly ids: Ids;
}
