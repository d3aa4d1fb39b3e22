import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DocumentStore } from "../../ports/document-store.ts";
import type { Ids } from "../../ports/ids.ts";
import type { MessageStore } from "../../ports/message-store.ts";

export interface HistoryParts {
  readonly bible: BibleStore;
  readonly documents: DocumentStore;
  readonly messages: Pick<MessageStore, "getMany" | "page">;
  readonly clock: Clock;
  readonly ids: Ids;
}
