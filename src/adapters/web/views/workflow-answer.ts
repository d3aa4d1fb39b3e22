import type { Project } from "../../../domain/project.ts";
import type { Totals } from "../../../domain/workflow/film.ts";
import { type NextChoice, nextChoices } from "../../../domain/workflow/next-choices.ts";
import { staleIds, withStaleSteps } from "../../../domain/workflow/stale-steps.ts";
import { evaluateWorkflow } from "../../../domain/workflow/workflow-view.ts";
import type { WebDeps } from "../deps.ts";
import type { PublicChoice, WorkflowAnswer } from "../schemas/workflow.ts";

/** Marks read to tell which documents may be out of date. */
const MAX_MARKS = 100;

export async function workflowAnswer(
  { workflowOf, stores }: Pick<WebDeps, "workflowOf" | "stores">,
  project: Project,
  totals: Totals,
): Promise<WorkflowAnswer> {
  const film = { project, ...totals, workflow: await workflowOf(project) };
  const ids = staleIds(film);
  const marks =
    ids.length > 0 ? await stores.stale.list({ project_id: project.id, dependant_ids: ids }, MAX_MARKS) : [];
  const view = withStaleSteps(evaluateWorkflow(film), film, marks);
  return { ...view, next: nextChoices(film).map(publicChoice) };
}

function publicChoice({ action: _action, ...choice }: NextChoice): PublicChoice {
  return choice;
}
