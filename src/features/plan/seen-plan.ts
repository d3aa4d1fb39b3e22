import type { DraftBlock } from "../../chat/reply.ts";
import { holdsOffer, updateOffer } from "../../chat/stale-offers.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import type { StepDefinition } from "../../domain/workflow/definition.ts";
import { fineWith, staleIds, withStaleSteps } from "../../domain/workflow/stale-steps.ts";
import { evaluateWorkflow, type WorkflowView } from "../../domain/workflow/workflow-view.ts";
import type { PlanParts } from "./plan-parts.ts";

const MAX_MARKS = 100;

export interface Seen {
  readonly view: WorkflowView;
  /** Steps that may be out of date by themselves, not for what they are built on. */
  readonly marked: readonly StepDefinition[];
}

/** The film as it stands, with the steps that may be out of date. */
export async function seenPlan({ stale }: Pick<PlanParts, "stale">, turn: Turn): Promise<Seen> {
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

/** The next moves, and how to bring up to date what may be out of it. */
export function planOffers(view: WorkflowView, marked: readonly StepDefinition[]): DraftBlock[] {
  const all = [...view.next, ...marked.map(upToDate)];
  return all.length > 0
    ? [{ type: "offers", prompt: "What next?", offers: all, next: view.next.length }]
    : [];
}

/** A paper is written anew; for a step without one, somebody looks and says that it holds. */
function upToDate(step: StepDefinition): Offer {
  const paper = step.needs.find((need) => need.type === "document");
  return paper ? updateOffer(paper.document, `the ${paper.document}`) : holdsOffer(step);
}
