import type { Counts } from "../bible/kinds.ts";
import type { Offer } from "../choice.ts";
import { DOCUMENT_KINDS, type Project } from "../project.ts";
import { checkGate } from "./gate.ts";
import { addCharacter, addScene, inventCharacters } from "./offers.ts";
import type { StepView } from "./step-view.ts";

const MAX_OFFERS = 4;

/**
 * The next moves, best first: the current step's, then the other open steps'. At most one is recommended, and every
 * one of them passes the gates as the project stands.
 */
export function nextOffers(steps: readonly StepView[], project: Project, counts: Counts): Offer[] {
  const open = steps.filter((step) => step.state === "active" || step.state === "available");
  const offers = open.flatMap((step) => stepOffers(step, project, counts));
  const always = storyOffers(project, counts).filter(
    (offer) => !offers.some((other) => other.label === offer.label),
  );
  return [...offers, ...always]
    .slice(0, MAX_OFFERS)
    .map((offer, index) => ({ ...offer, category: index === 0 ? "recommended" : offer.category }));
}

/** What leads through one open step. */
function stepOffers(step: StepView, project: Project, counts: Counts): Offer[] {
  const weight = { minutes: step.minutes, difficulty: step.difficulty, impact: step.impact };
  const document = DOCUMENT_KINDS.find((kind) => kind === step.id);
  if (step.id === "characters") return [addCharacter(weight)];
  if (step.id === "outline") return checkGate(project, counts, "scene").ok ? [addScene(weight)] : [];
  if (document) {
    const known = counts.character > 0 ? "from what the bible knows" : "to start from";
    return [
      {
        label: `Draft ${/^[aeiou]/.test(document) ? "an" : "a"} ${step.name.toLowerCase()}`,
        description: `I write one ${known}; you change what you like`,
        category: "alternative",
        ...weight,
        action: { type: "command", command: "workflow", options: { action: "write", step: step.id } },
      },
    ];
  }
  return [
    {
      label: `Mark ${step.name.toLowerCase()} done`,
      description: "For work made outside of Backlot",
      category: "manual",
      ...weight,
      action: { type: "command", command: "workflow", options: { action: "complete", step: step.id } },
    },
  ];
}

/** A story always takes more people and places, wherever the steps stand. */
function storyOffers(project: Project, counts: Counts): Offer[] {
  const scene = checkGate(project, counts, "scene").ok ? [addScene({})] : [];
  return [addCharacter({}), ...scene, inventCharacters(3)];
}
