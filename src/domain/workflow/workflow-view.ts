import { z } from "zod";
import { Offer } from "../choice.ts";
import type { Need } from "./definition.ts";
import type { Film } from "./film.ts";
import { missingText } from "./needs.ts";
import { nextOffers } from "./next-offers.ts";
import { StepView } from "./step-view.ts";
import { isDone, type Standing, survey } from "./survey.ts";

export const WorkflowView = z.object({
  workflow: z.string(),
  title: z.string(),
  /** Of the project's own definition; absent for one that Backlot ships. */
  version: z.int().optional(),
  /** The step to work on now; null when all are done. */
  current: z.string().nullable(),
  steps: z.array(StepView),
  percent: z.int().min(0).max(100),
  next: z.array(Offer),
});
export type WorkflowView = z.infer<typeof WorkflowView>;

/** Where a film stands in its workflow. Its cost follows the number of steps, not the size of the project. */
export function evaluateWorkflow(film: Film): WorkflowView {
  const standings = [...survey(film).values()];
  const unlocks = Map.groupBy(
    standings.flatMap(({ step }) => step.requires.map((before) => ({ before, after: step.id }))),
    ({ before }) => before,
  );
  const passed = standings.filter(isDone).length;
  const { name, title, version } = film.workflow;
  return {
    workflow: name,
    title,
    ...(version === undefined ? {} : { version }),
    current: standings.find(({ state }) => state === "active")?.step.id ?? null,
    steps: standings.map((standing) =>
      viewOf(
        film,
        standing,
        unlocks.get(standing.step.id)?.map(({ after }) => after),
      ),
    ),
    percent: standings.length === 0 ? 100 : Math.round((passed / standings.length) * 100),
    next: nextOffers(film, standings),
  };
}

function viewOf(film: Film, standing: Standing, unlocks: string[] = []): StepView {
  const { step, state } = standing;
  const { id, name, skippable, minutes, difficulty, impact } = step;
  const mark = film.project.step_marks[id];
  const document = step.needs.find((need) => need.type === "document");
  return {
    id,
    name,
    state,
    missing: missingWords(film, standing),
    needs: step.needs.map((need) => needView(need, film, standing)),
    ...(document ? { document: document.document } : {}),
    requires: [...step.requires],
    unlocks,
    skippable,
    ...(mark ? { mark } : {}),
    minutes,
    difficulty,
    impact,
  };
}

function needView(need: Need, film: Film, { missing }: Standing): { text: string; met: boolean } {
  const met = !missing.includes(need);
  return {
    met,
    text: met && need.type === "document" ? `${need.document} written` : missingText(need, film),
  };
}

function missingWords(film: Film, { state, open, missing, because }: Standing): string[] {
  if (state === "completed" || state === "skipped") return [];
  if (state === "locked") return open.map(({ name }) => name);
  if (state === "blocked") return because === undefined ? [] : [because];
  return missing.map((need) => missingText(need, film));
}
