import { describe, expect, test } from "vitest";
import { MAX_BRANCHES, type Project, type StepMark } from "../../../../src/domain/project.ts";
import {
  countedRollback,
  laterSteps,
  restoreBranch,
  rollbackTo,
} from "../../../../src/domain/workflow/rollback.ts";
import { filmOf } from "../../../support/film-of.ts";
import { film } from "../../../support/workflows.ts";

const AT = "2026-11-22T10:00:00.000Z";
const MARK: StepMark = { state: "completed", by: "ada", at: AT };
const move = (step: string, reason = "") => ({
  step,
  reason,
  by: "ada",
  at: AT,
  branch_id: "b1",
  turn_id: "t1",
});
const written = { logline: "One line.", synopsis: "A page.", beats: "Beats.", treatment: "Pages." };
const made = (project: Partial<Project> = {}) =>
  filmOf({
    project: { documents: written, step_marks: { screenplay: MARK, lock: MARK }, ...project },
    counts: { character: 2, scene: 4, prop: 3 },
  });

describe("going back", () => {
  test("to the characters puts aside papers, scenes and marks after them, and no prop, which no step makes", () => {
    const rollback = rollbackTo(made(), move("Characters", " no spine "));
    expect(rollback).toMatchObject({
      ok: true,
      kinds: ["scene"],
      branch: {
        to: "characters",
        documents: ["beats", "treatment"],
        marks: { screenplay: MARK, lock: MARK },
        entries: { scene: 4 },
        reason: "no spine",
      },
      project: {
        active_step: "characters",
        step_marks: {},
        documents: { logline: written.logline, synopsis: written.synopsis },
      },
    });
  });

  test("to the logline leaves the characters alone, which are not built on it", () => {
    expect(laterSteps({ workflow: film }, "logline").map(({ id }) => id)).toEqual([
      "synopsis",
      "beats",
      "treatment",
      "research",
    ]);
    expect(rollbackTo(made(), move("logline"))).toMatchObject({
      ok: true,
      kinds: [],
      branch: { documents: ["synopsis", "beats", "treatment"], marks: {} },
    });
  });

  test("takes the step’s own mark away, but keeps what a producer opened", () => {
    const done = rollbackTo(made(), move("screenplay"));
    expect(done).toMatchObject({ ok: true, branch: { marks: { screenplay: MARK, lock: MARK } } });
    const opened = { ...MARK, state: "opened" as const };
    const early = filmOf({ project: { step_marks: { breakdown: opened, schedule: MARK } } });
    expect(rollbackTo(early, move("breakdown"))).toMatchObject({
      ok: true,
      branch: { marks: { schedule: MARK } },
      project: { step_marks: { breakdown: opened } },
    });
  });

  test.each([
    ["montage", /has no step "montage"\. Its steps: concept, logline/],
    ["call-sheet", /^Call sheet was not reached yet/],
    ["concept", /^Nothing was made after Concept yet/],
  ])("to %s is refused with the cause and a way forward", (step, reason) => {
    const refused = rollbackTo(made(), move(step));
    if (refused.ok) throw new Error("not refused");
    expect(refused.reason).toMatch(reason);
    expect(refused.offers.length).toBeGreaterThan(0);
  });

  test("to a step that was skipped before its time is refused, since it would be locked", () => {
    const skipped = { ...MARK, state: "skipped" as const };
    const refused = rollbackTo(
      filmOf({ project: { step_marks: { beats: skipped, treatment: MARK } } }),
      move("beats"),
    );
    expect(refused).toMatchObject({
      ok: false,
      reason:
        "Beat sheet could not be worked on after going back to it: Characters and Synopsis must come first.",
    });
  });

  test("is refused when a project keeps as many branches as it may, rather than losing the oldest", () => {
    const one = rollbackTo(made(), move("characters"));
    if (!one.ok) throw new Error(one.reason);
    const branches = Array.from({ length: MAX_BRANCHES }, (_, at) => ({ ...one.branch, id: `b${at}` }));
    expect(rollbackTo(made({ branches }), move("characters"))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Bring one of them back first"),
    });
    expect(rollbackTo(made({ branches: branches.slice(1) }), move("characters")).ok).toBe(true);
  });

  test("counts what went in truth", () => {
    const rollback = rollbackTo(made(), move("characters"));
    if (!rollback.ok) throw new Error(rollback.reason);
    const counted = countedRollback(rollback, { scene: 4, relationship: 2 });
    expect(counted.branch.entries).toEqual({ scene: 4, relationship: 2 });
    expect(counted.project.branches).toEqual([counted.branch]);
  });
});

test("restoring gives back what was there, in place of what came since, and closes the branch", () => {
  const start = made({ active_step: "schedule" });
  const rollback = rollbackTo(start, move("characters"));
  if (!rollback.ok) throw new Error(rollback.reason);
  const since: Project = {
    ...rollback.project,
    active_step: "beats",
    documents: { ...rollback.project.documents, beats: "New beats." },
    step_marks: { season: MARK },
  };
  const { beats, treatment } = written;
  expect(restoreBranch(since, rollback.branch, { beats, treatment })).toEqual({
    ...start.project,
    step_marks: { ...start.project.step_marks, season: MARK },
  });
});
