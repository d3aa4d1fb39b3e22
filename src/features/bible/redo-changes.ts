import type { Outcome } from "../../chat/outcome.ts";
import { redoOffer } from "../../chat/redo-offer.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import type { Written } from "../../ports/bible-store.ts";
import { removalOf } from "./undo-about.ts";
import { takeBack } from "./undo-changes.ts";
import { MAX_UNITS, type UndoParts } from "./undo-parts.ts";
import { lookUp, noSuchChange, own } from "./undo-target.ts";

/** What to bring back; nothing named means what was undone last in this session, or the last `count` undos. */
export interface RedoTarget {
  readonly turn?: string | undefined;
  readonly change?: string | undefined;
  readonly count?: number | undefined;
  /** Somebody or something that was taken out, by an undo or on purpose. */
  readonly name?: string | undefined;
}

/** Brings back what was undone: all or nothing. Nothing is brought back twice, and something new ends the line of undos. */
export async function redoChanges(parts: UndoParts, turn: Turn, target: RedoTarget): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  if (target.name !== undefined) return bringBack(parts, turn, target.name);
  if (target.turn !== undefined || target.change !== undefined) {
    const found = undosIn(own(turn, await lookUp(parts, turn, { turn: target.turn, change: target.change })));
    if (found.changes.length + found.documents.length === 0) throw noSuchUndo();
    return takeBack(parts, turn, found, undefined);
  }
  const { since, ...last } = await parts.bible.lastRedoable(
    turn.session.id,
    Math.min(target.count ?? 1, MAX_UNITS),
  );
  const found = own(turn, last);
  const [undo] = [...found.changes, ...found.documents];
  if (undo === undefined)
    throw new UserError(
      "not_found",
      "There is nothing to redo in this session.",
      "Redo brings back what was undone last; type /history to see what was changed.",
    );
  if (since) return ended(undo.turn_id ?? "");
  return takeBack(parts, turn, found, target.count);
}

const undosIn = ({ changes, documents }: Written): Written => ({
  changes: changes.filter(({ undoes, redoes }) => undoes !== undefined && redoes === undefined),
  documents: documents.filter(({ undoes, redoes }) => undoes !== undefined && redoes === undefined),
});

/** "bring Sarah back": whether she was removed or her making was undone. */
async function bringBack(parts: UndoParts, turn: Turn, name: string): Promise<Outcome> {
  const removal = await removalOf(parts, turn, name);
  if (removal === undefined)
    throw new UserError(
      "not_found",
      `I find nothing called ${name} that was taken out lately.`,
      "Type /history to see the latest changes.",
    );
  return takeBack(parts, turn, own(turn, await lookUp(parts, turn, { change: removal.id })), undefined);
}

function ended(undoTurn: string): Outcome {
  return {
    blocks: [
      {
        type: "text",
        text: "Something new was written since that was undone, so there is nothing left to redo step by step. I can still bring back what was undone last.",
      },
      { type: "offers", offers: [redoOffer(undoTurn, "Bring it back anyway")] },
    ],
  };
}

function noSuchUndo(): UserError {
  const { code, message } = noSuchChange();
  return new UserError(code, message, "Type /redo to bring back what was undone last in this session.");
}
