import type { StepState } from "../../../domain/workflow/step-view.ts";
import type { WorkflowView } from "../../../domain/workflow/workflow-view.ts";
import { ellipsis } from "../../../lib/ellipsis.ts";
import { doneSteps } from "./slate.ts";
import { LOOKS } from "./states.ts";

/** Discord takes 1,024 characters for a picture, Slack 2,000. */
const MAX_ALT = 1_000;
const MAX_NAMES = 8;
const MAX_NAME = 40;

/** What the picture says, for who does not see it: how far, what now and next, and the names of each state's steps. */
export function timelineAlt(view: WorkflowView, { title }: { readonly title: string }): string {
  const head = `${ellipsis(title, 80)}: ${doneSteps(view)} of ${view.steps.length} steps done (${view.percent} %).`;
  const current = view.steps.find(({ id }) => id === view.current);
  const soFar = current && current.missing.length > 0 ? ` (so far: ${current.missing.join(", ")})` : "";
  const now = current ? [`Now: ${ellipsis(`${current.name}${soFar}`, 160)}.`] : [];
  const next = view.next.slice(0, 2).map(({ label }) => label);
  const states = (Object.keys(LOOKS) as StepState[]).flatMap((state) =>
    state === "active" ? [] : named(view, state),
  );
  const told = [head, ...now, ...(next.length > 0 ? [`Next: ${next.join("; ")}.`] : []), ...states];
  return ellipsis(told.join(" "), MAX_ALT);
}

function named({ steps }: WorkflowView, state: StepState): string[] {
  const names = steps.filter((step) => step.state === state).map(({ name }) => ellipsis(name, MAX_NAME));
  if (names.length === 0) return [];
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "";
  return [`${LOOKS[state].word}: ${names.slice(0, MAX_NAMES).join(", ")}${more}.`];
}
