import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Reading } from "../../domain/reading/reading.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";

export interface BrainParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
  readonly read: (turn: Turn, text: string) => Promise<Reading>;
  /** Answers what the bible's own questions do not cover. */
  readonly talk: (turn: Turn, text: string) => Promise<Outcome>;
}
