import { undoOffer } from "../../chat/entry-offers.ts";
import type { Outcome } from "../../chat/outcome.ts";
import { refused } from "../../chat/refused.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Transition } from "../../domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../domain/workflow/workflow-view.ts";
import { sentence } from "./plan-words.ts";

/** What a transition leads to: the project as it is now with the next moves, or why not and what leads there. */
export function settlePlan(turn: Turn, transition: Transition, say: (name: string) => string): Outcome {
  return transition.ok
    ? changedPlan(turn, transition.project, say(transition.step.name))
    : refused(transition);
}

export function changedPlan(turn: Turn, project: Turn["project"], said: string): Outcome {
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
