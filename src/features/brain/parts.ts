import type { BibleStore } from "../../ports/bible-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { Model } from "../../ports/model.ts";

export interface BrainParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
  readonly model: Model;
}
