import type { Turn } from "../../chat/turn.ts";
import type { Entry } from "../../domain/bible/entry.ts";
import { documentOf, type StaleMark, stepMarkId, stepOf } from "../../domain/bible/stale.ts";
import type { DocumentKind } from "../../domain/project.ts";
import type { StepDefinition } from "../../domain/workflow/definition.ts";
import { markedSteps } from "../../domain/workflow/stale-steps.ts";
import type { StaleParts } from "./parts.ts";

/** Marks read for one reply. What is marked beyond them is told once these are settled. */
const MAX_MARKS = 1_000;

/** Something that may be out of date, with why, newest first. */
export type Behind = {
  readonly id: string;
  readonly name: string;
  readonly marks: readonly StaleMark[];
} & ({ readonly scene: Entry } | { readonly document: DocumentKind; readonly text: string });

export type Marked = ReadonlyMap<string, readonly StaleMark[]>;

/** What is marked in the project, by dependant; of some dependants only when they are named. For the steps see `stepsBehind`. */
export async function markedIn(parts: StaleParts, turn: Turn, ids?: readonly string[]): Promise<Marked> {
  const filter = { project_id: turn.project.id, ...(ids === undefined ? {} : { dependant_ids: ids }) };
  const marks = await parts.stale.list(filter, MAX_MARKS);
  const made = marks.filter((mark) => stepOf(turn.project.id, mark.dependant_id) === undefined);
  return Map.groupBy(made, (mark) => mark.dependant_id);
}

/** Steps of the workflow that somebody marked done and that may be out of date, each with why, newest first. */
export async function stepsBehind(
  parts: StaleParts,
  turn: Turn,
): Promise<readonly { readonly step: StepDefinition; readonly marks: readonly StaleMark[] }[]> {
  const steps = markedSteps(turn);
  if (steps.length === 0) return [];
  const ids = steps.map(({ id }) => stepMarkId(turn.project.id, id));
  const marks = await parts.stale.list({ project_id: turn.project.id, dependant_ids: ids }, MAX_MARKS);
  const byStep = Map.groupBy(marks, (mark) => stepOf(turn.project.id, mark.dependant_id));
  return steps.flatMap((step) => {
    const own = byStep.get(step.id);
    return own ? [{ step, marks: own }] : [];
  });
}

/** These dependants as they stand, in their order; what is gone is left out. */
export async function behindOf(
  parts: StaleParts,
  turn: Turn,
  marked: Marked,
  ids: readonly string[],
): Promise<Behind[]> {
  const projectId = turn.project.id;
  const entryIds = ids.filter((id) => documentOf(projectId, id) === undefined);
  const found = entryIds.length > 0 ? await parts.bible.get(entryIds) : [];
  const entries = new Map(found.map((entry) => [entry.id, entry]));
  return ids.flatMap((id): Behind[] => {
    const marks = marked.get(id) ?? [];
    const document = documentOf(projectId, id);
    const text = document && turn.project.documents[document];
    if (document && text) return [{ id, name: `the ${document}`, marks, document, text }];
    const scene = entries.get(id);
    if (scene === undefined || scene.project_id !== projectId || scene.status === "removed") return [];
    return [{ id, name: scene.name, marks, scene }];
  });
}
