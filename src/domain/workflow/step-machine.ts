import type { StepState } from "./step-view.ts";

/** What people do to a step. Everything else a state says follows from the film's data. */
export const STEP_EVENTS = ["activate", "complete", "skip", "open", "reopen"] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

/**
 * From which states each event leads on, and where to. What is not listed cannot happen. `complete` of a stale step says
 * that it is fine as it is; `open` is a producer's override. `reopen` takes a person's mark away: where that leads
 * follows from the data, so no state is named.
 */
export const TRANSITIONS: Readonly<
  Record<StepEvent, { readonly from: readonly StepState[]; readonly to?: StepState }>
> = {
  activate: { from: ["available", "active"], to: "active" },
  complete: { from: ["available", "active", "stale"], to: "completed" },
  skip: { from: ["locked", "blocked", "available", "active"], to: "skipped" },
  open: { from: ["locked", "blocked"], to: "available" },
  reopen: { from: ["available", "active", "completed", "skipped", "stale"] },
};

export const mayFire = (event: StepEvent, state: StepState): boolean =>
  TRANSITIONS[event].from.includes(state);
