import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { callFine } from "./call-fine.ts";
import { keepVersion } from "./document-version.ts";
import { listStale } from "./list-stale.ts";
import type { StaleParts } from "./parts.ts";
import { updateStale } from "./update-stale.ts";

/** What was made from something that changed since. Nothing is rewritten before somebody accepts the new version. */
export interface Stale {
  /** With the reasons, page by page from 0. */
  list(turn: Turn, page: number): Promise<Outcome>;
  /** `which`: a name, an id, several ids with commas, or "all". */
  fine(turn: Turn, which: string): Promise<Outcome>;
  /** Puts new versions to the people, ten at a time; `skip` holds the ids that were put before. */
  update(turn: Turn, which: string, skip: string): Promise<Outcome>;
  /** Keeps a new version of a document; `was` is the fingerprint of the text it was made from. */
  keep(turn: Turn, document: string, text: string, was: string): Outcome;
}

export function createStale(parts: StaleParts): Stale {
  return {
    list: (turn, page) => listStale(parts, turn, page),
    fine: (turn, which) => callFine(parts, turn, which),
    update: (turn, which, skip) => updateStale(parts, turn, which, skip),
    keep: keepVersion,
  };
}
