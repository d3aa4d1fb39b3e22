import type { Change } from "./change.ts";
import { type Author, clearDesk, current, openDesk, setStatus } from "./desk.ts";
import type { Entry } from "./entry.ts";
import { linkedIds, linksTo } from "./links.ts";
import { unlink } from "./remove-entry.ts";
import { type UndoRefusal, undoAll, undoRefusals } from "./undo.ts";

export type PutAside =
  | { readonly ok: true; readonly changes: readonly Change[] }
  /** Entries that would go or change, and are locked. */
  | { readonly ok: false; readonly locked: readonly Entry[] };

/**
 * Takes many entries out of the bible at once. They keep all they say, of one another too, so that they can come back as
 * they were; whatever stays loses its links to them, and relationships with a missing end go with them. `linked`: the
 * living entries that are linked to any of them. All or nothing.
 */
export function putAside(
  gone: readonly Entry[],
  linked: readonly Entry[],
  author: Omit<Author, "fact_status">,
): PutAside {
  const going = new Map(gone.map((entry) => [entry.id, entry]));
  const others = linked.filter(
    (entry) =>
      !going.has(entry.id) && entry.status !== "removed" && linkedIds(entry).some((id) => going.has(id)),
  );
  const locked = [...gone, ...others].filter((entry) => entry.status === "locked");
  if (locked.length > 0) return { ok: false, locked };
  const desk = openDesk({ ...author, fact_status: "confirmed" }, [...gone, ...others]);
  for (const entry of gone) setStatus(desk, entry, "removed");
  for (const other of others) {
    if (other.kind === "relationship") {
      setStatus(desk, other, "removed");
      continue;
    }
    for (const lost of linkedIds(other).flatMap((id) => going.get(id) ?? []))
      for (const [field, ids] of linksTo(current(desk, other), lost.id))
        unlink(desk, other, field, ids, lost, undefined);
  }
  return { ok: true, changes: clearDesk(desk) };
}

export type BroughtBack =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly refusals: readonly UndoRefusal[] };

/**
 * Brings back what was put aside, exactly or not at all. Not an undo but a change of its own, so that it can be undone
 * and the putting aside after it. What an undo brought back meanwhile stays as it is. `changes`: those of putting aside,
 * in the order they were written; `entries`: as `undoAll` takes them.
 */
export function bringBack(
  changes: readonly Change[],
  entries: readonly Entry[],
  author: Omit<Author, "fact_status">,
): BroughtBack {
  const open = changes.filter((change) => !change.undone).toReversed();
  if (open.length === 0) return { ok: true, changes: [] };
  const undone = undoAll(open, entries, author);
  if (!undone.ok) return { ok: false, refusals: undoRefusals(open, entries, author) };
  return {
    ok: true,
    changes: undone.changes.map(({ undoes: _undoes, redoes: _redoes, ...change }) => change),
  };
}
