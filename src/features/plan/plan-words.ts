import type { DraftBlock } from "../../chat/reply.ts";
import type { StepView } from "../../domain/workflow/step-view.ts";
import type { WorkflowView } from "../../domain/workflow/workflow-view.ts";
import { wordList } from "../../lib/word-list.ts";

const MARKS: Record<StepView["state"], string> = {
  completed: "✓",
  skipped: "–",
  active: "▶",
  available: "○",
  blocked: "!",
  locked: "🔒",
  stale: "~",
};

const isPassed = ({ state }: StepView) => state === "completed" || state === "skipped" || state === "stale";

/** "2 of 13 steps are done (15 %). Now: Logline, which has no logline." */
export function sentence(view: WorkflowView): string {
  const passed = view.steps.filter(isPassed).length;
  const head = `${passed} of ${view.steps.length} steps are done (${view.percent} %).`;
  const current = view.steps.find((step) => step.id === view.current);
  if (current) {
    const missing = current.missing.length > 0 ? `, which has ${wordList(current.missing)}` : "";
    return `${head} Now: **${current.name}**${missing}.`;
  }
  const held = view.steps.find(({ state }) => state === "blocked");
  return held
    ? `${head} **${held.name}** is blocked: ${held.missing.join(" ")}`
    : `${head} Every step is done.`;
}

/** "The synopsis may be out of date: Sarah’s age changed from 28 to 31." */
export function outOfDate({ steps }: WorkflowView): DraftBlock[] {
  const stale = steps.filter(({ state }) => state === "stale");
  if (stale.length === 0) return [];
  return [
    { type: "text", text: stale.map((step) => `${step.name} may be out of date: ${why(step)}.`).join("\n") },
  ];
}

export function stepList(title: string, { steps, percent }: WorkflowView): DraftBlock {
  return { type: "list", title: `${title}: ${percent} % done`, items: steps.map(line) };
}

function line(step: StepView): string {
  const words = wordsOf(step);
  return `${MARKS[step.state]} ${step.name}${words === "" ? "" : ` (${words})`}`;
}

function wordsOf(step: StepView): string {
  const by = step.mark?.by_name ? ` by ${step.mark.by_name}` : "";
  switch (step.state) {
    case "stale":
      return `done, but may be out of date: ${why(step)}`;
    case "locked":
      return `after ${wordList(step.missing)}`;
    case "blocked":
      return `blocked: ${step.missing.join(" ")}`;
    case "skipped":
      return `skipped${by}${step.mark?.reason ? `: ${step.mark.reason}` : ""}`;
    case "completed":
      return step.mark ? `marked done${by}` : "";
    default:
      return [...(step.mark ? [`opened before its time${by}`] : []), ...step.missing].join(", ");
  }
}

function why({ reasons = [] }: StepView): string {
  const [first = "", ...others] = reasons;
  return others.length > 0 ? `${first}, and ${others.length} more` : first;
}
