import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Offer } from "../../domain/choice.ts";

/** Tells once that a film was opened for the place, and how it is called otherwise or put elsewhere. */
export function welcome({ session, project }: Turn, outcome: Outcome): Outcome {
  if (!session.memory.new_here || outcome.private || outcome.opened) return outcome;
  const told = { ...outcome, memory: { ...outcome.memory, new_here: false } };
  // Whoever names or chooses a film at once knows that there is one.
  if (outcome.new_project ?? outcome.project ?? outcome.sessions) return told;
  const text = `This channel has a film of its own now: **${project.title}**.`;
  return {
    ...told,
    blocks: [...outcome.blocks, { type: "text", text }, { type: "offers", offers: OFFERS }],
  };
}

const OFFERS: readonly Offer[] = [
  {
    label: "Call it otherwise",
    description: "Tells how",
    category: "manual",
    action: {
      type: "prompt",
      text: "Type `/project rename` and the title, for example: `/project rename Night Shift`.",
    },
  },
  {
    label: "Not here",
    description: "This channel works on no film then; what was said is kept with the film",
    category: "manual",
    action: { type: "command", command: "project", options: { action: "unbind" } },
  },
];
