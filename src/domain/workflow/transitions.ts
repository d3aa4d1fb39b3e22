import type { Counts } from "../bible/kinds.ts";
import type { Project, StepMark } from "../project.ts";
import type { StepDefinition } from "./definition.ts";
import { WORKFLOWS } from "./definitions.ts";
import { isPassed, meets, missingText } from "./needs.ts";
import { openRequirements } from "./workflow-view.ts";

export type Transition =
  | { readonly ok: true; readonly project: Project; readonly step: StepDefinition }
  | { readonly ok: false; readonly reason: string };

interface Move {
  readonly project: Project;
  readonly counts: Counts;
  readonly step: string;
  readonly by: string;
  readonly at: string;
}

/** Marks a step done by hand, when its prerequisites are passed and its data is there. */
export function completeStep(move: Move): Transition {
  const step = findStep(move);
  if (!step) return unknown(move);
  if (isPassed(step, move.project, move.counts)) return refuse(`${step.name} is done already.`);
  const open = openRequirements(step, WORKFLOWS[move.project.workflow], move.project, move.counts);
  if (open.length > 0)
    return refuse(
      `${step.name} is locked: ${open.map((other) => other.name).join(" and ")} must come first.`,
    );
  const missing = step.needs
    .filter((need) => !meets(need, move.project, move.counts))
    .map((need) => missingText(need, move.counts));
  if (missing.length > 0) return refuse(`${step.name} is not complete: it has ${missing.join(" and ")}.`);
  return mark(move, step, { state: "completed", by: move.by, at: move.at });
}

/** Passes a step by with a stated reason: not every film has every document. */
export function skipStep(move: Move, reason: string): Transition {
  const step = findStep(move);
  if (!step) return unknown(move);
  if (isPassed(step, move.project, move.counts)) return refuse(`${step.name} is done already.`);
  if (reason.trim() === "")
    return refuse(
      `Say why ${step.name} is skipped, for example: /workflow skip ${step.id} "we go straight to the script"`,
    );
  return mark(move, step, {
    state: "skipped",
    by: move.by,
    at: move.at,
    reason: reason.trim().slice(0, 400),
  });
}

/** Takes back a mark made by hand. */
export function reopenStep(move: Move): Transition {
  const step = findStep(move);
  if (!step) return unknown(move);
  const { [step.id]: marked, ...rest } = move.project.step_marks;
  if (!marked)
    return refuse(`${step.name} was neither marked done nor skipped, so there is nothing to reopen.`);
  return { ok: true, step, project: { ...move.project, step_marks: rest } };
}

function findStep({ project, step }: Move): StepDefinition | undefined {
  const wanted = step.trim().toLowerCase();
  return WORKFLOWS[project.workflow].steps.find(
    (candidate) => candidate.id === wanted || candidate.name.toLowerCase() === wanted,
  );
}

function mark({ project }: Move, step: StepDefinition, value: StepMark): Transition {
  return { ok: true, step, project: { ...project, step_marks: { ...project.step_marks, [step.id]: value } } };
}

const refuse = (reason: string): Transition => ({ ok: false, reason });

function unknown({ project, step }: Move): Transition {
  const names = WORKFLOWS[project.workflow].steps.map((candidate) => candidate.id).join(", ");
  return refuse(`The ${project.workflow} workflow has no step "${step.slice(0, 40)}". Its steps: ${names}.`);
}
