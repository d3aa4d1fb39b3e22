import type { z } from "zod";
import { Project } from "../project.ts";

/** The part of a project that its workflow is made of, apart from what people wrote. */
export const PlanState = Project.pick({
  workflow: true,
  workflow_version: true,
  format: true,
  step_marks: true,
  active_step: true,
  waived_gates: true,
  branches: true,
});
export type PlanState = z.infer<typeof PlanState>;

const KEYS = Object.keys(PlanState.shape).sort() as (keyof PlanState)[];

/** The same state gives the same text, whatever the order in which it came about; what is empty is as good as absent. */
export const planText = (project: PlanState): string =>
  JSON.stringify(
    Object.fromEntries(KEYS.flatMap((key) => (isEmpty(project[key]) ? [] : [[key, sorted(project[key])]]))),
  );

/** The project with the state that a text holds in place of its own. Throws ZodError for a text that `planText` did not make. */
export function withPlan(project: Project, text: string): Project {
  const state = PlanState.partial().parse(JSON.parse(text));
  const rest = Object.fromEntries(
    Object.entries(project).filter(([key]) => !KEYS.some((each) => each === key)),
  );
  return Project.parse({ workflow: project.workflow, step_marks: {}, ...rest, ...state });
}

export const planOf = (text: string): PlanState =>
  PlanState.parse({ workflow: "", step_marks: {}, ...JSON.parse(text) });

const isEmpty = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
