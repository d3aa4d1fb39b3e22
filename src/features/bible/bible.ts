import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { bringBackVersion } from "./bring-back.ts";
import { editEntry, removeFrom, renameTo } from "./change-entry.ts";
import { createEntry } from "./create-entry.ts";
import { kindNamed, showKinds } from "./entry-kinds.ts";
import { type StateAction, setEntryState } from "./entry-state.ts";
import { type RedoTarget, redoChanges } from "./redo-changes.ts";
import { listEntries, showEntry } from "./show-entries.ts";
import { undoChanges } from "./undo-changes.ts";
import { undoOperation } from "./undo-operation.ts";
import type { UndoParts } from "./undo-parts.ts";
import type { UndoTarget } from "./undo-target.ts";

/** Words of a command ("age=54 occupation=surgeon") or the values of a form. */
type Fields = string | Readonly<Record<string, string>>;

/**
 * The bible by command and by form. `ref` is a name or an id. Everything that writes takes the role of a writer, and
 * stands or falls as a whole: a UserError says what was wrong and what to do.
 */
export interface Bible {
  /** The kinds of entries there are. */
  kinds(turn: Turn): Promise<Outcome>;
  /** The kind that a word means. Throws a UserError that suggests one. */
  kindNamed(turn: Turn, word: string): EntryKind;
  list(turn: Turn, kind: EntryKind): Promise<Outcome>;
  show(turn: Turn, kind: EntryKind, ref: string): Promise<Outcome>;
  /** Without a name it answers a form. */
  create(turn: Turn, kind: EntryKind, name: string, fields: Fields): Promise<Outcome>;
  /** Without fields it answers a form with what is known. */
  edit(turn: Turn, kind: EntryKind, ref: string, fields: Fields): Promise<Outcome>;
  rename(turn: Turn, kind: EntryKind, ref: string, name: string): Promise<Outcome>;
  remove(turn: Turn, kind: EntryKind, ref: string): Promise<Outcome>;
  /** "Sarah 2": the values of an earlier version come back. */
  restore(turn: Turn, kind: EntryKind, words: string): Promise<Outcome>;
  /** Locking and unlocking take the role of a producer. */
  setState(turn: Turn, kind: EntryKind, ref: string, action: StateAction): Promise<Outcome>;
  undo(turn: Turn, target: UndoTarget): Promise<Outcome>;
  /** All that bulk work wrote. `rest`: without what was changed or used since. */
  undoOperation(turn: Turn, operation: string, rest: boolean): Promise<Outcome>;
  redo(turn: Turn, target: RedoTarget): Promise<Outcome>;
}

export function createBible(parts: UndoParts): Bible {
  return {
    kinds: async (turn) => showKinds(turn),
    kindNamed,
    list: (turn, kind) => listEntries(parts, turn, kind),
    show: (turn, kind, ref) => showEntry(parts, turn, kind, ref),
    create: (turn, kind, name, fields) => createEntry(parts, turn, kind, name, fields),
    edit: (turn, kind, ref, fields) => editEntry(parts, turn, kind, ref, fields),
    rename: (turn, kind, ref, name) => renameTo(parts, turn, kind, ref, name),
    remove: (turn, kind, ref) => removeFrom(parts, turn, kind, ref),
    restore: (turn, kind, words) => bringBackVersion(parts, turn, kind, words),
    setState: (turn, kind, ref, action) => setEntryState(parts, turn, kind, ref, action),
    undo: (turn, target) => undoChanges(parts, turn, target),
    undoOperation: (turn, operation, rest) => undoOperation(parts, turn, operation, rest),
    redo: (turn, target) => redoChanges(parts, turn, target),
  };
}
