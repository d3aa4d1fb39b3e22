import type { Turn } from "../../chat/turn.ts";
import { carriedWith } from "../../domain/bible/carried.ts";
import { UserError } from "../../domain/errors.ts";
import type { Written } from "../../ports/bible-store.ts";
import { type About, changesAbout } from "./undo-about.ts";
import { MAX_UNITS, NOTHING, type UndoParts } from "./undo-parts.ts";

/** What to take back; nothing named means the last thing of this session that is not undone, or the last `count`. */
export interface UndoTarget {
  /** One, or several in the order in which they were taken, with commas between. */
  readonly turn?: string | undefined;
  readonly change?: string | undefined;
  readonly operation?: string | undefined;
  readonly count?: number | undefined;
  readonly about?: About | undefined;
}

/** What is meant, oldest first. Throws UserError for what does not exist here. */
export async function toUndo(parts: UndoParts, turn: Turn, target: UndoTarget): Promise<Written> {
  if (target.about) return toUndoAbout(parts, turn, target.about);
  const found = own(turn, await lookUp(parts, turn, target));
  if (found.changes.length + found.documents.length > 0) return found;
  if ((target.change ?? target.turn ?? target.operation) === undefined) {
    throw new UserError(
      "not_found",
      "There is nothing to undo in this session.",
      "Say something new, or type /history to see what was changed elsewhere.",
    );
  }
  throw noSuchChange();
}

/** One's own last thing is often the session's, and may be a document. */
async function toUndoAbout(parts: UndoParts, turn: Turn, about: About): Promise<Written> {
  if (about.name === undefined && about.entry_id === undefined) {
    const last = own(turn, await parts.bible.lastUndoable(turn.session.id, about.count));
    const mine = [...last.changes, ...last.documents].filter(({ by }) => by === turn.person.id);
    if (mine.length > 0 && mine.length === last.changes.length + last.documents.length) return last;
  }
  return { ...NOTHING, changes: await changesAbout(parts, turn, about) };
}

/** The changes of one message or operation, or one change with what it took with it. */
export async function lookUp(
  { bible, documents }: UndoParts,
  turn: Turn,
  target: UndoTarget,
): Promise<Written> {
  if (target.change !== undefined) {
    const change = await bible.change(target.change);
    if (change === undefined) {
      const rewriting = await documents.change(target.change);
      return { changes: [], documents: rewriting ? [rewriting] : [] };
    }
    const { turn_id } = change;
    const beside = turn_id === undefined || change.undone ? [] : await bible.changesOfTurn(turn_id);
    return { changes: carriedWith(change, beside), documents: [] };
  }
  if (target.turn !== undefined) {
    const turns = target.turn.split(",").slice(0, MAX_UNITS);
    const [changes, rewritten] = await Promise.all([
      Promise.all(turns.map((turnId) => bible.changesOfTurn(turnId))),
      Promise.all(turns.map((turnId) => documents.ofTurn(turnId))),
    ]);
    return { changes: changes.flat(), documents: rewritten.flat() };
  }
  if (target.operation !== undefined)
    return { changes: await bible.changesOfOperation(target.operation), documents: [] };
  return bible.lastUndoable(turn.session.id, Math.min(target.count ?? 1, MAX_UNITS));
}

export const own = (turn: Turn, { changes, documents }: Written): Written => ({
  changes: changes.filter((change) => change.project_id === turn.project.id),
  documents: documents.filter((change) => change.project_id === turn.project.id),
});

export const noSuchChange = (): UserError =>
  new UserError(
    "not_found",
    "There is no such change in this project.",
    "Type /undo to take back the last one of this session.",
  );
