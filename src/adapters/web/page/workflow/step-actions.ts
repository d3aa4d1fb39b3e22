import { mayFire } from "../../../../domain/workflow/step-machine.ts";
import type { WorkflowStep } from "../api/wire.ts";
import { isPassed } from "./step-look.ts";
import { laterSteps } from "./step-words.ts";

/** Something that can be done to a step: what its button says, and the command it sends as the talk would. */
export interface StepAction {
  readonly key: string;
  readonly label: string;
  /** What is asked for before it is sent: why. */
  readonly question?: string;
  /** Backlot tells what it would do, and does it when one of the buttons of its answer is pressed. */
  readonly answeredBy?: "choice";
  readonly line: (reason: string) => string;
}

/** What the state of a step allows, the likeliest first. The engine has the last word: rights, for one, are its business. */
export function stepActions(step: WorkflowStep, steps: readonly WorkflowStep[]): readonly StepAction[] {
  return [...forwards(step), ...around(step), ...back(step, steps)];
}

function forwards(step: WorkflowStep): StepAction[] {
  const { id, state, missing, document } = step;
  const actions: StepAction[] = [];
  if (document !== undefined && (state === "active" || state === "available" || state === "stale"))
    actions.push(plain("write", state === "stale" ? "Write it anew" : "Write a draft", `write ${document}`));
  if (state === "stale") actions.push(plain("fine", "Fine as it is", `complete ${id}`));
  else if (state !== "completed" && mayFire("complete", state) && missing.length === 0)
    actions.push(plain("complete", "Mark it done", `complete ${id}`));
  if (state !== "active" && mayFire("activate", state))
    actions.push(plain("advance", "Work on this now", `advance ${id}`));
  return actions;
}

function around({ id, name, state, skippable }: WorkflowStep): StepAction[] {
  const actions: StepAction[] = [];
  if (skippable && mayFire("skip", state))
    actions.push({
      key: "skip",
      label: "Skip it",
      question: `Why does this film not need ${name}?`,
      line: (reason) => `/workflow skip ${id} ${quoted(reason)}`,
    });
  if (mayFire("open", state))
    actions.push({
      key: "override",
      label: "Open it anyway",
      question: `Why does ${name} begin before its time? A producer may say so.`,
      line: (reason) => `/workflow override ${id} ${quoted(reason)}`,
    });
  return actions;
}

function back(step: WorkflowStep, steps: readonly WorkflowStep[]): StepAction[] {
  const actions: StepAction[] = [];
  if (step.mark !== undefined && mayFire("reopen", step.state))
    actions.push(plain("reopen", "Take the mark back", `reopen ${step.id}`));
  if (isPassed(step) && laterSteps(step, steps).length > 0)
    actions.push({ ...plain("rollback", "Go back to here", `rollback ${step.id}`), answeredBy: "choice" });
  return actions;
}

const plain = (key: string, label: string, words: string): StepAction => ({
  key,
  label,
  line: () => `/workflow ${words}`,
});

/** One word to the command line, whatever was typed. */
const quoted = (reason: string): string => `"${reason.replaceAll('"', "’").replaceAll(/\s+/g, " ").trim()}"`;
