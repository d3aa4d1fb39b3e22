import { NO_COUNTS } from "../../../../src/domain/bible/kinds.ts";
import type { Offer } from "../../../../src/domain/choice.ts";
import { type DocumentKind, FILM_FORMATS, type FilmFormat } from "../../../../src/domain/project.ts";
import type { Need, WorkflowDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { completeStep, find } from "../../../../src/domain/workflow/transitions.ts";
import { filmOf } from "../../../support/film-of.ts";
import { WHO } from "./walk-model.ts";

/** Every kind of lack that a film under this workflow can be in: papers up to some point or one missing, too few of each kind, and the first so many of the steps that are done by hand. */
export function filmsWithLacks(workflow: WorkflowDefinition): Film[] {
  const needs = [...workflow.steps, ...workflow.gates].flatMap((each) => each.needs);
  const papers = [...new Set(needs.flatMap((need) => (need.type === "document" ? [need.document] : [])))];
  const hands = workflow.steps.filter((step) => step.needs.length === 0).map(({ id }) => id);
  const sets = paperSets(papers);
  const films = countSets(needs).flatMap((counts) => [
    ...sets.flatMap((written) => start(workflow, written, counts, [], "feature")),
    ...FILM_FORMATS.flatMap((format) => start(workflow, papers.slice(0, 2), counts, [], format)),
    ...[[], papers].flatMap((written) =>
      hands.map((_, at) => start(workflow, written, counts, hands.slice(0, at + 1), "feature")),
    ),
  ]);
  return [...new Map(films.map((film) => [JSON.stringify([film.project, film.counts]), film])).values()];
}

function start(
  workflow: WorkflowDefinition,
  written: readonly DocumentKind[],
  counts: Readonly<Record<string, number>>,
  done: readonly string[],
  format: FilmFormat,
): Film {
  const documents = Object.fromEntries(written.map((paper) => [paper, "Words."]));
  const film = filmOf({ workflow, project: { documents, format }, counts: { ...NO_COUNTS, ...counts } });
  return done.reduce((now, step) => {
    const completed = completeStep(now, { ...WHO, step });
    return completed.ok ? withProject(now, completed.project) : now;
  }, film);
}

function paperSets(papers: readonly DocumentKind[]): (readonly DocumentKind[])[] {
  const prefixes = papers.map((_, at) => papers.slice(0, at));
  const holes = papers.map((_, at) => papers.toSpliced(at, 1));
  return [...prefixes, ...holes, papers];
}

/** None, one, one too few and enough of each kind that is counted. */
function countSets(needs: readonly Need[]): Record<string, number>[] {
  const most = new Map<string, number>();
  for (const need of needs)
    if (need.type === "count") most.set(need.kind, Math.max(need.count, most.get(need.kind) ?? 0));
  let sets: Record<string, number>[] = [{}];
  for (const [kind, count] of most)
    sets = [...new Set([0, 1, count - 1, count])].flatMap((number) =>
      sets.map((set) => ({ ...set, [kind]: number })),
    );
  return sets;
}

/** The film once somebody did what an offer says; undefined where that is for people to think about. */
export function carriedOut(film: Film, { label, action }: Offer): Film | undefined {
  const count = (kind: "character" | "scene", more: number): Film => ({
    ...film,
    counts: { ...film.counts, [kind]: film.counts[kind] + more },
  });
  if (label === "Add a character") return count("character", 1);
  if (label === "Add a scene") return count("scene", 1);
  if (action.type === "prompt") return undefined;
  const { options } = action;
  if (action.command === "bulk") return count("character", Number(options.count));
  const step = String(options.step ?? "");
  if (options.action === "write")
    return withProject(film, { ...film.project, documents: { ...film.project.documents, [step]: "Words." } });
  if (options.action !== "complete") return undefined;
  const completed = completeStep(film, { ...WHO, step });
  return completed.ok ? withProject(film, completed.project) : undefined;
}

const withProject = (film: Film, project: Film["project"]): Film => ({ ...film, project });

export const stateOf = (film: Film, step: string): string | undefined => find(film, step)?.state;
