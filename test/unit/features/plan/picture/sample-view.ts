import type { StepState } from "../../../../../src/domain/workflow/step-view.ts";
import type { WorkflowView } from "../../../../../src/domain/workflow/workflow-view.ts";

export const STATES: readonly StepState[] = [
  "completed",
  "skipped",
  "stale",
  "active",
  "available",
  "blocked",
  "locked",
];

/** A view of steps in these states, named by `name`; the active one misses something. */
export function sampleView(
  states: readonly StepState[],
  name: (index: number) => string = (index) => `Step name ${index + 1}`,
): WorkflowView {
  const steps = states.map((state, index) => ({
    id: `step-${index + 1}`,
    name: name(index),
    state,
    missing: state === "active" ? ["1 of 2 characters confirmed", "no logline"] : [],
    requires: [],
    unlocks: [],
    skippable: true,
    minutes: 10,
    difficulty: "easy" as const,
    impact: "low" as const,
  }));
  const passed = states.filter((state) => ["completed", "skipped", "stale"].includes(state)).length;
  const offer = (label: string) => ({
    label,
    description: "",
    category: "alternative" as const,
    action: { type: "prompt" as const, text: label },
  });
  return {
    workflow: "default",
    title: "Feature film",
    current: steps.find(({ state }) => state === "active")?.id ?? null,
    steps,
    percent: Math.round((passed / steps.length) * 100),
    next: [offer("Draft a logline"), offer("Add a character")],
  };
}

/** So many steps, in all states. */
export const manySteps = (count: number): StepState[] =>
  Array.from({ length: count }, (_, index) =>
    index === Math.floor(count / 2)
      ? "active"
      : (STATES.filter((state) => state !== "active")[index % 6] ?? "locked"),
  );
