import { wordList } from "../../lib/word-list.ts";
import type { ChoiceAction, Offer } from "../choice.ts";
import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";

const MAX_DETAILS = 600;
const NAMED = 4;

/** The offer with what there is to know before pressing: what it does, what it costs, and what the step it is for unlocks. */
export const withDetails = (film: Film, offer: Offer, step?: StepDefinition): Offer => ({
  ...offer,
  details: [doing(offer.action), cost(offer), ...(step ? [unlocking(film, step)] : [])]
    .filter(Boolean)
    .join(" ")
    .slice(0, MAX_DETAILS),
});

/** The same, for an offer that has none yet. */
export const detailed = (film: Film, offer: Offer): Offer =>
  offer.details === undefined ? withDetails(film, offer) : offer;

function doing(action: ChoiceAction): string {
  if (action.type === "prompt") return "I ask you first; nothing is written before you answer.";
  const { command, options } = action;
  if (command === "bulk")
    return "I make drafts in the background. You can stop it, and take back all that it made.";
  if (command !== "workflow") return "I show it; nothing changes.";
  if (options.action === "write")
    return `I write a draft and keep it as the project’s ${options.step}. Undo takes it back, and your own words can take its place.`;
  return "It is marked in your name, and Undo takes it back.";
}

function cost({ minutes, difficulty }: Offer): string {
  if (minutes === undefined) return "";
  const long = minutes === 1 ? "About a minute" : `About ${minutes} minutes`;
  return `${long}${difficulty === undefined ? "" : `, ${difficulty}`}.`;
}

function unlocking({ workflow }: Film, { id, name }: StepDefinition): string {
  const after = workflow.steps.filter(({ requires }) => requires.includes(id)).map((step) => step.name);
  return after.length === 0
    ? `It belongs to ${name}; no other step waits for it.`
    : `It belongs to ${name}, which opens ${wordList(after, NAMED)}.`;
}
