import { fingerprint } from "../../lib/fingerprint.ts";
import type { Counts } from "../bible/kinds.ts";
import type { Offer } from "../choice.ts";
import type { Project } from "../project.ts";
import { evaluateWorkflow } from "./workflow-view.ts";

export const NEXT_PREFIX = "nxt_";

/** A next move as a button that is computed, not stored: its id says for which state of the project it was offered. */
export type NextChoice = Offer & { readonly id: string };

export function nextChoices(project: Project, counts: Counts): NextChoice[] {
  const state = stateOf(project, counts);
  return evaluateWorkflow(project, counts).next.map((offer, index) => ({
    ...offer,
    id: `${NEXT_PREFIX}${state}_${index}`,
  }));
}

/** What such a button does. "expired" when the project has moved on since; undefined when the id is none of ours. */
export function resolveNextChoice(
  id: string,
  project: Project,
  counts: Counts,
): Offer | "expired" | undefined {
  const match = /^nxt_([0-9a-z]+)_(\d)$/.exec(id);
  if (!match) return undefined;
  if (match[1] !== stateOf(project, counts)) return "expired";
  return nextChoices(project, counts)[Number(match[2])];
}

const stateOf = (project: Project, counts: Counts) =>
  fingerprint(JSON.stringify([project.id, project.version, counts]));
