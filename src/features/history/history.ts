import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { offerUndo, type UndoBy } from "./offer-undo.ts";
import type { HistoryParts } from "./parts.ts";
import { bringTextBack } from "./show-document.ts";
import { type HistoryQuery, showHistory } from "./show-history.ts";
import { compareVersions, showVersions } from "./show-versions.ts";

/** How the bible and the papers of a project came to be what they are. A UserError says what was wrong and what to do. */
export interface History {
  /** Of the project, of an entry, of a person, or of a paper. */
  show(turn: Turn, query: HistoryQuery): Promise<Outcome>;
  /** What somebody's words changed, with Undo; undefined where the name is an entry's alone. */
  offerUndo(turn: Turn, wanted: UndoBy): Promise<Outcome | undefined>;
  /** Puts the text a paper had before one of its rewritings back. */
  restoreText(turn: Turn, changeId: string): Promise<Outcome>;
  /** An entry's latest versions side by side; `words` may end with how many. */
  versions(turn: Turn, kind: EntryKind, words: string): Promise<Outcome>;
  /** Two or more versions of an entry side by side: "Sarah 1 3". */
  compare(turn: Turn, kind: EntryKind, words: string): Promise<Outcome>;
}

export function createHistory(parts: HistoryParts): History {
  return {
    show: (turn, query) => showHistory(parts, turn, query),
    offerUndo: (turn, wanted) => offerUndo(parts, turn, wanted),
    restoreText: (turn, changeId) => bringTextBack(parts, turn, changeId),
    versions: (turn, kind, words) => showVersions(parts, turn, kind, words),
    compare: (turn, kind, words) => compareVersions(parts, turn, kind, words),
  };
}
