import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import { survey } from "./survey.ts";

/**
 * Steps that are complete in `after` and were not in `before`, in the definition's order: somebody marked them, or the
 * data they need is there now. Skipped does not count, and neither does a step that the film did not have before: both
 * films are judged by the later definition, so that a new one completes nothing by itself.
 */
export function completedBy(before: Film, after: Film): StepDefinition[] {
  const then = survey({ ...before, workflow: after.workflow });
  return [...survey(after).values()]
    .filter(({ step, state }) => state === "completed" && (then.get(step.id)?.state ?? state) !== "completed")
    .map(({ step }) => step);
}

/** Steps that were complete in `before` and are not in `after`: when they become so again, that is a new completion. */
export const reopenedBy = (before: Film, after: Film): StepDefinition[] =>
  completedBy(after, { ...before, workflow: after.workflow });
