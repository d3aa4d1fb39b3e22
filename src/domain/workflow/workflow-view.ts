import { z } from "zod";
import type { Counts } from "../bible/kinds.ts";
import { Offer } from "../choice.ts";
import type { Project } from "../project.ts";
import type { StepDefinition, WorkflowDefinition } from "./definition.ts";
import { WORKFLOWS } from "./definitions.ts";
import { isPassed, meets, missingText } from "./needs.ts";
import { nextOffers } from "./next-offers.ts";
import { type StepState, StepView } from "./step-view.ts";

export const WorkflowView = z.object({
  workflow: z.string(),
  /** The step to work on now; null when all are done. */
  current: z.string().nullable(),
  steps: z.array(StepView),
  percent: z.int().min(0).max(100),
  next: z.array(Offer),
});
export type WorkflowView = z.infer<typeof WorkflowView>;

/** Where a project stands in its workflow. Its cost follows the number of steps, not the size of the project. */
export function evaluateWorkflow(project: Project, counts: Counts): WorkflowView {
  const definition = WORKFLOWS[project.workflow];
  const states = definition.steps.map((step) => stateOf(step, definition, project, counts));
  const current = definition.steps[states.indexOf("available")];
  const steps = definition.steps.map((step, index) =>
    viewOf(step, step === current ? "active" : (states[index] ?? "locked"), definition, project, counts),
  );
  const passed = states.filter((state) => state === "completed" || state === "skipped").length;
  return {
    workflow: definition.name,
    current: current?.id ?? null,
    steps,
    percent: Math.round((passed / definition.steps.length) * 100),
    next: nextOffers(steps, project, counts),
  };
}

function stateOf(
  step: StepDefinition,
  definition: WorkflowDefinition,
  project: Project,
  counts: Counts,
): StepState {
  const mark = project.step_marks[step.id];
  if (mark) return mark.state;
  if (isPassed(step, project, counts)) return "completed";
  return openRequirements(step, definition, project, counts).length > 0 ? "locked" : "available";
}

function viewOf(
  step: StepDefinition,
  state: StepState,
  definition: WorkflowDefinition,
  project: Project,
  counts: Counts,
): StepView {
  const { id, name, minutes, difficulty, impact } = step;
  return {
    id,
    name,
    state,
    missing: missingOf(step, state, definition, project, counts),
    minutes,
    difficulty,
    impact,
  };
}

function missingOf(
  step: StepDefinition,
  state: StepState,
  definition: WorkflowDefinition,
  project: Project,
  counts: Counts,
): string[] {
  if (state === "completed" || state === "skipped") return [];
  if (state === "locked") return openRequirements(step, definition, project, counts).map((open) => open.name);
  return step.needs.filter((need) => !meets(need, project, counts)).map((need) => missingText(need, counts));
}

export function openRequirements(
  step: StepDefinition,
  definition: WorkflowDefinition,
  project: Project,
  counts: Counts,
): StepDefinition[] {
  return definition.steps.filter(
    (other) => step.requires.includes(other.id) && !isPassed(other, project, counts),
  );
}
