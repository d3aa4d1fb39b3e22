import type { WorkflowStep } from "../api/wire.ts";
import { isPassed, lookOf } from "./step-look.ts";

/** Steps by what a reader knows them by. */
type Steps = readonly WorkflowStep[];

/** What stands in a step's way, or what was said of it, in one line. Empty where there is nothing to say. */
export function stepLine(step: WorkflowStep): string {
  const { state, missing, reasons = [], mark } = step;
  if (state === "locked") return `after ${missing.join(", ").toLowerCase()}`;
  if (state === "blocked") return missing.join(", ");
  if (state === "stale") return reasons[0] ?? "";
  if (state === "skipped") return mark?.reason ?? "";
  if (state === "completed" || missing.length === 0) return "";
  return `so far ${missing.join(", ")}`;
}

/** The same where there is room for a few words. What a waiting step waits for is drawn as lines there. */
export function shortLine(step: WorkflowStep): string {
  if (step.state === "locked") return "";
  return step.state === "active" || step.state === "available" ? (step.missing[0] ?? "") : stepLine(step);
}

/** A step as a screen reader hears it on the map. */
export function spokenStep(step: WorkflowStep): string {
  const line = stepLine(step);
  return `${step.name}, ${lookOf(step.state).word}${line === "" ? "" : `: ${line}`}`;
}

/** Why a step stands where it does, as a sentence. */
export function whyWords(step: WorkflowStep): string {
  const { state, missing } = step;
  switch (state) {
    case "locked":
      return "It opens when what stands before it is done or skipped.";
    case "blocked":
      return "What stands before it is done, but this holds it back:";
    case "stale":
      return "It is done, but what it was made from changed since:";
    case "active":
      return missing.length === 0
        ? "The film is here now. It is done when somebody says so."
        : "The film is here now.";
    case "available":
      return "It is open, and can be worked on at any time.";
    case "completed":
      return step.mark === undefined ? "Done: all that it asks for is there." : "";
    default:
      return "";
  }
}

/** The steps before it that are not passed. */
export const openBefore = (step: WorkflowStep, steps: Steps): Steps =>
  steps.filter((each) => step.requires.includes(each.id) && !isPassed(each));

/** Every step built on this one, directly or through others, in the workflow's order. */
export function laterSteps(step: WorkflowStep, steps: Steps): Steps {
  const later = new Set([step.id]);
  for (const each of steps) if (each.requires.some((before) => later.has(before))) later.add(each.id);
  return steps.filter(({ id }) => id !== step.id && later.has(id));
}
