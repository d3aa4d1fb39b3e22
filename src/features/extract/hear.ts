import type { Turn } from "../../chat/turn.ts";
import { type Applied, type ApplyInput, applyReading } from "../../domain/bible/apply-reading.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { loadKnown } from "../../domain/bible/load-known.ts";
import { beyond } from "../../domain/bible/seen.ts";
import { schemaOf } from "../../domain/project.ts";
import type { Statement } from "../../domain/reading/reading.ts";
import { filmAfter } from "../../domain/workflow/film.ts";
import { checkGate } from "../../domain/workflow/gate.ts";
import { nameKey } from "../../lib/name-keys.ts";
import type { ExtractParts } from "./parts.ts";

type EntryStatement = Statement & { type: "entry" };

/** Kinds whose entries may have named someone before they were made. */
const NAMING_KINDS: readonly string[] = ["scene", "prop"];

export interface Heard extends Applied {
  readonly known: readonly Entry[];
}

/** Whose words are heard: by default the turn's own message and person. */
export interface Source {
  readonly message?: ApplyInput["message"];
  readonly said_by?: string;
  readonly contradictions: "ask" | "write";
}

/**
 * Holds statements against the bible within the workflow's gates. Characters made in the same message count, and a part
 * that must wait takes nothing else with it. Writes nothing.
 */
export async function hear(
  parts: ExtractParts,
  turn: Turn,
  statements: readonly Statement[],
  source: Source,
): Promise<Heard> {
  const bible = beyond(parts.bible, turn.seen);
  const known = await loadKnown(bible, turn.project.id, statements, nearby(turn, statements));
  const applied = withinGates(turn, (withhold) =>
    applyReading({
      reading: { statements: without(statements, withhold) },
      known,
      withhold,
      message: turn.message,
      ...source,
      by: turn.person.id,
      at: parts.clock.now().toISOString(),
      project_id: turn.project.id,
      session_id: turn.session.id,
      turn_id: turn.id,
      schema: schemaOf(turn.project),
      nextId: (kind) => parts.ids.next(kind),
    }),
  );
  return { ...applied, known };
}

/** Applies once as if every gate were open, then again without the kinds whose gate that would not pass. */
function withinGates(turn: Turn, applyWithout: (withhold: readonly EntryKind[]) => Applied): Applied {
  const free = applyWithout([]);
  const film = filmAfter(turn, free.changes);
  const made = new Set(
    free.changes.filter((change) => change.action === "created").map((change) => change.kind),
  );
  const withhold = [...made].filter((kind) => !checkGate(film, kind).ok);
  return withhold.length > 0 ? applyWithout(withhold) : free;
}

/** A scene that must wait takes the place its heading names with it. */
function without(statements: readonly Statement[], withhold: readonly EntryKind[]): Statement[] {
  const waiting = statements.filter((each) => each.type === "entry" && withhold.includes(each.kind));
  return statements.filter(
    (each) => each.type !== "entry" || !waiting.some((scene) => isPlaceOf(each, scene)),
  );
}

function isPlaceOf(place: EntryStatement, scene: Statement): boolean {
  if (place.kind !== "location" || scene.type !== "entry") return false;
  const inside = scene.span.start <= place.span.start && place.span.end <= scene.span.end;
  const named = scene.fields.some(
    ({ field, value }) => field === "location" && nameKey(String(value)) === nameKey(place.subject.name),
  );
  return inside && named;
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
