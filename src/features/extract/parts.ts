import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";
import type { PointStore } from "../../ports/point-store.ts";

export interface ExtractParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
  readonly points: PointStore;
  /** For a name that is left to Backlot. */
  readonly model: Model;
  readonly clock: Clock;
  readonly ids: Ids;
}
