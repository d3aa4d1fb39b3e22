import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { Point } from "../../domain/points/point.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Blobs } from "../../ports/blobs.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { PointStore } from "../../ports/point-store.ts";

export interface ImportParts {
  readonly bible: BibleStore;
  readonly messages: MessageStore;
  readonly points: PointStore;
  /** Where uploaded files are; what a chat platform keeps itself is not there. */
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What somebody chose for an import beside what its rows say. */
export interface ImportWishes {
  readonly kind?: EntryKind;
  /** What the rows were read as before, to go back to. */
  readonly other?: EntryKind;
  /** Columns without a field are kept as notes. */
  readonly keep: boolean;
  /** The rows are right where a person confirmed something else. */
  readonly over: boolean;
}

/** Rows that people look at: the message they stand in, who said it, and the preview of them that still waits. */
export interface Shown {
  readonly message_id: string;
  readonly by: string;
  readonly point?: Point;
}

export const NO_WISHES: ImportWishes = { keep: false, over: false };
