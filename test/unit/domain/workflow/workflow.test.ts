import { describe, expect, test } from "vitest";
import { type Counts, NO_COUNTS } from "../../../../src/domain/bible/kinds.ts";
import type { Project } from "../../../../src/domain/project.ts";
import { WORKFLOWS } from "../../../../src/domain/workflow/definitions.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { nextChoices, resolveNextChoice } from "../../../../src/domain/workflow/next-choices.ts";
import { completeStep, reopenStep, skipStep } from "../../../../src/domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";

const AT = "2026-11-22T10:00:00.000Z";
const empty: Project = {
  id: "prj_1",
  workspace_id: "wsp_1",
  title: "Night Shift",
  workflow: "film",
  documents: {},
  step_marks: {},
  created_by: "ada",
  created_at: AT,
  version: 1,
};
const counts = (some: Partial<Counts>): Counts => ({ ...NO_COUNTS, ...(some as Counts) });
const move = (step: string, project = empty, some: Partial<Counts> = {}) => ({
  project,
  counts: counts(some),
  step,
  by: "ada",
  at: AT,
});
const stateOf = (step: string, project = empty, some: Partial<Counts> = {}) =>
  evaluateWorkflow(project, counts(some)).steps.find((candidate) => candidate.id === step);

describe("definitions", () => {
  test.each(Object.values(WORKFLOWS))(
    "$name names only steps it has, each before what needs it",
    ({ steps }) => {
      const seen = new Set<string>();
      for (const step of steps) {
        for (const required of step.requires)
          expect(seen, `${step.id} requires ${required}`).toContain(required);
        expect(seen).not.toContain(step.id);
        seen.add(step.id);
      }
    },
  );
});

describe("evaluateWorkflow", () => {
  test("an empty film begins with its concept, and says what each step misses", () => {
    const view = evaluateWorkflow(empty, NO_COUNTS);
    expect(view).toMatchObject({ workflow: "film", current: "concept", percent: 0 });
    expect(stateOf("concept")).toMatchObject({ state: "active", missing: ["a concept"] });
    expect(stateOf("logline")).toMatchObject({ state: "available" });
    expect(stateOf("characters")).toMatchObject({ missing: ["0 of 2 characters"] });
    expect(stateOf("synopsis")).toMatchObject({ state: "locked", missing: ["Logline"] });
  });

  test("a step is done by its data", () => {
    expect(stateOf("characters", empty, { character: 1 })).toMatchObject({
      state: "available",
      missing: ["1 of 2 characters"],
    });
    expect(stateOf("characters", empty, { character: 2 })).toMatchObject({ state: "completed", missing: [] });
    expect(stateOf("logline", { ...empty, documents: { logline: "A journalist …" } })?.state).toBe(
      "completed",
    );
  });

  test("the percentage counts done and skipped steps, and ends at 100 with nothing current", () => {
    const steps = WORKFLOWS.film.steps;
    const marks = Object.fromEntries(
      steps.map((step, index) => [
        step.id,
        { state: index % 2 ? ("skipped" as const) : ("completed" as const), by: "ada", at: AT },
      ]),
    );
    expect(evaluateWorkflow({ ...empty, step_marks: marks }, NO_COUNTS)).toMatchObject({
      percent: 100,
      current: null,
    });
  });

  test("at most one offer is recommended, and every offered command passes the gates", () => {
    for (const some of [{}, { character: 1 }, { character: 3, scene: 4 }]) {
      const { next } = evaluateWorkflow(empty, counts(some));
      expect(next.length).toBeGreaterThanOrEqual(2);
      expect(next.length).toBeLessThanOrEqual(4);
      expect(next.filter((offer) => offer.category === "recommended")).toHaveLength(1);
      expect(next.some((offer) => offer.label === "Add a scene")).toBe(
        (some as Partial<Counts>).character !== undefined && next.some((offer) => /scene/.test(offer.label)),
      );
    }
  });
});

describe("checkGate", () => {
  test("no scene without a character: the refusal counts what is missing and offers what leads there", () => {
    const gate = checkGate(empty, NO_COUNTS, "scene");
    expect(gate).toMatchObject({ ok: false, missing: ["0 of 1 character"] });
    if (gate.ok) throw new Error("the gate is open");
    expect(gate.reason).toContain("0 of 1 character");
    expect(gate.offers.map((offer) => offer.label)).toEqual(["Add a character", "Invent 3 characters"]);
    expect(checkGate(empty, counts({ character: 1 }), "scene")).toEqual({ ok: true });
  });

  test("a relationship takes two characters; characters and locations are free", () => {
    expect(checkGate(empty, counts({ character: 1 }), "relationship")).toMatchObject({
      ok: false,
      missing: ["1 of 2 characters"],
    });
    expect(checkGate(empty, NO_COUNTS, "character")).toEqual({ ok: true });
    expect(checkGate(empty, NO_COUNTS, "location")).toEqual({ ok: true });
  });

  test("the free workflow has no gates", () => {
    expect(checkGate({ ...empty, workflow: "free" }, NO_COUNTS, "scene")).toEqual({ ok: true });
  });
});

describe("transitions", () => {
  const outlined = { character: 2, scene: 3 };

  test("no storyboard without a breakdown", () => {
    expect(completeStep(move("storyboard", empty, outlined))).toMatchObject({
      ok: false,
      reason: "Shots and storyboard is locked: Breakdown must come first.",
    });
  });

  test("a step made elsewhere is marked done, once, in its order", () => {
    const first = completeStep(move("screenplay", empty, outlined));
    if (!first.ok) throw new Error(first.reason);
    expect(first.project.step_marks.screenplay).toEqual({ state: "completed", by: "ada", at: AT });
    expect(completeStep(move("screenplay", first.project, outlined))).toMatchObject({
      ok: false,
      reason: "Screenplay is done already.",
    });
    expect(stateOf("lock", first.project, outlined)?.state).toBe("available");
  });

  test("a step with data to come is not complete before it is there", () => {
    expect(completeStep(move("characters", empty, { character: 1 }))).toMatchObject({
      ok: false,
      reason: "Characters is not complete: it has 1 of 2 characters.",
    });
  });

  test("skipping takes a reason, and can be taken back", () => {
    expect(skipStep(move("concept"), " ")).toMatchObject({ ok: false });
    const skipped = skipStep(move("concept"), "we begin with the logline");
    if (!skipped.ok) throw new Error(skipped.reason);
    expect(stateOf("concept", skipped.project)).toMatchObject({ state: "skipped", missing: [] });
    expect(skipStep(move("concept", skipped.project), "again")).toMatchObject({ ok: false });
    const reopened = reopenStep(move("concept", skipped.project));
    expect(reopened).toMatchObject({ ok: true, project: empty });
    expect(reopenStep(move("concept"))).toMatchObject({ ok: false });
  });

  test.each([
    completeStep,
    reopenStep,
    (input: Parameters<typeof completeStep>[0]) => skipStep(input, "why"),
  ])("an unknown step is answered with the ones there are", (transition) => {
    const refused = transition(move("montage"));
    expect(refused).toMatchObject({ ok: false });
    if (!refused.ok) expect(refused.reason).toContain("call-sheet");
  });
});

describe("next choices", () => {
  test("a computed button does what it said while the project stands where it stood", () => {
    const [first] = nextChoices(empty, NO_COUNTS);
    if (!first) throw new Error("nothing is offered");
    const { id } = first;
    expect(resolveNextChoice(id, empty, NO_COUNTS)).toEqual(first);
    expect(resolveNextChoice(id, empty, counts({ character: 1 }))).toBe("expired");
    expect(resolveNextChoice(id, { ...empty, version: 2 }, NO_COUNTS)).toBe("expired");
    expect(resolveNextChoice("cho_1", empty, NO_COUNTS)).toBeUndefined();
  });
});
