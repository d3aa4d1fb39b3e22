import { wordList } from "../../lib/word-list.ts";
import { countOf, type EntryKind } from "../bible/kinds.ts";
import { type Branch, DOCUMENT_KINDS, type DocumentKind, MAX_BRANCHES, type Project } from "../project.ts";
import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import type { Refusal } from "./refusal.ts";
import { type Standing, survey } from "./survey.ts";
import { find, type Move } from "./transitions.ts";
import { waysForward } from "./ways.ts";

const MAX_REASON = 400;

export interface Rollback {
  readonly ok: true;
  /** The project at the earlier step: marks and documents of later steps gone from it, the branch kept in it. */
  readonly project: Project;
  readonly branch: Branch;
  /** Kinds whose living entries go with the later steps. */
  readonly kinds: readonly EntryKind[];
}

export type RollbackMove = Move & { readonly branch_id: string; readonly turn_id: string };

/**
 * Goes back to an earlier step: what the steps built on it made (their marks, documents, entries) is put aside as a branch,
 * and the step is worked on again. What a step that is not built on it makes or needs too stays. Refused for a step that
 * could not be worked on afterwards.
 */
export function rollbackTo(film: Film, move: RollbackMove): Rollback | Refusal {
  const target = find(film, move.step);
  if (!target) return unknown(film, move.step);
  const { step } = target;
  if (target.state === "locked" || target.state === "blocked")
    return refuse(film, `${step.name} was not reached yet, so there is nothing to go back to.`, target);
  const later = laterSteps(film, step.id);
  const documents = documentsOf(later, film);
  const kinds = kindsOf(later, film);
  const marks = marksOf(film.project, step.id, later);
  if (documents.length === 0 && kinds.length === 0 && Object.keys(marks).length === 0)
    return refuse(film, `Nothing was made after ${step.name} yet, so there is nothing to put aside.`, target);
  const branches = film.project.branches ?? [];
  if (branches.length >= MAX_BRANCHES)
    return refuse(
      film,
      `${MAX_BRANCHES} branches are put aside already, as many as a project keeps. Bring one of them back first.`,
    );
  const reason = move.reason?.trim().slice(0, MAX_REASON);
  const branch: Branch = {
    id: move.branch_id,
    turn_id: move.turn_id,
    to: step.id,
    steps: later.map(({ id }) => id),
    marks,
    documents,
    entries: Object.fromEntries(kinds.map((kind) => [kind, countOf(film.counts, kind)])),
    ...(film.project.active_step === undefined ? {} : { active_step: film.project.active_step }),
    by: move.by,
    ...(move.by_name === undefined ? {} : { by_name: move.by_name }),
    at: move.at,
    ...(reason ? { reason } : {}),
  };
  const project: Project = {
    ...film.project,
    active_step: step.id,
    step_marks: without(film.project.step_marks, Object.keys(marks)),
    documents: without(film.project.documents, documents),
    branches: [...branches, branch],
  };
  return barred(film, target, project, kinds) ?? { ok: true, project, branch, kinds };
}

/**
 * The project with a branch's marks and documents (`texts`) in place again, worked on where it was then, and the branch
 * closed. Documents and marks made since are replaced; their history keeps them.
 */
export function restoreBranch(
  project: Project,
  branch: Branch,
  texts: Readonly<Partial<Record<DocumentKind, string>>>,
): Project {
  const { active_step: _now, branches = [], ...rest } = project;
  const others = branches.filter(({ id }) => id !== branch.id);
  return {
    ...rest,
    ...(branch.active_step === undefined ? {} : { active_step: branch.active_step }),
    ...(others.length === 0 ? {} : { branches: others }),
    step_marks: { ...project.step_marks, ...branch.marks },
    documents: { ...project.documents, ...texts },
  };
}

/** The same roll-back, whose branch says how many entries of each kind went in truth: those tied to them went too. */
export function countedRollback(rollback: Rollback, entries: Branch["entries"]): Rollback {
  const branch = { ...rollback.branch, entries };
  const branches = (rollback.project.branches ?? []).map((each) => (each.id === branch.id ? branch : each));
  return { ...rollback, branch, project: { ...rollback.project, branches } };
}

/** Every step that is built on this one, directly or through others, in the definition's order. */
export function laterSteps({ workflow }: Pick<Film, "workflow">, id: string): StepDefinition[] {
  const later = new Set([id]);
  for (const step of workflow.steps)
    if (step.requires.some((before) => later.has(before))) later.add(step.id);
  return workflow.steps.filter((step) => step.id !== id && later.has(step.id));
}

/** What people said of the later steps, and of the step itself but for a producer's opening, without which it could not be worked on. */
function marksOf({ step_marks }: Project, id: string, later: readonly StepDefinition[]): Branch["marks"] {
  const ids = new Set(later.map((step) => step.id));
  return Object.fromEntries(
    Object.entries(step_marks).filter(
      ([step, { state }]) => ids.has(step) || (step === id && state !== "opened"),
    ),
  );
}

/** Documents that later steps need and no other step of the film does. */
function documentsOf(later: readonly StepDefinition[], film: Film): DocumentKind[] {
  const wants = (steps: readonly StepDefinition[]) =>
    new Set(
      steps.flatMap(({ needs }) =>
        needs.flatMap((need) => (need.type === "document" ? [need.document] : [])),
      ),
    );
  const mine = wants(later);
  const others = wants(otherSteps(later, film));
  return DOCUMENT_KINDS.filter((kind) => mine.has(kind) && !others.has(kind) && film.project.documents[kind]);
}

/** Kinds that later steps make and no other step of the film makes or needs. */
function kindsOf(later: readonly StepDefinition[], film: Film): EntryKind[] {
  const kept = new Set(
    otherSteps(later, film).flatMap(({ makes, needs }) => [
      ...makes,
      ...needs.flatMap((need) => (need.type === "document" ? [] : [need.kind])),
    ]),
  );
  return [...new Set(later.flatMap(({ makes }) => makes))].filter(
    (kind) => !kept.has(kind) && countOf(film.counts, kind) > 0,
  );
}

const otherSteps = (later: readonly StepDefinition[], film: Film): StepDefinition[] =>
  [...survey(film).values()].flatMap(({ step }) => (later.includes(step) ? [] : [step]));

/** Why the step could not be worked on once the later ones' work is gone: then nothing is put aside. */
function barred(
  film: Film,
  { step }: Standing,
  project: Project,
  kinds: readonly EntryKind[],
): Refusal | undefined {
  const gone = (key: string) => kinds.some((kind) => key === kind || key.startsWith(`${kind} `));
  const after: Film = {
    ...film,
    project,
    counts: { ...film.counts, ...Object.fromEntries(kinds.map((kind) => [kind, 0])) },
    tallies: without(film.tallies, Object.keys(film.tallies).filter(gone)),
  };
  const standing = survey(after).get(step.id);
  if (standing && standing.state !== "locked" && standing.state !== "blocked") return undefined;
  const cause =
    standing?.state === "locked"
      ? `${wordList(standing.open.map(({ name }) => name))} must come first`
      : (standing?.because ?? "it belongs only to films that have what was made after it");
  return refuse(film, `${step.name} could not be worked on after going back to it: ${cause}.`, standing);
}

function without<R extends Readonly<Record<string, unknown>>>(record: R, keys: readonly string[]): R {
  const gone = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !gone.has(key))) as R;
}

const unknown = (film: Film, step: string): Refusal =>
  refuse(
    film,
    `The ${film.workflow.name} workflow has no step "${step.slice(0, 40)}". Its steps: ${[...survey(film).keys()].join(", ")}.`,
  );

const refuse = (film: Film, reason: string, standing?: Standing): Refusal => ({
  ok: false,
  reason,
  missing: [],
  offers: waysForward(film, standing),
});
