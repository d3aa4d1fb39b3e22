import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";
import { find } from "../../domain/workflow/transitions.ts";
import type { Plan } from "./plan.ts";

/** "Write the breakdown": what is asked for is a step whose work is made elsewhere. Says so, and what leads there. */
export async function makeOutside(plan: Plan, turn: Turn, id: string): Promise<Outcome> {
  const standing = find(turn, id);
  if (!standing || standing.state === "locked" || standing.state === "blocked") return plan.advance(turn, id);
  const { step, state } = standing;
  const name = step.name.charAt(0).toLowerCase() + step.name.slice(1);
  const is =
    state === "completed" ? ", and is marked done already" : state === "skipped" ? ", and is skipped" : "";
  const text = `I do not make the **${name}** myself: it is made outside of Backlot${is}. The bible that it builds on comes out as tables.`;
  const done: Offer[] =
    is === ""
      ? [
          {
            label: `Mark ${name} done`.slice(0, 80),
            description: "Once it is there",
            category: "manual",
            action: { type: "command", command: "workflow", options: { action: "complete", step: id } },
          },
        ]
      : [];
  return {
    blocks: [
      { type: "text", text },
      { type: "offers", offers: [EXPORT, ...done] },
    ],
  };
}

const EXPORT: Offer = {
  label: "Export the tables",
  description: "The film as files, a table of each kind",
  category: "recommended",
  action: { type: "command", command: "export", options: {} },
};
