import { documentOf, type StaleMark } from "../bible/stale.ts";
import type { Project } from "../project.ts";
import type { WorkflowView } from "./workflow-view.ts";

/** The view with completed steps whose documents may be out of date told as such. They still count as done: nothing is closed again by a mark. */
export function withStaleSteps<View extends Pick<WorkflowView, "steps">>(
  view: View,
  project: Project,
  marks: readonly StaleMark[],
): View {
  const byDocument = Map.groupBy(
    marks,
    (mark) => documentOf(project.id, mark.dependant_id) as string | undefined,
  );
  const steps = view.steps.map((step) => {
    const behind = step.state === "completed" ? byDocument.get(step.id) : undefined;
    if (behind === undefined) return step;
    return { ...step, state: "stale" as const, reasons: [...new Set(behind.map((mark) => mark.reason))] };
  });
  return { ...view, steps };
}
