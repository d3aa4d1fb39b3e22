import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import { updateOffer } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import { NO_STALE } from "../../domain/bible/stale.ts";
import type { Offer } from "../../domain/choice.ts";
import { UserError } from "../../domain/errors.ts";
import { FILM_FORMATS } from "../../domain/project.ts";
import { requireRole } from "../../domain/role.ts";
import type { StepDefinition } from "../../domain/workflow/definition.ts";
import { fineWith, staleIds, withStaleSteps } from "../../domain/workflow/stale-steps.ts";
import {
  activateStep,
  completeStep,
  find,
  type Move,
  openStep,
  reopenStep,
  skipStep,
  type Transition,
} from "../../domain/workflow/transitions.ts";
import { waiveGate } from "../../domain/workflow/waive-gate.ts";
import { evaluateWorkflow, type WorkflowView } from "../../domain/workflow/workflow-view.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DocumentStore } from "../../ports/document-store.ts";
import type { MessageStore } from "../../ports/message-store.ts";
import type { StaleStore } from "../../ports/stale-store.ts";
import { planHistory } from "./plan-history.ts";
import { outOfDate, sentence, stepList } from "./plan-words.ts";

const MAX_MARKS = 100;

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

export interface PlanParts {
  readonly clock: Clock;
  readonly stale: StaleStore;
  readonly documents: DocumentStore;
  readonly messages: MessageStore;
  /** The view as a picture; none where it cannot be drawn. */
  readonly timeline: (turn: Turn, view: WorkflowView) => Promise<readonly DraftBlock[]>;
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
      const { view, marked } = await seen(parts, turn);
      const text = `**${turn.project.title}** · ${view.title}. ${sentence(view)}`;
      const picture = await parts.timeline(turn, view);
      return { blocks: [{ type: "text", text }, ...picture, ...outOfDate(view), ...offers(view, marked)] };
    },
    steps: async (turn) => {
      const { view, marked } = await seen(parts, turn);
      return { blocks: [stepList(turn.project.title, view), ...offers(view, marked)] };
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
      return settled(
        turn,
        skipStep(turn, moveOf(turn, step, reason)),
        (name) => `${name} is skipped: ${reason.trim()}.`,
      );
    },
    reopen: async (turn, step) => {
      mayLead(turn);
      return settled(turn, reopenStep(turn, moveOf(turn, step)), (name) => `${name} is open again.`);
    },
    setFormat: async (turn, format) => {
      requireRole(turn.person.role, "producer", "change what kind of film it is");
      const found = FILM_FORMATS.find((each) => each === format.trim().toLowerCase());
      if (!found)
        throw new UserError(
          "invalid",
          `"${format.slice(0, 40)}" is no kind of film I know.`,
          `Type one of: ${FILM_FORMATS.map((each) => `/workflow format ${each}`).join(", ")}.`,
        );
      return done(turn, { ...turn.project, format: found }, `This is a **${found}** now.`);
    },
    history: (turn, before) => planHistory(parts, turn, before),
    override: async (turn, what, reason) => {
      requireRole(turn.person.role, "producer", "open a step before its time");
      const move = moveOf(turn, what, reason);
      const gate = waiveGate(turn, move);
      if (gate)
        return gate.ok
          ? done(turn, gate.project, `${gate.said} The reason is kept: ${reason.trim()}.`)
          : refused(gate);
      return settled(
        turn,
        openStep(turn, move),
        (name) => `${name} is open before its time: ${reason.trim()}.`,
      );
    },
  };
}

const mayLead = (turn: Turn): void => requireRole(turn.person.role, "writer", "move the film on");

/** Without a step: the current one is brought to its end, by hand where it has no data of its own. */
function advance(turn: Turn, move: Move): Outcome {
  if (move.step.trim() !== "") return settled(turn, activateStep(turn, move), (name) => `On to **${name}**.`);
  const { current } = evaluateWorkflow(turn);
  if (current === null)
    throw new UserError(
      "blocked",
      "Every step is done: there is nowhere to go on to.",
      "Type /workflow steps to see them.",
    );
  return settled(turn, completeStep(turn, { ...move, step: current }), (name) => `${name} is done.`);
}

async function complete(parts: PlanParts, turn: Turn, move: Move): Promise<Outcome> {
  const standing = find(turn, move.step);
  if (standing?.state !== "completed")
    return settled(turn, completeStep(turn, move), (name) => `${name} is marked done.`);
  const { marked } = await seen(parts, turn);
  const stale = marked.includes(standing.step);
  const outcome = settled(turn, completeStep(turn, move, stale), (name) => `${name} holds as it is.`);
  return stale ? { ...outcome, stale: { ...NO_STALE, fine: fineWith(turn, standing.step) } } : outcome;
}

interface Seen {
  readonly view: WorkflowView;
  /** Steps that may be out of date by themselves, not for what they are built on. */
  readonly marked: readonly StepDefinition[];
}

/** The film as it stands, with the steps that may be out of date. */
async function seen({ stale }: PlanParts, turn: Turn): Promise<Seen> {
  const ids = staleIds(turn);
  const marks =
    ids.length > 0 ? await stale.list({ project_id: turn.project.id, dependant_ids: ids }, MAX_MARKS) : [];
  const behind = new Set(marks.map((mark) => mark.dependant_id));
  const view = withStaleSteps(evaluateWorkflow(turn), turn, marks);
  const old = new Set(view.steps.filter(({ state }) => state === "stale").map(({ id }) => id));
  const marked = turn.workflow.steps.filter(
    (step) => old.has(step.id) && fineWith(turn, step).some((id) => behind.has(id)),
  );
  return { view, marked };
}

function settled(turn: Turn, transition: Transition, say: (name: string) => string): Outcome {
  return transition.ok ? done(turn, transition.project, say(transition.step.name)) : refused(transition);
}

function done(turn: Turn, project: Turn["project"], said: string): Outcome {
  const view = evaluateWorkflow({ ...turn, project });
  return {
    project,
    blocks: [
      { type: "text", text: `${said} ${sentence(view)}` },
      {
        type: "offers",
        prompt: "What next?",
        offers: [...view.next, undoOffer(turn.id)],
        next: view.next.length,
      },
    ],
  };
}

function offers(view: WorkflowView, marked: readonly StepDefinition[]): DraftBlock[] {
  const all = [...view.next, ...marked.map(upToDate)];
  return all.length > 0
    ? [{ type: "offers", prompt: "What next?", offers: all, next: view.next.length }]
    : [];
}

/** A paper is written anew; for a step without one, somebody looks and says that it holds. */
function upToDate({ id, name, needs }: StepDefinition): Offer {
  const paper = needs.find((need) => need.type === "document");
  if (paper) return updateOffer(paper.document, `the ${paper.document}`);
  return {
    label: `${name} holds as it is`.slice(0, 80),
    description: "Marks it done anew, after a look at what changed",
    category: "alternative",
    action: { type: "command", command: "workflow", options: { action: "complete", step: id } },
  };
}
