import { savedReply } from "../../chat/saved-reply.ts";
import type { Skill } from "../../chat/skill.ts";
import type { Turn } from "../../chat/turn.ts";
import { type Applied, applyReading } from "../../domain/bible/apply-reading.ts";
import { countsAfter } from "../../domain/bible/count-changes.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import type { Reading, Statement } from "../../domain/reading/reading.ts";
import { requireRole } from "../../domain/role.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import type { BibleStore } from "../../ports/bible-store.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";

export interface ExtractParts {
  readonly bible: BibleStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Kinds whose entries may have named someone before they were made. */
const NAMING_KINDS: readonly string[] = ["scene", "prop"];

/**
 * Turns what people say into the story bible. The workflow's gates hold for what is new; characters made in the same
 * message count, and a part that must wait takes nothing else of the message with it.
 */
export function createExtractSkill(parts: ExtractParts): Skill {
  return {
    name: "extract",
    claims: (_turn, reading) => reading.statements.length > 0,
    run: async (turn, reading) => {
      requireRole(turn.person.role, "writer", "change the bible");
      const { statements } = reading;
      const known = await loadKnown(parts.bible, turn.project.id, statements, nearby(turn, statements));
      const applied = withinGates(turn, (withhold) => apply(parts, turn, reading, known, withhold));
      return savedReply(turn, { ...applied, known });
    },
  };
}

function apply(
  parts: ExtractParts,
  turn: Turn,
  reading: Reading,
  known: readonly Entry[],
  withhold: readonly EntryKind[],
): Applied {
  return applyReading({
    reading,
    known,
    withhold,
    message: turn.message,
    by: turn.person.id,
    at: parts.clock.now().toISOString(),
    project_id: turn.project.id,
    session_id: turn.session.id,
    turn_id: turn.id,
    nextId: (kind) => parts.ids.next(kind),
  });
}

/** Applies once as if every gate were open, then again without the kinds whose gate that would not pass. */
function withinGates(turn: Turn, applyWithout: (withhold: readonly EntryKind[]) => Applied): Applied {
  const free = applyWithout([]);
  const counts = countsAfter(turn.counts, free.changes);
  const made = new Set(
    free.changes.filter((change) => change.action === "created").map((change) => change.kind),
  );
  const withhold = [...made].filter((kind) => !checkGate(turn.project, counts, kind).ok);
  return withhold.length > 0 ? applyWithout(withhold) : free;
}

/** Scenes and props in focus, when the message may bring in someone they name. */
function nearby(turn: Turn, statements: readonly Statement[]): string[] {
  const brings = statements.some(
    (statement) => (statement.type === "entry" || statement.type === "relationship") && statement.explicit,
  );
  if (!brings) return [];
  return turn.session.memory.focus
    .filter((each) => NAMING_KINDS.includes(each.kind))
    .map((each) => each.entry_id);
}
