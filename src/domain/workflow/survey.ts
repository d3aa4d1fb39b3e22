import { countOf, ENTRY_KINDS } from "../bible/kinds.ts";
import { tallyOf } from "../bible/tallies.ts";
import { DOCUMENT_KINDS, formatOf, schemaOf } from "../project.ts";
import type { GuardFacts, Need, StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import { missingOf, wordsOf } from "./needs.ts";
import type { StepState } from "./step-view.ts";

/** Where one step stands, and why. */
export interface Standing {
  readonly step: StepDefinition;
  /** Never stale: that is known from marks which only some answers need (see stale-steps.ts). */
  readonly state: Exclude<StepState, "stale">;
  /** Steps before it that are not passed. */
  readonly open: readonly StepDefinition[];
  readonly missing: readonly Need[];
  /** Why it is blocked. */
  readonly because?: string;
}

/**
 * Where every step of the film stands, in the definition's order; steps of other kinds of film are left out. The cost
 * follows the number of steps and what they ask for, not the size of the project.
 */
export function survey(film: Film): ReadonlyMap<string, Standing> {
  const facts = guardFacts(film);
  const steps = film.workflow.steps.filter((step) => step.branch?.holds({ ...facts(), done: [] }) ?? true);
  const missing = new Map(steps.map((step) => [step.id, missingOf(step.needs, film)]));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const passed = new Set(
    steps.filter((step) => isPassed(step, film, missing.get(step.id) ?? [])).map(({ id }) => id),
  );
  const done = [...passed];
  const standings = steps.map((step): Standing => {
    const open = step.requires.flatMap((id) => {
      const before = byId.get(id);
      return before && !passed.has(id) ? [before] : [];
    });
    const base = { step, open, missing: missing.get(step.id) ?? [] };
    const mark = film.project.step_marks[step.id]?.state;
    if (passed.has(step.id)) return { ...base, state: mark === "skipped" ? "skipped" : "completed" };
    if (mark === "opened") return { ...base, state: "available" };
    if (open.length > 0) return { ...base, state: "locked" };
    if (step.guard?.holds({ ...facts(), done }) === false)
      return { ...base, state: "blocked", because: step.guard.because };
    return { ...base, state: "available" };
  });
  const current = currentOf(standings, film);
  return new Map(
    standings.map((standing) => [
      standing.step.id,
      standing === current ? { ...standing, state: "active" } : standing,
    ]),
  );
}

export const isDone = ({ state }: Standing): boolean => state === "completed" || state === "skipped";

/** Done by its data, or because a person said so; skipped counts as passed. */
function isPassed(step: StepDefinition, { project }: Film, missing: readonly Need[]): boolean {
  const mark = project.step_marks[step.id]?.state;
  if (mark === "completed" || mark === "skipped") return true;
  return step.needs.length > 0 && missing.length === 0;
}

/** The step people chose to work on, while it can be; else the first that can. */
function currentOf(standings: readonly Standing[], { project }: Film): Standing | undefined {
  const available = standings.filter(({ state }) => state === "available");
  return available.find(({ step }) => step.id === project.active_step) ?? available[0];
}

/** Made at most once, and only for a definition that has a guard. */
function guardFacts(film: Film): () => Omit<GuardFacts, "done"> {
  let made: Omit<GuardFacts, "done"> | undefined;
  return () => {
    made ??= factsOf(film);
    return made;
  };
}

function factsOf({ project, counts, tallies }: Film): Omit<GuardFacts, "done"> {
  const kinds = [...ENTRY_KINDS, ...schemaOf(project).kinds.map(({ name }) => name)];
  return {
    film: { title: project.title, format: formatOf(project) },
    count: Object.fromEntries(kinds.map((kind) => [kind, countOf(counts, kind)])),
    confirmed: Object.fromEntries(kinds.map((kind) => [kind, tallyOf(tallies, kind, "confirmed")])),
    words: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, wordsOf(project, kind)])),
  };
}
