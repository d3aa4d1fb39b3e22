import type { Counts } from "../../../domain/bible/kinds.ts";
import { documentIds } from "../../../domain/bible/stale.ts";
import type { Project } from "../../../domain/project.ts";
import { type NextChoice, nextChoices } from "../../../domain/workflow/next-choices.ts";
import { withStaleSteps } from "../../../domain/workflow/stale-steps.ts";
import type { WebDeps } from "../deps.ts";
import type { PublicChoice, WorkflowAnswer } from "../schemas/workflow.ts";

/** Marks read to tell which documents may be out of date. */
const MAX_MARKS = 100;

export async function workflowAnswer(
  { workflow, stores }: Pick<WebDeps, "workflow" | "stores">,
  project: Project,
  counts: Counts,
): Promise<WorkflowAnswer> {
  const filter = { project_id: project.id, dependant_ids: documentIds(project) };
  const marks = await stores.stale.list(filter, MAX_MARKS);
  const view = withStaleSteps(workflow(project, counts), project, marks);
  return { ...view, next: nextChoices(project, counts).map(publicChoice) };
}

function publicChoice({ action: _action, ...choice }: NextChoice): PublicChoice {
  return choice;
}
