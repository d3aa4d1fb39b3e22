import { describe, expect, test } from "vitest";
import { completedBy, reopenedBy } from "../../../../src/domain/workflow/completed-by.ts";
import type { Hook, StepDefinition, WorkflowDefinition } from "../../../../src/domain/workflow/definition.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { begun, done, failed, postponed, retried } from "../../../../src/domain/workflow/hook-run.ts";
import { hookRuns, type Origin } from "../../../../src/domain/workflow/hook-runs.ts";
import { filmOf } from "../../../support/film-of.ts";
import { film as shipped } from "../../../support/workflows.ts";

const AT = "2026-11-22T10:00:00.000Z";
const CALL: Hook = { type: "webhook", url: "https://example.com/hook" };
const NOTE: Hook = { type: "notify", channel: "here", text: "The cast stands." };
const ORIGIN: Origin = {
  id: "trn_1",
  turn_id: "trn_1",
  session_id: "ses_1",
  by: "ada",
  role: "producer",
  at: AT,
};

const [base] = shipped.steps;
if (!base) throw new Error("a workflow without steps");
const aStep = (over: Partial<StepDefinition> & { id: string }): StepDefinition => ({
  ...base,
  name: over.id,
  requires: [],
  needs: [],
  hooks: [],
  ...over,
});
const cast = aStep({
  id: "cast",
  name: "Cast",
  needs: [{ type: "count", kind: "character", count: 2 }],
  hooks: [CALL, NOTE],
});
const lock = aStep({ id: "lock" });
const ours = (...steps: StepDefinition[]): WorkflowDefinition => ({
  name: "ours",
  title: "Ours",
  steps,
  gates: [],
});
const workflow = ours(cast, lock);
const withCast = (character: number, over: Partial<Film["project"]> = {}, steps = workflow): Film =>
  filmOf({ workflow: steps, counts: { character }, project: over });
const marked = (state: "completed" | "skipped" | "opened") => ({
  step_marks: { lock: { state, by: "ada", at: AT } },
});
const ids = (steps: readonly StepDefinition[]) => steps.map(({ id }) => id);

describe("a step becomes complete", () => {
  test("when its data is there, or somebody marks it", () => {
    expect(ids(completedBy(withCast(1), withCast(2)))).toEqual(["cast"]);
    expect(ids(completedBy(withCast(1), withCast(3, marked("completed"))))).toEqual(["cast", "lock"]);
    expect(completedBy(withCast(2), withCast(3))).toEqual([]);
    expect(completedBy(withCast(2), withCast(1))).toEqual([]);
  });

  test("not when it is skipped or opened", () => {
    expect(completedBy(withCast(0), withCast(0, marked("skipped")))).toEqual([]);
    expect(completedBy(withCast(0), withCast(0, marked("opened")))).toEqual([]);
    expect(ids(completedBy(withCast(0, marked("skipped")), withCast(0, marked("completed"))))).toEqual([
      "lock",
    ]);
  });

  test("not by a new definition, or a new kind of film, alone", () => {
    const stricter = ours({ ...cast, needs: [{ type: "count", kind: "character", count: 5 }] });
    expect(completedBy(withCast(3, {}, stricter), withCast(3))).toEqual([]);
    const series = {
      ...cast,
      branch: { source: "", holds: ({ film }: { film: { format: string } }) => film.format === "series" },
    };
    const both = ours(series);
    expect(completedBy(withCast(3, {}, both), withCast(3, { format: "series" }, both))).toEqual([]);
  });

  test("and ceases to be", () => {
    expect(ids(reopenedBy(withCast(2, marked("completed")), withCast(1)))).toEqual(["cast", "lock"]);
    expect(reopenedBy(withCast(1), withCast(2))).toEqual([]);
  });
});

describe("the hooks of what becomes complete", () => {
  test("are runs whose ids follow from the turn, the step and their place", () => {
    const write = hookRuns(withCast(1), withCast(2), ORIGIN, false);
    expect(write).toMatchObject({ project_id: "prj_1", gone: [], back: [] });
    expect(write?.runs.map(({ id }) => id)).toEqual(["hkr_1_cast_0", "hkr_1_cast_1"]);
    expect(write?.runs[0]).toEqual({
      id: "hkr_1_cast_0",
      project_id: "prj_1",
      session_id: "ses_1",
      turn_id: "trn_1",
      origin: "trn_1",
      step: "cast",
      step_name: "Cast",
      index: 0,
      hook: CALL,
      status: "pending",
      round: 0,
      attempts: 0,
      by: "ada",
      role: "producer",
      at: AT,
      told: false,
      version: 1,
    });
  });

  test("do not run for what an undo brings back, or for steps without any", () => {
    expect(hookRuns(withCast(1), withCast(2), ORIGIN, true)).toMatchObject({ back: ["cast"], runs: [] });
    expect(hookRuns(withCast(2), withCast(1), ORIGIN, true)).toMatchObject({ gone: ["cast"], runs: [] });
    expect(hookRuns(withCast(0), withCast(0, marked("completed")), ORIGIN, false)).toBeUndefined();
    const bare = ours({ ...cast, hooks: [] });
    expect(hookRuns(withCast(1, {}, bare), withCast(2, {}, bare), ORIGIN, false)).toBeUndefined();
  });
});

describe("a run", () => {
  const [run] = hookRuns(withCast(1), withCast(2), ORIGIN, false)?.runs ?? [];
  if (!run) throw new Error("no run");

  test("is tried until it ends", () => {
    const tried = begun(run, 2);
    expect(tried).toMatchObject({ status: "running", attempts: 2 });
    const later = postponed({ ...run, attempts: 2 }, "it answered 500");
    expect(later).toMatchObject({ status: "pending", error: "it answered 500" });
    expect(done(later, AT)).toMatchObject({ status: "done", ended_at: AT, told: false });
    expect(done(later, AT).error).toBeUndefined();
    expect(begun(done(run, AT), 3)).toBeUndefined();
    expect(begun(failed(run, AT, "gone"), 3)).toBeUndefined();
  });

  test("begins anew only when it failed, in a round of its own", () => {
    expect(retried(run)).toBeUndefined();
    expect(retried(done(run, AT))).toBeUndefined();
    const again = retried({ ...failed({ ...run, attempts: 5 }, AT, "gone"), told: true });
    expect(again).toEqual({ ...run, round: 1 });
  });
});
