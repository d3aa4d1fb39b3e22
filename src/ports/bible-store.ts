import type { Change } from "../domain/bible/change.ts";
import type { Entry } from "../domain/bible/entry.ts";
import type { EntryKind } from "../domain/bible/kinds.ts";
import type { DocumentChange } from "../domain/document-change.ts";

/** What turns wrote to the bible and to the project's documents. */
export interface Written {
  readonly changes: readonly Change[];
  readonly documents: readonly DocumentChange[];
}

/** What tells one entry from another where people pick one. */
export type EntryName = Pick<Entry, "id" | "kind" | "name">;

/** The story bible and its history. Reading only: writes go through `TurnStore.commit` and `OperationStore.complete`. */
export interface BibleStore {
  get(ids: readonly string[]): Promise<readonly Entry[]>;
  /** Living entries known by any of these keys (see `nameKeys` and `soundKeys`): by full name, part of a name, alias or heading, or by what sounds like one. Cost grows with the keys, not with the project. */
  byKeys(projectId: string, keys: readonly string[], limit: number): Promise<readonly Entry[]>;
  /** Living entries, in order of name; scenes in order of making. */
  list(
    projectId: string,
    filter: { kind?: EntryKind; after?: string; limit: number },
  ): Promise<readonly Entry[]>;
  /** Names only, newest first. */
  names(projectId: string, kind: EntryKind, limit: number): Promise<readonly string[]>;
  /** Living entries of which a name, or a word of one, begins with the letters: whole names first. Without letters, the newest of the kind. Cost does not grow with the project. */
  startingWith(
    projectId: string,
    filter: { kind?: EntryKind; letters: string },
    limit: number,
  ): Promise<readonly EntryName[]>;
  /** Living entries whose links point at one of these. */
  linkedTo(ids: readonly string[], limit: number): Promise<readonly Entry[]>;
  change(id: string): Promise<Change | undefined>;
  changesOfTurn(turnId: string): Promise<readonly Change[]>;
  changesOfOperation(operationId: string): Promise<readonly Change[]>;
  /** What stands of an operation's changes, oldest first: at most the newest so many. */
  newestOfOperation(operationId: string, limit: number): Promise<readonly Change[]>;
  /** Newest first, before the change `before`; `by` is a user's id; `in_talk`: without what bulk work wrote. */
  history(
    filter: { project_id: string; entry_id?: string; session_id?: string; by?: string; in_talk?: true },
    limit: number,
    before?: string,
  ): Promise<readonly Change[]>;
  /** Oldest first: the newest turn (or operation) of this session that is not undone and is no undo itself, or so many of them. */
  lastUndoable(sessionId: string, units?: number): Promise<Written>;
  /**
   * Oldest first: the newest undo of this session that was not taken back, or so many of them as follow one another.
   * `since`: something new was written after it.
   */
  lastRedoable(sessionId: string, units?: number): Promise<Written & { readonly since: boolean }>;
}
