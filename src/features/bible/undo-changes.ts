import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { headlineOf, receiptOf } from "../../chat/receipt.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusAfter } from "../../domain/bible/focus.ts";
import { linkedIds } from "../../domain/bible/links.ts";
import { loadLinked } from "../../domain/bible/load-known.ts";
import { lookupKeys } from "../../domain/bible/name-index.ts";
import { undoAll } from "../../domain/bible/undo.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import { authorOf, type BibleParts } from "./parts.ts";

const NAMESAKE_LIMIT = 1_000;

/** What to take back; nothing named means the last thing of this session that is not undone. */
export interface UndoTarget {
  readonly turn?: string | undefined;
  readonly change?: string | undefined;
  readonly operation?: string | undefined;
}

/** Takes back one change, all that a turn wrote, or all that an operation made: all or nothing. An undo can itself be undone. */
export async function undoChanges(parts: BibleParts, turn: Turn, target: UndoTarget): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const changes = await wanted(parts, turn, target);
  const entries = await loadAround(parts, turn, changes);
  const undone = undoAll(changes.toReversed(), entries, authorOf(parts, turn));
  if (!undone.ok) throw new UserError("conflict", `I could not undo that: ${undone.reason}.`, undone.hint);
  const offers = [undoOffer(turn.id, "Redo")];
  return {
    changes: undone.changes,
    undone: undone.undone,
    blocks: [
      { type: "text", text: `Undone. ${headlineOf(undone.changes)}`.trim() },
      receiptOf(undone.changes),
      { type: "offers", offers: offers.map((offer) => ({ ...offer, description: "Brings it all back" })) },
    ],
    memory: { focus: focusAfter(turn.session.memory.focus, undone.changes, entries) },
  };
}

/** The changes meant, oldest first. Throws UserError for what does not exist here. */
async function wanted(parts: BibleParts, turn: Turn, target: UndoTarget): Promise<readonly Change[]> {
  const { bible } = parts;
  const found = target.change
    ? [await bible.change(target.change)].filter((change) => change !== undefined)
    : target.turn
      ? await bible.changesOfTurn(target.turn)
      : target.operation
        ? await bible.changesOfOperation(target.operation)
        : await bible.lastUndoable(turn.session.id);
  const own = found.filter((change) => change.project_id === turn.project.id);
  if (own.length > 0) return own;
  const named = target.change ?? target.turn ?? target.operation;
  if (named === undefined) {
    throw new UserError(
      "not_found",
      "There is nothing to undo in this session.",
      "Say something new, or type /character history to see what was changed elsewhere.",
    );
  }
  throw new UserError(
    "not_found",
    "There is no such change in this project.",
    "Type /undo to take back the last one of this session.",
  );
}

/** The entries as they stand, what is linked to them and what they link to, and who bears a name that would come back. */
async function loadAround(parts: BibleParts, turn: Turn, changes: readonly Change[]): Promise<Entry[]> {
  const befores = changes.flatMap((change) => (change.before ? [change.before] : []));
  const made = changes.filter((change) => change.before === null || change.before.status === "removed");
  const ids = [...new Set([...changes.map((change) => change.entry_id), ...befores.flatMap(linkedIds)])];
  const keys = [...new Set(befores.flatMap((entry) => lookupKeys(entry.name)))];
  const [own, linked, namesakes] = await Promise.all([
    parts.bible.get(ids),
    loadLinked(
      parts.bible,
      made.map((change) => change.entry_id),
    ),
    keys.length > 0 ? parts.bible.byKeys(turn.project.id, keys, NAMESAKE_LIMIT) : [],
  ]);
  return [...new Map([...namesakes, ...linked, ...own].map((entry) => [entry.id, entry])).values()];
}
