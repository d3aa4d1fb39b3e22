import { type Project, schemaOf } from "../project.ts";
import type { Change } from "./change.ts";
import { carriedIn, contradictedIn, isGone } from "./contradicted.ts";
import type { EntryKind } from "./kinds.ts";
import { type StaleMark, stepMarkId } from "./stale.ts";
import { staleReason } from "./stale-reason.ts";
import { takerOf } from "./taker-of.ts";

/** Marks of one step at once; for more changes than that all of them tell one and how many are like it. */
const MARKS_A_STEP = 20;

export interface StepMarksInput {
  readonly changes: readonly Change[];
  /** So many changes like these were made with them and are not at hand. */
  readonly more?: number;
  /** With what people said of its steps. */
  readonly project: Project;
  /** Steps that somebody marked done, and the kinds of entry they were made from. */
  readonly steps: readonly { readonly id: string; readonly uses: readonly EntryKind[] }[];
  readonly at: string;
}

/**
 * A done step holds no longer as it was when something it was made from came, went, or is told otherwise. What is taken
 * back takes its own marks with it, so it marks only a step that was marked done after it had been written.
 */
export function stepMarks({ changes, more = 0, project, steps, at }: StepMarksInput): StaleMark[] {
  if (steps.length === 0) return [];
  const causes = causesIn(changes, project);
  return steps.flatMap(({ id, uses }) => {
    const doneAt = project.step_marks[id]?.at;
    const own = causes.filter(({ change }) => uses.includes(change.kind) && isNews(change, doneAt));
    const shown = own.slice(0, MARKS_A_STEP);
    const all = own.length + more;
    const many = `${shown.at(-1)?.reason()}, and ${(all - 1).toLocaleString("en")} more like it`;
    return shown.map(
      ({ change, reason }): StaleMark => ({
        project_id: project.id,
        dependant_id: stepMarkId(project.id, id),
        cause_id: change.entry_id,
        change_id: change.id,
        reason: all > MARKS_A_STEP ? many : reason(),
        at,
      }),
    );
  });
}

function causesIn(changes: readonly Change[], project: Project) {
  const carried = carriedIn(changes);
  return changes.flatMap((change) => {
    const contradictions = change.before === null || isGone(change) ? [] : contradictedIn(change, carried);
    const restored = change.before?.status === "removed";
    const matters = change.before === null || isGone(change) || restored || contradictions.length > 0;
    if (!matters) return [];
    const into = change.undoes === undefined ? takerOf(change, changes) : undefined;
    const told = { change, contradictions, schema: schemaOf(project), into };
    const reason = () =>
      change.before === null
        ? `${change.name} was added`
        : staleReason(told, change.undoes !== undefined && change.redoes === undefined);
    return [{ change, reason }];
  });
}

/** Whether a change says something that whoever marked the step done did not know. */
function isNews(change: Change, doneAt: string | undefined): boolean {
  if (change.undoes === undefined) return true;
  return doneAt !== undefined && Date.parse(writtenAt(change)) < Date.parse(doneAt);
}

/** When that was written which the change takes back. */
function writtenAt({ before, after, fields }: Change): string {
  if (before === null) return after?.created_at ?? "";
  if (before.status !== "removed" && (after === null || after.status === "removed")) return before.created_at;
  const facts = Object.keys(fields).flatMap((field) => before.facts[field]?.at ?? []);
  return facts.length > 0 ? facts.reduce((a, b) => (a > b ? a : b)) : before.updated_at;
}
