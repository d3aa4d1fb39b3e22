import type { Written } from "../../ports/bible-store.ts";
import type { DocumentStore } from "../../ports/document-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { BibleParts } from "./parts.ts";

export interface UndoParts extends BibleParts {
  readonly documents: DocumentStore;
  /** For the names of those whose words are taken back. */
  readonly messages: Pick<MessageStore, "getMany">;
}

/** The most things taken back or brought back at once. */
export const MAX_UNITS = 20;

export const NOTHING: Written = { changes: [], documents: [] };

/** How many things were written: turns and operations. */
export const unitsIn = ({ changes, documents }: Written): number =>
  new Set([
    ...changes.map((change) => change.operation_id ?? change.turn_id ?? change.id),
    ...documents.map((change) => change.turn_id),
  ]).size;
