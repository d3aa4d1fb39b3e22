import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { Turn } from "../../chat/turn.ts";
import { NO_STALE } from "../../domain/bible/stale.ts";
import { UserError } from "../../domain/errors.ts";
import { FILM_FORMATS } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import { fineWith } from "../../domain/workflow/stale-steps.ts";
import {
  activateStep,
  completeStep,
  find,
  type Move,
  openStep,
  reopenStep,
  skipStep,
} from "../../domain/workflow/transitions.ts";
import { waiveGate } from "../../domain/workflow/waive-gate.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { planHistory } from "./plan-history.ts";
import type { PlanParts } from "./plan-parts.ts";
import { outOfDate, sentence, stepList } from "./plan-words.ts";
import { planOffers, seenPlan } from "./seen-plan.ts";
import { changedPlan, settlePlan } from "./settle-plan.ts";

export interface Plan {
  /** Where the film stands: percent, the current step and what it misses, and the next moves. */
  status(turn: Turn): Promise<Outcome>;
  /** Every step with its state. */
  steps(turn: Turn): Promise<Outcome>;
  /** Ends the current step and goes on to the next; with a step, makes that the one to work on. */
  advance(turn: Turn, step: string): Promise<Outcome>;
  complete(turn: Turn, step: string, reason: string): Promise<Outcome>;
  skip(turn: Turn, step: string, reason: string): Promise<Outcome>;
  reopen(turn: Turn, step: string): Promise<Outcome>;
  /** A producer opens a step, or the making of a kind of entry, before its time. The reason is kept. */
  override(turn: Turn, what: string, reason: string): Promise<Outcome>;
  /** What kind of film it is: steps that belong to other kinds go out of the plan, those of this one come in. */
  setFormat(turn: Turn, format: string): Promise<Outcome>;
  /** What people did to the workflow, newest first, before the change `before`. */
  history(turn: Turn, before: string): Promise<Outcome>;
}

export function createPlan(parts: PlanParts): Plan {
  const moveOf = (turn: Turn, step: string, reason = ""): Move => ({
    step,
    by: turn.person.id,
    by_name: turn.decided_by ?? turn.person.name,
    at: parts.clock.now().toISOString(),
    reason,
  });
  return {
    status: async (turn) => {
      const { view, marked } = await seenPlan(parts, turn);
      const text = `**${turn.project.title}** · ${view.title}. ${sentence(view)}`;
      const picture = await parts.timeline(turn, view);
      return {
        blocks: [{ type: "text", text }, ...picture, ...outOfDate(view), ...planOffers(view, marked)],
      };
    },
    steps: async (turn) => {
      const { view, marked } = await seenPlan(parts, turn);
      return { blocks: [stepList(turn.project.title, view), ...planOffers(view, marked)] };
    },
    advance: async (turn, step) => {
      mayLead(turn);
      return advance(turn, moveOf(turn, step));
    },
    complete: async (turn, step, reason) => {
      mayLead(turn);
      return complete(parts, turn, moveOf(turn, step, reason));
    },
    skip: async (turn, step, reason) => {
      mayLead(turn);
      return settlePlan(
        turn,
        skipStep(turn, moveOf(turn, step, reason)),
        (name) => `${name} is skipped: ${reason.trim()}.`,
      );
    },
    reopen: async (turn, step) => {
      mayLead(turn);
      return settlePlan(turn, reopenStep(turn, moveOf(turn, step)), (name) => `${name} is open again.`);
    },
    setFormat: async (turn, format) => setFormat(turn, format),
    history: (turn, before) => planHistory(parts, turn, before),
    override: async (turn, what, reason) => override(turn, moveOf(turn, what, reason)),
  };
}

const mayLead = (turn: Turn): void => requireRole(turn.person.role, "writer", "move the film on");

/** Without a step: the current one is brought to its end, by hand where it has no data of its own. */
function advance(turn: Turn, move: Move): Outcome {
  if (move.step.trim() !== "")
    return settlePlan(turn, activateStep(turn, move), (name) => `On to **${name}**.`);
  const { current } = evaluateWorkflow(turn);
  if (current === null)
    throw new UserError(
      "blocked",
      "Every step is done: there is nowhere to go on to.",
      "Type /workflow steps to see them.",
    );
  return settlePlan(turn, completeStep(turn, { ...move, step: current }), (name) => `${name} is done.`);
}

async function complete(parts: PlanParts, turn: Turn, move: Move): Promise<Outcome> {
  const standing = find(turn, move.step);
  if (standing?.state !== "completed")
    return settlePlan(turn, completeStep(turn, move), (name) => `${name} is marked done.`);
  const { marked } = await seenPlan(parts, turn);
  const stale = marked.includes(standing.step);
  const outcome = settlePlan(turn, completeStep(turn, move, stale), (name) => `${name} holds as it is.`);
  return stale ? { ...outcome, stale: { ...NO_STALE, fine: fineWith(turn, standing.step) } } : outcome;
}

function override(turn: Turn, move: Move): Outcome {
  requireRole(turn.person.role, "producer", "open a step before its time");
  const reason = move.reason?.trim() ?? "";
  const gate = waiveGate(turn, move);
  if (!gate)
    return settlePlan(turn, openStep(turn, move), (name) => `${name} is open before its time: ${reason}.`);
  return gate.ok
    ? changedPlan(turn, gate.project, `${gate.said} The reason is kept: ${reason}.`)
    : refused(gate);
}

function setFormat(turn: Turn, format: string): Outcome {
  requireRole(turn.person.role, "producer", "change what kind of film it is");
  const found = FILM_FORMATS.find((each) => each === format.trim().toLowerCase());
  if (found) return changedPlan(turn, { ...turn.project, format: found }, `This is a **${found}** now.`);
  throw new UserError(
    "invalid",
    `"${format.slice(0, 40)}" is no kind of film I know.`,
    `Type one of: ${FILM_FORMATS.map((each) => `/workflow format ${each}`).join(", ")}.`,
  );
}
