import { type Counts, countOf } from "../bible/kinds.ts";
import type { Project } from "../project.ts";
import type { Need, StepDefinition } from "./definition.ts";

export const meets = (need: Need, project: Project, counts: Counts): boolean =>
  need.type === "document"
    ? (project.documents[need.document] ?? "") !== ""
    : countOf(counts, need.kind) >= need.count;

/** What is missing, counted: "1 of 2 characters", "a logline". */
export function missingText(need: Need, counts: Counts): string {
  if (need.type === "document") return `${/^[aeiou]/.test(need.document) ? "an" : "a"} ${need.document}`;
  return `${Math.min(countOf(counts, need.kind), need.count)} of ${need.count} ${plural(need.kind, need.count)}`;
}

/** Done by its data, or because a person said so; skipped counts as passed. */
export function isPassed(step: StepDefinition, project: Project, counts: Counts): boolean {
  if (project.step_marks[step.id]) return true;
  return step.needs.length > 0 && step.needs.every((need) => meets(need, project, counts));
}

export const plural = (noun: string, count: number): string => (count === 1 ? noun : `${noun}s`);
