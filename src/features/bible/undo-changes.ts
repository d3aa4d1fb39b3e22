import type { Outcome } from "../../chat/outcome.ts";
import { whatWasSaid } from "../../chat/people.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { focusAfter } from "../../domain/bible/focus.ts";
import { loadForUndo } from "../../domain/bible/load-undo.ts";
import { barredFromUndo, othersIn } from "../../domain/bible/may-undo.ts";
import { undoAll } from "../../domain/bible/undo.ts";
import { undoDocuments } from "../../domain/document-change.ts";
import { UserError } from "../../domain/errors.ts";
import { settingsOf } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { wordList } from "../../lib/word-list.ts";
import type { Written } from "../../ports/bible-store.ts";
import { authorOf } from "./parts.ts";
import { schemaFirst } from "./schema-first.ts";
import type { UndoParts } from "./undo-parts.ts";
import { undoneReply } from "./undo-reply.ts";
import { toUndo, type UndoTarget } from "./undo-target.ts";

/** Takes back one change, all that a turn wrote, or all that an operation made: all or nothing. An undo can itself be undone. */
export async function undoChanges(parts: UndoParts, turn: Turn, target: UndoTarget): Promise<Outcome> {
  requireRole(turn.person.role, "writer", "change the bible");
  const schema = await schemaFirst(parts, turn, target);
  if (schema) return schema;
  return takeBack(parts, turn, await toUndo(parts, turn, target), target.count);
}

/** Reverses what was written, undos included: `asked` is how many things were asked for. Throws UserError where that cannot be. */
export async function takeBack(
  parts: UndoParts,
  turn: Turn,
  written: Written,
  asked: number | undefined,
): Promise<Outcome> {
  requireSay(turn, written);
  const changes = written.changes.filter((change) => !change.undone);
  const documents = written.documents.filter((change) => !change.undone);
  if (changes.length + documents.length === 0) throw doneAlready(written);
  const author = { ...authorOf(parts, turn), session_id: turn.session.id, turn_id: turn.id };
  const entries: readonly Entry[] =
    changes.length > 0 ? await loadForUndo(parts.bible, turn.project.id, changes) : [];
  const undone = changes.length > 0 ? undoAll(changes.toReversed(), entries, author) : NO_CHANGES;
  if (!undone.ok) throw refused(written, undone);
  const papers = undoDocuments(documents.toReversed(), turn.project, author);
  if (!papers.ok) throw refused(written, papers);
  const others = othersIn([...changes, ...documents], turn.person.id);
  const said = others.length > 0 ? [...changes, ...documents] : [];
  const { nameOf } = await whatWasSaid(parts.messages, said, turn.person);
  return {
    changes: undone.changes,
    undone: [...undone.undone, ...papers.undone],
    ...(papers.documents.length > 0 ? { documents: papers.documents, project: papers.project } : {}),
    blocks: undoneReply({
      turn,
      written: { changes, documents },
      asked,
      changes: undone.changes,
      documents: papers.documents,
      whose: others.map(nameOf),
    }),
    memory: { focus: focusAfter(turn.session.memory.focus, undone.changes, entries) },
  };
}

const NO_CHANGES = { ok: true, changes: [], undone: [] } as const;

/** Whether all of it are undos, so that taking them back brings something back. */
const isRedo = ({ changes, documents }: Written): boolean =>
  [...changes, ...documents].every(({ undoes, redoes }) => undoes !== undefined && redoes === undefined);

const refused = (written: Written, { reason, hint }: { reason: string; hint: string }): UserError =>
  new UserError(
    "conflict",
    `I could not ${isRedo(written) ? "bring that back" : "undo that"}: ${reason}.`,
    hint,
  );

const doneAlready = (written: Written): UserError =>
  isRedo(written)
    ? new UserError("conflict", "That was brought back already.", "Type /undo to take it back once more.")
    : new UserError("conflict", "That is undone already.", "Type /undo for the last thing that is not.");

function requireSay(turn: Turn, { changes, documents }: Written): void {
  const { corrections } = settingsOf(turn.project);
  const bar = barredFromUndo([...changes, ...documents], turn.person, corrections);
  if (bar === "lock") requireRole(turn.person.role, "producer", "lock or unlock");
  if (bar === "plan") requireRole(turn.person.role, "producer", "undo what others did to the workflow");
  if (bar === undefined) return;
  const names = [
    ...changes.map(({ name }) => name),
    ...documents.map((one) => `the ${one.document === "plan" ? "workflow" : one.document}`),
  ];
  throw new UserError(
    "forbidden",
    `What was written of ${wordList([...new Set(names)], 4)} is somebody else’s, and this project reviews corrections.`,
    "Say what it should be and they are asked, or ask a producer to undo it.",
  );
}
