import { stepMarks } from "../../domain/bible/step-marks.ts";
import type { Operation } from "../../domain/operation.ts";
import { markedSteps, tellSteps } from "../../domain/workflow/stale-steps.ts";
import { BULK_KINDS } from "./kinds/index.ts";
import type { BulkParts } from "./parts.ts";

/** So many of an operation's changes are looked at; how many more there are is told as a number. */
const NAMED = 20;

/**
 * Marks the done steps that were made from what an operation has made or changed, as a turn's changes do, and says so.
 * Once an operation and not once an item: its cost does not grow with the items. May be called again; undefined when
 * nothing is out of date.
 */
export async function outdateSteps(parts: BulkParts, operation: Operation): Promise<string | undefined> {
  const { id, type, project_id, progress, started_at } = operation;
  if (!BULK_KINDS[type].writes || progress.completed === 0 || !parts.workflowOf) return undefined;
  const project = await parts.projects.get(project_id);
  if (!project) return undefined;
  const workflow = await parts.workflowOf(project);
  const steps = markedSteps({ workflow, project });
  if (steps.length === 0) return undefined;
  const changes = await parts.bible.newestOfOperation(id, NAMED);
  const at = parts.clock.now().toISOString();
  const marks = steps.flatMap((step) => {
    const doneAt = project.step_marks[step.id]?.at ?? "";
    // Whoever marked the step done meanwhile knew what had been made until then.
    const since = changes.filter((change) => change.at >= doneAt);
    const all = changes.length === NAMED && doneAt <= started_at;
    const more = all ? Math.max(0, progress.completed - NAMED) : 0;
    return stepMarks({ changes: since, more, project, steps: [step], at });
  });
  await parts.operations.outdates(marks);
  const told = tellSteps({ workflow, project }, marks);
  return told === "" ? undefined : `${told} Type /stale to see why.`;
}
