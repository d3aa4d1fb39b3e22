import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import { loadForUndo } from "../../domain/bible/load-undo.ts";
import { undoableOf } from "../../domain/bible/undoable.ts";
import { requireRole } from "../../domain/role.ts";
import { wordList } from "../../lib/word-list.ts";
import { authorOf } from "./parts.ts";
import { takeBack } from "./undo-changes.ts";
import type { UndoParts } from "./undo-parts.ts";
import { toUndo, type UndoTarget } from "./undo-target.ts";

const NAMED = 5;

/**
 * Takes back all that an operation wrote. Where some of it was changed or used since, nothing is taken back before
 * somebody wants the `rest` of it taken back without those.
 */
export async function undoOperation(
  parts: UndoParts,
  turn: Turn,
  operation: string,
  rest: boolean,
): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const target: UndoTarget = { operation };
  const written = await toUndo(parts, turn, target);
  const open = written.changes.filter((change) => !change.undone);
  const author = { ...authorOf(parts, turn), session_id: turn.session.id, turn_id: turn.id };
  const entries = open.length > 0 ? await loadForUndo(parts.bible, turn.project.id, open) : [];
  const left = new Set(undoableOf(open.toReversed(), entries, author));
  if (left.size === 0 || left.size === open.length) return takeBack(parts, turn, written, undefined);
  const stay = open.filter((change) => !left.has(change));
  if (!rest) return others(operation, stay, left.size);
  const changes = open.filter((change) => left.has(change));
  const outcome = await takeBack(parts, turn, { changes, documents: [] }, undefined);
  const text = `Left as ${stay.length === 1 ? "it is" : "they are"}: ${namesOf(stay)}.`;
  return { ...outcome, blocks: [{ type: "text", text }, ...outcome.blocks] };
}

/** Nothing is done yet, which is said to people and to programs. */
function others(operation: string, stay: readonly Change[], left: number): Outcome {
  const [was, it] = stay.length === 1 ? ["was", "it"] : ["were", "them"];
  const message = `${namesOf(stay)} ${was} changed or used since, so I took nothing back.`;
  const hint = `The other ${left} can go without ${it}.`;
  return {
    refusal: { code: "conflict", message, hint },
    blocks: [
      { type: "text", text: `${message} ${hint}` },
      {
        type: "offers",
        offers: [
          {
            label: `Take back the other ${left}`,
            description: `Leaves ${namesOf(stay)} as ${stay.length === 1 ? "it is" : "they are"}`,
            category: "recommended",
            action: { type: "command", command: "jobs", options: { action: "undo", operation, rest: true } },
          },
        ],
      },
    ],
  };
}

const namesOf = (changes: readonly Change[]): string =>
  wordList([...new Set(changes.map(({ name }) => name))], NAMED);
