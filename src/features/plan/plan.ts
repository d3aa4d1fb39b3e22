import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import { UserError } from "../../domain/errors.ts";
import type { StepView } from "../../domain/workflow/step-view.ts";
import { completeStep, reopenStep, skipStep, type Transition } from "../../domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import type { Clock } from "../../ports/clock.ts";

const MARKS: Record<StepView["state"], string> = {
  completed: "✓",
  skipped: "–",
  active: "▶",
  available: "○",
  blocked: "!",
  locked: "·",
};

export interface Plan {
  /** Where the project stands: percent, the current step and what it misses, and the next moves. */
  status(turn: Turn): Promise<Outcome>;
  /** Every step with its state. */
  steps(turn: Turn): Promise<Outcome>;
  complete(turn: Turn, step: string): Promise<Outcome>;
  skip(turn: Turn, step: string, reason: string): Promise<Outcome>;
  reopen(turn: Turn, step: string): Promise<Outcome>;
}

export function createPlan(parts: { readonly clock: Clock }): Plan {
  const move = (turn: Turn, step: string) => ({
    project: turn.project,
    counts: turn.counts,
    step,
    by: turn.person.id,
    at: parts.clock.now().toISOString(),
  });
  return {
    status: async (turn) => ({ blocks: [summary(turn), ...offers(turn)] }),
    steps: async (turn) => ({ blocks: [timeline(turn), ...offers(turn)] }),
    complete: async (turn, step) =>
      settled(turn, completeStep(move(turn, step)), (name) => `${name} is marked done.`),
    skip: async (turn, step, reason) =>
      settled(turn, skipStep(move(turn, step), reason), (name) => `${name} is skipped: ${reason.trim()}.`),
    reopen: async (turn, step) =>
      settled(turn, reopenStep(move(turn, step)), (name) => `${name} is open again.`),
  };
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

function timeline(turn: Turn): DraftBlock {
  const view = evaluateWorkflow(turn.project, turn.counts);
  const items = view.steps.map((step) => {
    const missing =
      step.missing.length === 0
        ? ""
        : step.state === "locked"
          ? ` (after ${step.missing.join(", ")})`
          : ` (${step.missing.join(", ")})`;
    return `${MARKS[step.state]} ${step.name}${missing}`;
  });
  return { type: "list", title: `${turn.project.title}: ${view.percent} % done`, items };
}

function offers(turn: Turn): DraftBlock[] {
  const { next } = evaluateWorkflow(turn.project, turn.counts);
  return next.length > 0 ? [{ type: "offers", prompt: "What next?", offers: next }] : [];
}
