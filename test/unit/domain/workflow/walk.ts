import type { Branch, Project } from "../../../../src/domain/project.ts";
import type { StepDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { planText, withPlan } from "../../../../src/domain/workflow/plan-state.ts";
import { restoreBranch, rollbackTo } from "../../../../src/domain/workflow/rollback.ts";
import {
  activateStep,
  canAdvanceToStep,
  completeStep,
  getAvailableNextSteps,
  openStep,
  reopenStep,
  skipStep,
} from "../../../../src/domain/workflow/transitions.ts";
import { deepEqual } from "../../../../src/lib/deep-equal.ts";
import { MAX_STEPS } from "./any-workflow.ts";
import { checkCause, checkRefusal, checkView, hold } from "./walk-checks.ts";
import type { StepEvent, WalkEvent } from "./walk-events.ts";
import { type Expected, expectedOf, joined, sum, WHO } from "./walk-model.ts";
import { type Oracle, oracleOf } from "./walk-oracle.ts";
import { type Aside, branchesOf, filmOf, frozen, NO_STOCK, type World } from "./walk-world.ts";

/** How often each deed was done and refused, so that a test can tell that it tested something. */
export type Done = Record<string, number>;

/** Walks through events; throws where anything is not as the model has it. */
export function walk(start: World, events: readonly WalkEvent[], done: Done): void {
  let world = start;
  const past: World[] = [];
  let made = 0;
  for (const [at, event] of events.entries()) {
    const next =
      event.deed === "undo"
        ? undone(world, past.pop())
        : "step" in event
          ? onStep(world, event, at, done)
          : onData(world, event);
    if (next === world) continue;
    done[event.deed] = (done[event.deed] ?? 0) + 1;
    if (event.deed !== "undo") past.push(world);
    if (event.deed === "add") made += 1;
    if (event.deed === "drop") made -= 1;
    if (event.deed === "undo") made = total(next);
    world = next;
    frozen(world.project);
    checkView(world, oracleOf(world));
    hold(total(world) === made, () => `${total(world)} entries are left of ${made}`);
    hold(
      branchesOf(world).every(({ id }) => world.aside.has(id)) &&
        branchesOf(world).length === world.aside.size,
      () => "what is aside is in exactly one branch",
    );
  }
}

const total = ({ stock, aside }: World): number =>
  [...aside.values()].reduce((all, each) => all + sum(each.stock), sum(stock));

function onStep(world: World, event: StepEvent, at: number, done: Done): World {
  const film = filmOf(world);
  const oracle = oracleOf(world);
  const step = stepOf(world, oracle, event);
  checkNext(world, oracle, step);
  const expected = expectedOf(world, oracle, event.deed, step, event.reason);
  const text = JSON.stringify([film, event]);
  const called = step ? (event.named ? step.name.toUpperCase() : step.id) : "montage";
  const result = carryOut(film, event, called, at);
  hold(JSON.stringify([film, event]) === text, () => "what was given was written to");
  if (!result.ok) {
    hold(expected === undefined, () => `${event.deed} of ${called} is refused: ${result.reason}`);
    const here = step && oracle.states.has(step.id) ? step : undefined;
    checkRefusal(world, oracle, here, result);
    if (here && (event.deed === "activate" || event.deed === "complete"))
      checkCause(world, oracle, here, result);
    const refused = `${event.deed} refused`;
    done[refused] = (done[refused] ?? 0) + 1;
    return world;
  }
  hold(expected !== undefined, () => `${event.deed} of ${called} is not refused`);
  const branch = "branch" in result ? result.branch : undefined;
  const aside = branch ? new Map(world.aside).set(branch.id, expected.aside ?? NOTHING) : world.aside;
  const next = { ...world, project: result.project, stock: expected.stock, aside };
  checkProject(next, expected);
  if (branch) checkRollback(world, next, branch, oracle);
  return next;
}

/** The step that an event means; undefined for one that the workflow does not have. */
function stepOf(world: World, oracle: Oracle, { deed, step, aimed, reason }: StepEvent) {
  const { steps } = world.workflow;
  const fit = aimed ? steps.filter((each) => expectedOf(world, oracle, deed, each, reason)) : [];
  const among = fit.length > 0 ? fit : steps;
  return step === MAX_STEPS ? undefined : among[step % among.length];
}

function carryOut(film: Film, { deed, reason }: StepEvent, step: string, at: number) {
  const move = { ...WHO, step, reason };
  switch (deed) {
    case "activate":
      return activateStep(film, move);
    case "complete":
      return completeStep(film, move);
    case "confirm":
      return completeStep(film, move, true);
    case "skip":
      return skipStep(film, move);
    case "open":
      return openStep(film, move);
    case "reopen":
      return reopenStep(film, move);
    case "rollback":
      return rollbackTo(film, { ...move, branch_id: `b${at}`, turn_id: `t${at}` });
  }
}

function checkProject({ project }: World, expected: Expected): void {
  hold(
    deepEqual(project.step_marks, expected.marks),
    () => `marks are ${JSON.stringify(project.step_marks)}`,
  );
  hold(deepEqual(project.documents, expected.texts), () => `papers are ${JSON.stringify(project.documents)}`);
  hold(project.active_step === expected.active, () => `people are at ${project.active_step}`);
}

/** The branch holds what went, the target can be worked on, what is not built on it stays done, and restoring gives back the very project. */
function checkRollback(before: World, after: World, branch: Branch, oracle: Oracle): void {
  const aside = after.aside.get(branch.id);
  hold(deepEqual(branch.marks, aside?.marks), () => "the branch holds the marks");
  hold(
    deepEqual([...branch.documents].sort(), Object.keys(aside?.texts ?? {}).sort()),
    () => "the branch names the papers",
  );
  const went = Object.values(branch.entries).reduce((all, number) => all + number, 0);
  hold(went === sum(aside?.stock ?? NO_STOCK), () => `${went} entries went`);
  const now = oracleOf(after);
  const state = now.states.get(branch.to);
  hold(state === "active" || state === "available" || state === "completed", () => `the target is ${state}`);
  for (const id of oracle.passed)
    if (id !== branch.to && !branch.steps.includes(id) && now.states.has(id))
      hold(now.passed.has(id), () => `${id} is not built on ${branch.to} and is open now`);
  const back = restoreBranch(after.project, branch, aside?.texts ?? {});
  checkSame(back, before.project);
}

function onData(world: World, event: Exclude<WalkEvent, StepEvent | { deed: "undo" }>): World {
  const { project, stock } = world;
  switch (event.deed) {
    case "add":
    case "drop": {
      const by = event.deed === "add" ? 1 : -1;
      if ((stock[event.profile] ?? 0) + by < 0) return world;
      return { ...world, stock: stock.map((number, at) => (at === event.profile ? number + by : number)) };
    }
    case "write": {
      const { [event.document]: _old, ...rest } = project.documents;
      const text = Array.from({ length: event.words }, (_, index) => `word${index}`).join(" ");
      const documents = event.words === 0 ? rest : { ...rest, [event.document]: text };
      return { ...world, project: { ...project, documents } };
    }
    case "format":
      return { ...world, project: { ...project, format: event.format } };
    case "restore":
      return restored(world, event.branch);
  }
}

function restored(world: World, at: number): World {
  const branch = branchesOf(world)[at % Math.max(1, branchesOf(world).length)];
  const held = branch && world.aside.get(branch.id);
  if (!branch || !held) return world;
  const project = restoreBranch(world.project, branch, held.texts);
  const aside = new Map([...world.aside].filter(([id]) => id !== branch.id));
  const next = { ...world, project, aside, stock: joined(world.stock, held.stock) };
  checkProject(next, {
    stock: next.stock,
    marks: { ...world.project.step_marks, ...held.marks },
    texts: { ...world.project.documents, ...held.texts },
    active: branch.active_step,
  });
  return next;
}

/** A snapshot brings the very state back, as undo has it from the history. */
function undone(world: World, earlier: World | undefined): World {
  if (!earlier) return world;
  const back = withPlan(
    { ...world.project, documents: earlier.project.documents },
    planText(earlier.project),
  );
  checkSame(back, earlier.project);
  return { ...earlier, project: back };
}

const checkSame = (now: Project, then: Project): void =>
  hold(
    planText(now) === planText(then) && deepEqual(now.documents, then.documents),
    () => `not the same: ${JSON.stringify(now)} and ${JSON.stringify(then)}`,
  );

/** The pure questions agree with the states. */
function checkNext(world: World, { states }: Oracle, step: StepDefinition | undefined): void {
  const film = filmOf(world);
  const open = [...states]
    .filter(([, state]) => state === "active" || state === "available")
    .map(([id]) => id);
  const next = getAvailableNextSteps(film).map(({ id }) => id);
  hold(deepEqual([...next].sort(), [...open].sort()), () => `${next} are next, not ${open}`);
  hold(next.length === 0 || states.get(next[0] ?? "") === "active", () => `${next[0]} is first`);
  if (step === undefined || !states.has(step.id)) return;
  hold(
    canAdvanceToStep(film, step.id).ok === open.includes(step.id),
    () => `whether one can go on to ${step.id}`,
  );
}

const NOTHING: Aside = { marks: {}, texts: {}, stock: NO_STOCK };
