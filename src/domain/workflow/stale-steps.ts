import { wordList } from "../../lib/word-list.ts";
import { documentId, documentIds, type StaleMark, stepMarkId, stepOf } from "../bible/stale.ts";
import type { Project } from "../project.ts";
import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import type { StepView } from "./step-view.ts";
import type { WorkflowView } from "./workflow-view.ts";

/** Steps that somebody marked done: they have no data of their own to be judged by, so changes to what they were made from mark them. */
export const markedSteps = ({ workflow, project }: Pick<Film, "workflow" | "project">): StepDefinition[] =>
  workflow.steps.filter(({ id }) => project.step_marks[id]?.state === "completed");

/** Whose marks tell which steps may be out of date. */
export const staleIds = (film: Film): string[] => [
  ...documentIds(film.project),
  ...markedSteps(film).map(({ id }) => stepMarkId(film.project.id, id)),
];

/** What somebody calls up to date by marking a step done again. */
export const fineWith = (film: Film, step: StepDefinition): string[] => [
  stepMarkId(film.project.id, step.id),
  ...documentsOf(film.project, step),
];

/**
 * The view with the completed steps told as stale that were made from something which changed since, and those that are
 * built on them. They still count as done: a mark closes nothing again.
 */
export function withStaleSteps<View extends Pick<WorkflowView, "steps">>(
  view: View,
  film: Film,
  marks: readonly StaleMark[],
): View {
  if (marks.length === 0) return view;
  const reasonsBy = Map.groupBy(marks, (mark) => mark.dependant_id);
  const definitions = new Map(film.workflow.steps.map((step) => [step.id, step]));
  const stale = new Map<string, string>();
  const steps = view.steps.map((step): StepView => {
    const definition = definitions.get(step.id);
    if (step.state !== "completed" || !definition) return step;
    const own = fineWith(film, definition).flatMap((id) => reasonsBy.get(id) ?? []);
    const before = definition.requires.flatMap((id) => stale.get(id) ?? []);
    const reasons = [
      ...own.map(({ reason }) => reason),
      ...before.map((name) => `${name} may be out of date`),
    ];
    if (reasons.length === 0) return step;
    stale.set(step.id, step.name);
    return { ...step, state: "stale", reasons: [...new Set(reasons)] };
  });
  return { ...view, steps };
}

/** "Breakdown was done before this: it may be out of date." */
export function tellSteps(
  { workflow, project }: Pick<Film, "workflow" | "project">,
  marks: readonly StaleMark[],
): string {
  const ids = new Set(marks.flatMap((mark) => stepOf(project.id, mark.dependant_id) ?? []));
  const names = workflow.steps.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  if (names.length === 0) return "";
  return `${wordList(names)} ${names.length === 1 ? "was" : "were"} done before this and may be out of date.`;
}

const documentsOf = (project: Project, step: StepDefinition): string[] =>
  step.needs.flatMap((need) => (need.type === "document" ? [documentId(project.id, need.document)] : []));
