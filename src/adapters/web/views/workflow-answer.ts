import type { Counts } from "../../../domain/bible/kinds.ts";
import type { Project } from "../../../domain/project.ts";
import { type NextChoice, nextChoices } from "../../../domain/workflow/next-choices.ts";
import type { WebDeps } from "../deps.ts";
import type { PublicChoice, WorkflowAnswer } from "../schemas/workflow.ts";

export function workflowAnswer(
  { workflow }: Pick<WebDeps, "workflow">,
  project: Project,
  counts: Counts,
): WorkflowAnswer {
  return { ...workflow(project, counts), next: nextChoices(project, counts).map(publicChoice) };
}

function publicChoice({ action: _action, ...choice }: NextChoice): PublicChoice {
  return choice;
}
