import type { BibleStore } from "../../ports/bible-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";

export interface BrainParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
}
