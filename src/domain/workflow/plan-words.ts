import type { StepMark } from "../project.ts";
import { type PlanState, planOf } from "./plan-state.ts";

const DONE: Readonly<Record<StepMark["state"], string>> = {
  completed: "marked done",
  skipped: "skipped",
  opened: "opened before its time",
};

/** What differs between two states of a workflow, in words: "breakdown marked done", "synopsis skipped: we go straight to the beats". Texts as `planText` makes them. */
export function planWords(before: string | undefined, after: string | undefined): string[] {
  const [old, now] = [planOf(before ?? "{}"), planOf(after ?? "{}")];
  return [
    ...definitionWords(old, now),
    ...branchWords(old, now),
    ...markWords(old, now),
    ...gateWords(old, now),
    ...activeWords(old, now),
  ];
}

function definitionWords(old: PlanState, now: PlanState): string[] {
  const own = (state: PlanState) =>
    state.workflow_version ? `${state.workflow}, version ${state.workflow_version}` : state.workflow;
  return [
    ...(own(old) === own(now) || own(now) === "" ? [] : [`follows ${own(now)}`]),
    ...(old.format === now.format ? [] : [`format ${now.format ?? "as the workflow has it"}`]),
  ];
}

function branchWords(old: PlanState, now: PlanState): string[] {
  const ids = new Set((old.branches ?? []).map(({ id }) => id));
  const kept = new Set((now.branches ?? []).map(({ id }) => id));
  return [
    ...(now.branches ?? [])
      .filter(({ id }) => !ids.has(id))
      .map(({ to, reason }) => `went back to ${to}${why(reason)}`),
    ...(old.branches ?? [])
      .filter(({ id }) => !kept.has(id))
      .map(({ to }) => `brought back what was made after ${to}`),
  ];
}

function markWords(old: PlanState, now: PlanState): string[] {
  const moved = (now.branches ?? []).length !== (old.branches ?? []).length;
  const steps = [...new Set([...Object.keys(old.step_marks), ...Object.keys(now.step_marks)])];
  return steps.flatMap((step) => {
    const [was, is] = [old.step_marks[step], now.step_marks[step]];
    if (JSON.stringify(was) === JSON.stringify(is) || (moved && (!is || !was))) return [];
    if (!is) return [`${step} open again`];
    const again = was?.state === "completed" && is.state === "completed";
    return [`${step} ${again ? "holds as it is" : DONE[is.state]}${why(is.reason)}`];
  });
}

function gateWords(old: PlanState, now: PlanState): string[] {
  const waived = Object.entries(now.waived_gates ?? {}).filter(([kind]) => !old.waived_gates?.[kind]);
  const closed = Object.keys(old.waived_gates ?? {}).filter((kind) => !now.waived_gates?.[kind]);
  return [
    ...waived.map(([kind, { reason }]) => `${kind} gate opened${why(reason)}`),
    ...closed.map((kind) => `${kind} gate closed again`),
  ];
}

const activeWords = (old: PlanState, now: PlanState): string[] =>
  old.active_step === now.active_step || now.active_step === undefined ? [] : [`work on ${now.active_step}`];

const why = (reason: string | undefined): string => (reason ? `: ${reason}` : "");
