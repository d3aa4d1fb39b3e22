import { fingerprint } from "../../lib/fingerprint.ts";
import type { Offer } from "../choice.ts";
import type { Film } from "./film.ts";
import { somethingElse } from "./offers.ts";
import { evaluateWorkflow } from "./workflow-view.ts";

export const NEXT_PREFIX = "nxt_";

/** A next move as a button that is computed, not stored: its id says for which state of the project it was offered. */
export type NextChoice = Offer & { readonly id: string };

export function nextChoices(film: Film): NextChoice[] {
  const state = stateOf(film);
  return offersOf(film).map((offer, index) => ({ ...offer, id: `${NEXT_PREFIX}${state}_${index}` }));
}

/** What such a button does. "expired" when the project has moved on since; undefined when the id is none of ours. */
export function resolveNextChoice(id: string, film: Film): Offer | "expired" | undefined {
  const match = /^nxt_([0-9a-z]+)_(\d)$/.exec(id);
  if (!match) return undefined;
  if (match[1] !== stateOf(film)) return "expired";
  return offersOf(film)[Number(match[2])];
}

/** Counts the orders that the moves had: a button of an earlier one stands for another move now, and is pressed no more. */
const ORDER = 2;

const offersOf = (film: Film): Offer[] => [...evaluateWorkflow(film).next, somethingElse()];

/** Of a state that never returns: after an undo everything may be as it was, and what was pressed before is pressed no more. */
const stateOf = ({ project, counts, revision }: Film) =>
  fingerprint(JSON.stringify([ORDER, project.id, project.version, counts, revision ?? 0]));
