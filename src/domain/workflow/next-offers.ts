import type { Counts } from "../bible/kinds.ts";
import type { Offer } from "../choice.ts";
import { DOCUMENT_KINDS, type Project } from "../project.ts";
import { checkGate } from "./gate.ts";
import type { StepView } from "./workflow-view.ts";

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

type Weight = Pick<Offer, "minutes" | "difficulty" | "impact">;

export function addCharacter(weight: Weight): Offer {
  return {
    label: "Add a character",
    description: "Say who they are in your own words",
    category: "alternative",
    ...weight,
    action: {
      type: "prompt",
      text: "Who is it? Say it as you would to a colleague, for example: “Create a character named Maya, a retired surgeon in her fifties”.",
    },
  };
}

export function addScene(weight: Weight): Offer {
  return {
    label: "Add a scene",
    description: "A slug line and a sentence are enough",
    category: "alternative",
    ...weight,
    action: {
      type: "prompt",
      text: "What happens? Begin with the slug line, for example: “INT. DINER - NIGHT. Sarah meets John to trade what they know.”",
    },
  };
}

export function inventCharacters(count: number): Offer {
  return {
    label: `Invent ${count} characters`,
    description: "Drafts to keep, change or undo",
    category: "alternative",
    minutes: 1,
    difficulty: "easy",
    impact: "medium",
    action: { type: "command", command: "bulk", options: { kind: "characters", count: String(count) } },
  };
}
