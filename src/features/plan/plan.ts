import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { updateOffer } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { documentIds } from "../../domain/bible/stale.ts";
import { UserError } from "../../domain/errors.ts";
import { withStaleSteps } from "../../domain/workflow/stale-steps.ts";
import type { StepView } from "../../domain/workflow/step-view.ts";
import { completeStep, reopenStep, skipStep, type Transition } from "../../domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import type { Clock } from "../../ports/clock.ts";
import type { StaleStore } from "../../ports/stale-store.ts";

const MARKS: Record<StepView["state"], string> = {
  completed: "✓",
  skipped: "–",
  active: "▶",
  available: "○",
  blocked: "!",
  locked: "·",
  stale: "~",
};
const MAX_MARKS = 100;

export interface Plan {
  /** Where the project stands: percent, the current step and what it misses, and the next moves. */
  status(turn: Turn): Promise<Outcome>;
  /** Every step with its state. */
  steps(turn: Turn): Promise<Outcome>;
  complete(turn: Turn, step: string): Promise<Outcome>;
  skip(turn: Turn, step: string, reason: string): Promise<Outcome>;
  reopen(turn: Turn, step: string): Promise<Outcome>;
}

export interface PlanParts {
  readonly clock: Clock;
  readonly stale: StaleStore;
}

export function createPlan(parts: PlanParts): Plan {
  const move = (turn: Turn, step: string) => ({
    project: turn.project,
    counts: turn.counts,
    step,
    by: turn.person.id,
    at: parts.clock.now().toISOString(),
  });
  return {
    status: async (turn) => {
      const steps = await stepsOf(parts, turn);
      return { blocks: [summary(turn), ...outOfDate(steps), ...offers(turn, steps)] };
    },
    steps: async (turn) => {
      const steps = await stepsOf(parts, turn);
      return { blocks: [timeline(turn, steps), ...offers(turn, steps)] };
    },
    complete: async (turn, step) =>
      settled(turn, completeStep(move(turn, step)), (name) => `${name} is marked done.`),
    skip: async (turn, step, reason) =>
      settled(turn, skipStep(move(turn, step), reason), (name) => `${name} is skipped: ${reason.trim()}.`),
    reopen: async (turn, step) =>
      settled(turn, reopenStep(move(turn, step)), (name) => `${name} is open again.`),
  };
}

/** The steps as they stand, with those whose documents may be out of date. */
async function stepsOf({ stale }: PlanParts, turn: Turn): Promise<readonly StepView[]> {
  const { project, counts } = turn;
  const filter = { project_id: project.id, dependant_ids: documentIds(project) };
  const marks = await stale.list(filter, MAX_MARKS);
  return withStaleSteps(evaluateWorkflow(project, counts), project, marks).steps;
}

function settled(turn: Turn, transition: Transition, say: (name: string) => string): Outcome {
  if (!transition.ok)
    throw new UserError("blocked", transition.reason, "Type /workflow to see where the project stands.");
  const after = { ...turn, project: transition.project };
  return {
    project: transition.project,
    blocks: [{ type: "text", text: `${say(transition.step.name)} ${sentence(after)}` }, ...offers(after)],
  };
}

function summary(turn: Turn): DraftBlock {
  return {
    type: "text",
    text: `**${turn.project.title}** · ${turn.project.workflow} workflow. ${sentence(turn)}`,
  };
}

/** "2 of 13 steps are done (15 %). Now: Logline, which still needs a logline." */
function sentence(turn: Turn): string {
  const view = evaluateWorkflow(turn.project, turn.counts);
  const passed = view.steps.filter((step) => step.state === "completed" || step.state === "skipped").length;
  const head = `${passed} of ${view.steps.length} steps are done (${view.percent} %).`;
  const current = view.steps.find((step) => step.id === view.current);
  if (!current) return `${head} Every step is done.`;
  const missing = current.missing.length > 0 ? `, which has ${current.missing.join(" and ")}` : "";
  return `${head} Now: **${current.name}**${missing.replace(/which has (an? )/, "which still needs $1")}.`;
}

/** "The synopsis may be out of date: Sarah’s age changed from 28 to 31." */
function outOfDate(steps: readonly StepView[]): DraftBlock[] {
  const lines = behind(steps).map((step) => `The ${step.id} may be out of date: ${reason(step)}.`);
  return lines.length > 0 ? [{ type: "text", text: lines.join("\n") }] : [];
}

const behind = (steps: readonly StepView[]) => steps.filter((step) => step.state === "stale");

function reason({ reasons = [] }: StepView): string {
  const [first = "", ...others] = reasons;
  return others.length > 0 ? `${first}, and ${others.length} more` : first;
}

function timeline(turn: Turn, steps: readonly StepView[]): DraftBlock {
  const { percent } = evaluateWorkflow(turn.project, turn.counts);
  const items = steps.map((step) => {
    if (step.state === "stale")
      return `${MARKS.stale} ${step.name} (done, but may be out of date: ${reason(step)})`;
    const missing =
      step.missing.length === 0
        ? ""
        : step.state === "locked"
          ? ` (after ${step.missing.join(", ")})`
          : ` (${step.missing.join(", ")})`;
    return `${MARKS[step.state]} ${step.name}${missing}`;
  });
  return { type: "list", title: `${turn.project.title}: ${percent} % done`, items };
}

function offers(turn: Turn, steps: readonly StepView[] = []): DraftBlock[] {
  const { next } = evaluateWorkflow(turn.project, turn.counts);
  const updates = behind(steps).map((step) => updateOffer(step.id, `the ${step.id}`));
  const all = [...next, ...updates];
  return all.length > 0 ? [{ type: "offers", prompt: "What next?", offers: all }] : [];
}
