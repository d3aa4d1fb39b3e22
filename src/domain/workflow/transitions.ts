import { wordList } from "../../lib/word-list.ts";
import type { Project, StepMark } from "../project.ts";
import type { StepDefinition } from "./definition.ts";
import type { Film } from "./film.ts";
import { missingText } from "./needs.ts";
import type { Refusal, Verdict } from "./refusal.ts";
import { mayFire, type StepEvent } from "./step-machine.ts";
import { type Standing, survey } from "./survey.ts";
import { waysForward } from "./ways.ts";

export type Transition =
  | { readonly ok: true; readonly project: Project; readonly step: StepDefinition; readonly event: StepEvent }
  | Refusal;

/** Who does something to a step, and why. */
export interface Move {
  readonly step: string;
  readonly by: string;
  readonly by_name?: string | undefined;
  readonly at: string;
  readonly reason?: string;
}

const MAX_REASON = 400;

/** Whether a step can be worked on: those before it are passed and its guard holds. */
export function canAdvanceToStep(film: Film, step: string): Verdict {
  const standing = find(film, step);
  if (!standing) return unknown(film, step);
  return mayFire("activate", standing.state) ? { ok: true } : closed(film, standing);
}

/** Whether a step may be marked done: it can be worked on, and the data it needs is there. A done step may be marked again when it is stale (`stale`). */
export function validateStepCompletion(film: Film, step: string, stale = false): Verdict {
  const standing = find(film, step);
  if (!standing) return unknown(film, step);
  if (stale && standing.state === "completed") return { ok: true };
  if (!mayFire("complete", standing.state) || standing.state === "completed") return closed(film, standing);
  return standing.missing.length === 0 ? { ok: true } : incomplete(film, standing);
}

/** The steps that can be worked on now, the one people are at first. */
export function getAvailableNextSteps(film: Film): readonly StepDefinition[] {
  const open = [...survey(film).values()].filter(({ state }) => state === "active" || state === "available");
  return open
    .toSorted((a, b) => Number(b.state === "active") - Number(a.state === "active"))
    .map(({ step }) => step);
}

/** Marks a step done by hand. `stale`: it was done, may be out of date, and somebody says that it holds. */
export function completeStep(film: Film, move: Move, stale = false): Transition {
  const verdict = validateStepCompletion(film, move.step, stale);
  return verdict.ok ? marked(film, move, "complete", "completed") : verdict;
}

/** Passes a step by with a stated reason: not every film has every document. */
export function skipStep(film: Film, move: Move): Transition {
  const standing = find(film, move.step);
  if (!standing) return unknown(film, move.step);
  const { step, state } = standing;
  if (!mayFire("skip", state)) return closed(film, standing);
  if (!step.skippable)
    return refuse(film, standing, `${step.name} cannot be skipped: this film’s workflow wants it.`);
  if (!move.reason?.trim())
    return refuse(
      film,
      standing,
      `Say why ${step.name} is skipped, for example: /workflow skip ${step.id} "we go straight to the script"`,
    );
  return marked(film, move, "skip", "skipped");
}

/** A producer lets the team work on a step before its time. */
export function openStep(film: Film, move: Move): Transition {
  const standing = find(film, move.step);
  if (!standing) return unknown(film, move.step);
  const { step, state } = standing;
  if (!mayFire("open", state))
    return refuse(film, standing, `${step.name} is ${stateWords(state)}: it needs no override.`);
  if (!move.reason?.trim())
    return refuse(
      film,
      standing,
      `Say why ${step.name} is opened before its time, for example: /workflow override ${step.id} "the script came in finished"`,
    );
  return marked(film, move, "open", "opened");
}

/** Takes back a mark made by hand. */
export function reopenStep(film: Film, move: Move): Transition {
  const standing = find(film, move.step);
  if (!standing) return unknown(film, move.step);
  const { [standing.step.id]: mark, ...rest } = film.project.step_marks;
  if (!mark)
    return refuse(
      film,
      standing,
      `${standing.step.name} was neither marked done nor skipped nor opened by hand, so there is nothing to reopen.`,
    );
  return { ok: true, step: standing.step, event: "reopen", project: { ...film.project, step_marks: rest } };
}

/** Makes a step the one that is worked on now. */
export function activateStep(film: Film, move: Pick<Move, "step">): Transition {
  const standing = find(film, move.step);
  if (!standing) return unknown(film, move.step);
  if (!mayFire("activate", standing.state)) return closed(film, standing);
  const { step } = standing;
  return { ok: true, step, event: "activate", project: { ...film.project, active_step: step.id } };
}

/** A step by its id or its name, whatever its case. */
export function find(film: Film, wanted: string): Standing | undefined {
  const key = wanted.trim().toLowerCase();
  return [...survey(film).values()].find(({ step }) => step.id === key || step.name.toLowerCase() === key);
}

function marked(film: Film, move: Move, event: StepEvent, state: StepMark["state"]): Transition {
  const standing = find(film, move.step);
  if (!standing) return unknown(film, move.step);
  const { step } = standing;
  const reason = move.reason?.trim().slice(0, MAX_REASON);
  const mark: StepMark = {
    state,
    by: move.by,
    ...(move.by_name === undefined ? {} : { by_name: move.by_name }),
    at: move.at,
    ...(reason ? { reason } : {}),
  };
  const { active_step: active, ...rest } = film.project;
  const project: Project = {
    ...rest,
    ...(active === undefined || active === step.id ? {} : { active_step: active }),
    step_marks: { ...film.project.step_marks, [step.id]: mark },
  };
  return { ok: true, step, event, project };
}

/** Why a step is not open for what somebody wants of it. */
function closed(film: Film, standing: Standing): Refusal {
  const { step, state, open, because } = standing;
  if (state === "locked") {
    const names = wordList(open.map(({ name }) => name));
    return refuse(
      film,
      standing,
      `${step.name} is locked: ${names} must come first.`,
      open.map(({ name }) => name),
    );
  }
  if (state === "blocked")
    return refuse(film, standing, `${step.name} is blocked: ${because}`, [because ?? ""]);
  return refuse(film, standing, `${step.name} is ${stateWords(state)} already.`);
}

function incomplete(film: Film, standing: Standing): Refusal {
  const missing = standing.missing.map((need) => missingText(need, film));
  return refuse(
    film,
    standing,
    `${standing.step.name} is not complete: it has ${wordList(missing)}.`,
    missing,
  );
}

const refuse = (
  film: Film,
  standing: Standing,
  reason: string,
  missing: readonly string[] = [],
): Refusal => ({
  ok: false,
  reason,
  missing,
  offers: waysForward(film, standing),
});

function unknown(film: Film, step: string): Refusal {
  const names = [...survey(film).keys()].join(", ");
  const reason =
    step.trim() === ""
      ? `Say which step: ${names}.`
      : `The ${film.workflow.name} workflow has no step "${step.slice(0, 40)}". Its steps: ${names}.`;
  return { ok: false, reason, missing: [], offers: waysForward(film) };
}

const stateWords = (state: Standing["state"]): string =>
  ({
    completed: "done",
    skipped: "skipped",
    active: "open",
    available: "open",
    locked: "locked",
    blocked: "blocked",
  })[state];
