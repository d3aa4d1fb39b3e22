import { fingerprint } from "../../lib/fingerprint.ts";
import type { Offer } from "../choice.ts";
import type { Film } from "./film.ts";
import { evaluateWorkflow } from "./workflow-view.ts";

export const NEXT_PREFIX = "nxt_";

/** A next move as a button that is computed, not stored: its id says for which state of the project it was offered. */
export type NextChoice = Offer & { readonly id: string };

export function nextChoices(film: Film): NextChoice[] {
  const state = stateOf(film);
  return evaluateWorkflow(film).next.map((offer, index) => ({
    ...offer,
    id: `${NEXT_PREFIX}${state}_${index}`,
  }));
}

/** What such a button does. "expired" when the project has moved on since; undefined when the id is none of ours. */
export function resolveNextChoice(id: string, film: Film): Offer | "expired" | undefined {
  const match = /^nxt_([0-9a-z]+)_(\d)$/.exec(id);
  if (!match) return undefined;
  if (match[1] !== stateOf(film)) return "expired";
  return nextChoices(film)[Number(match[2])];
}

const stateOf = ({ project, counts }: Film) =>
  fingerprint(JSON.stringify([project.id, project.version, counts]));
