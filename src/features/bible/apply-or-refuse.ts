import { noteError } from "../../chat/note-text.ts";
import type { Turn } from "../../chat/turn.ts";
import { type Applied, applyReading } from "../../domain/bible/apply-reading.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { authorOf, type BibleParts } from "./parts.ts";

/** What a command that makes something writes. Throws a UserError for a value that does not fit: it stands or falls as a whole. */
export function applyOrRefuse(
  parts: BibleParts,
  turn: Turn,
  statement: Statement,
  known: readonly Entry[],
): Applied {
  const applied = applyReading({
    ...authorOf(parts, turn),
    reading: { statements: [statement] },
    known,
    message: turn.message,
    schema: schemaOf(turn.project),
  });
  const trouble = applied.notes.find((note) => note.type === "invalid");
  if (trouble) throw noteError(trouble);
  return applied;
}
