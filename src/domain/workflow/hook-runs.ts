import type { Role } from "../role.ts";
import { completedBy, reopenedBy } from "./completed-by.ts";
import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import type { HookRun, HookWrite } from "./hook-run.ts";

/** What a step was completed by, and who is behind it. `id` is the turn's or the operation's, with its round. */
export interface Origin {
  readonly id: string;
  readonly turn_id?: string;
  readonly session_id: string;
  readonly by: string;
  readonly by_name?: string | undefined;
  readonly role: Role;
  readonly at: string;
}

/**
 * What is to be run because of what a write does to the film; undefined when no step with hooks comes to be complete or
 * ceases to be. `again`: the write takes back or brings back an earlier one, so what it completes was completed before.
 */
export function hookRuns(before: Film, after: Film, origin: Origin, again: boolean): HookWrite | undefined {
  if (after.workflow.steps.every(({ hooks }) => hooks.length === 0)) return undefined;
  const completed = completedBy(before, after).filter(hasHooks);
  const gone = reopenedBy(before, after).filter(hasHooks);
  if (completed.length + gone.length === 0) return undefined;
  return {
    project_id: after.project.id,
    gone: gone.map(({ id }) => id),
    back: again ? completed.map(({ id }) => id) : [],
    runs: again ? [] : completed.flatMap((step) => runsOf(step, after, origin)),
  };
}

const hasHooks = ({ hooks }: StepDefinition): boolean => hooks.length > 0;

function runsOf(step: StepDefinition, { project }: Film, origin: Origin): HookRun[] {
  const { id: from, by_name, turn_id, ...rest } = origin;
  const tail = from.replace(/^[a-z]+_/, "");
  return step.hooks.map((hook, index) => ({
    id: `hkr_${tail}_${step.id}_${index}`,
    project_id: project.id,
    ...rest,
    ...(turn_id === undefined ? {} : { turn_id }),
    ...(by_name === undefined ? {} : { by_name }),
    origin: from,
    step: step.id,
    step_name: step.name,
    index,
    hook,
    status: "pending",
    round: 0,
    attempts: 0,
    told: false,
    version: 1,
  }));
}
