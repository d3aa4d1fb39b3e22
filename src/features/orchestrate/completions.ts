import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import type { Change } from "../../domain/bible/change.ts";
import type { Operation } from "../../domain/operation.ts";
import { type Film, filmAfter } from "../../domain/workflow/film.ts";
import type { HookWrite } from "../../domain/workflow/hook-run.ts";
import { hookRuns, type Origin } from "../../domain/workflow/hook-runs.ts";
import type { OrchestrateParts } from "./parts.ts";

/** What a turn's hooks are, judged by what it read and what it writes. */
export function completedByTurn(turn: Turn, outcome: Outcome, at: string): HookWrite | undefined {
  const { changes = [], project = turn.project } = outcome;
  return hookRuns(turn, filmAfter(filmOf({ ...turn, project }), changes), originOf(turn, at), again(outcome));
}

/**
 * Two turns side by side may complete a step that neither completes alone. So what stands after the commit is looked at
 * once more; what is known already is left out by the store.
 */
export async function stillCompleted(
  parts: OrchestrateParts,
  turn: Turn,
  at: string,
  known: HookWrite | undefined,
): Promise<HookWrite | undefined> {
  const film = await parts.film(turn.session.id);
  if (film?.project.id !== turn.project.id) return undefined;
  const now = hookRuns(turn, { ...filmOf(film), workflow: turn.workflow }, originOf(turn, at), false);
  const seen = new Set([...(known?.runs.map(({ step }) => step) ?? []), ...(known?.back ?? [])]);
  const runs = now?.runs.filter(({ step }) => !seen.has(step)) ?? [];
  return runs.length > 0 ? { project_id: film.project.id, gone: [], back: [], runs } : undefined;
}

/** Bulk work writes item by item, outside of any turn: the film before it is the film now without what it made. */
export async function completedByOperation(
  parts: OrchestrateParts,
  { id, round, project_id, session_id, by, ended_at, started_at }: Operation,
): Promise<HookWrite | undefined> {
  const film = await parts.film(session_id);
  if (film?.project.id !== project_id) return undefined;
  if (film.workflow.steps.every(({ hooks }) => hooks.length === 0)) return undefined;
  const changes = await parts.bible.changesOfOperation(id);
  const before = filmAfter(filmOf(film), changes.filter(stands).map(reversed));
  const origin: Origin = { id: `${id}.${round}`, session_id, by, role: "writer", at: ended_at ?? started_at };
  return hookRuns(before, film, origin, false);
}

const stands = ({ undone, undoes }: Change): boolean => !undone && undoes === undefined;

const reversed = (change: Change): Change => ({ ...change, before: change.after, after: change.before });

const filmOf = ({ workflow, project, counts, tallies }: Film): Film => ({
  workflow,
  project,
  counts,
  tallies,
});

const originOf = ({ id, session, person }: Turn, at: string): Origin => ({
  id,
  turn_id: id,
  session_id: session.id,
  by: person.id,
  by_name: person.name,
  role: person.role,
  at,
});

/** An undo, a redo, or a branch that is brought back: what it completes was complete before. */
const again = ({ undone = [], changes = [], documents = [], put_aside }: Outcome): boolean =>
  put_aside === true ||
  undone.length > 0 ||
  [...changes, ...documents].some(({ undoes }) => undoes !== undefined);
