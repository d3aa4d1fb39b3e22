import { describe, expect, test } from "vitest";
import type { Counts } from "../../../../src/domain/bible/kinds.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { nextChoices, resolveNextChoice } from "../../../../src/domain/workflow/next-choices.ts";
import { completeStep, openStep, reopenStep, skipStep } from "../../../../src/domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { filmOf } from "../../../support/film-of.ts";
import { film, free, short } from "../../../support/workflows.ts";

const AT = "2026-11-22T10:00:00.000Z";
const empty = filmOf();
const withCounts = (counts: Partial<Counts>): Film => filmOf({ counts });
const move = (step: string, reason?: string) => ({
  step,
  by: "ada",
  at: AT,
  ...(reason === undefined ? {} : { reason }),
});
const stateOf = (step: string, at: Film = empty) =>
  evaluateWorkflow(at).steps.find((candidate) => candidate.id === step);

describe("definitions", () => {
  test.each([film, short, free])("$name names only steps it has, each before what needs it", ({ steps }) => {
    const seen = new Set<string>();
    for (const step of steps) {
      for (const required of step.requires)
        expect(seen, `${step.id} requires ${required}`).toContain(required);
      expect(seen).not.toContain(step.id);
      seen.add(step.id);
    }
  });
});

describe("evaluateWorkflow", () => {
  test("an empty film begins with its concept, and says what each step misses", () => {
    const view = evaluateWorkflow(empty);
    expect(view).toMatchObject({ workflow: "film", current: "concept", percent: 0 });
    expect(stateOf("concept")).toMatchObject({ state: "active", missing: ["no concept"] });
    expect(stateOf("logline")).toMatchObject({ state: "available" });
    expect(stateOf("characters")).toMatchObject({ missing: ["0 of 2 characters"] });
    expect(stateOf("synopsis")).toMatchObject({ state: "locked", missing: ["Logline"] });
  });

  test("a step is done by its data", () => {
    expect(stateOf("characters", withCounts({ character: 1 }))).toMatchObject({
      state: "available",
      missing: ["1 of 2 characters"],
    });
    expect(stateOf("characters", withCounts({ character: 2 }))).toMatchObject({
      state: "completed",
      missing: [],
    });
    expect(stateOf("logline", filmOf({ project: { documents: { logline: "A journalist …" } } }))?.state).toBe(
      "completed",
    );
  });

  test("the percentage counts done and skipped steps, and ends at 100 with nothing current", () => {
    const { steps } = film;
    const marks = Object.fromEntries(
      steps.map((step, index) => [
        step.id,
        { state: index % 2 ? ("skipped" as const) : ("completed" as const), by: "ada", at: AT },
      ]),
    );
    expect(evaluateWorkflow(filmOf({ project: { step_marks: marks } }))).toMatchObject({
      percent: 100,
      current: null,
    });
  });

  test("at most one offer is recommended, and every offered command passes the gates", () => {
    for (const some of [{}, { character: 1 }, { character: 3, scene: 4 }]) {
      const { next } = evaluateWorkflow(withCounts(some));
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
    const gate = checkGate(empty, "scene");
    expect(gate).toMatchObject({ ok: false, missing: ["no characters"] });
    if (gate.ok) throw new Error("the gate is open");
    expect(gate.reason).toContain("no character");
    expect(gate.offers.map((offer) => offer.label)).toEqual([
      "Add a character",
      "Invent 3 characters",
      "Make scenes anyway",
    ]);
    expect(checkGate(withCounts({ character: 1 }), "scene")).toEqual({ ok: true });
  });

  test("a relationship takes two characters; characters and locations are free", () => {
    expect(checkGate(withCounts({ character: 1 }), "relationship")).toMatchObject({
      ok: false,
      missing: ["1 of 2 characters"],
    });
    expect(checkGate(empty, "character")).toEqual({ ok: true });
    expect(checkGate(empty, "location")).toEqual({ ok: true });
  });

  test("the free workflow has no gates", () => {
    expect(checkGate(filmOf({ workflow: free }), "scene")).toEqual({ ok: true });
  });
});

describe("transitions", () => {
  const outlined = withCounts({ character: 2, scene: 3 });

  test("no storyboard without a breakdown", () => {
    expect(completeStep(outlined, move("storyboard"))).toMatchObject({
      ok: false,
      reason: "Shots and storyboard is locked: Breakdown must come first.",
    });
  });

  test("a step made elsewhere is marked done, once, in its order", () => {
    const first = completeStep(outlined, move("screenplay"));
    if (!first.ok) throw new Error(first.reason);
    expect(first.project.step_marks.screenplay).toEqual({ state: "completed", by: "ada", at: AT });
    expect(completeStep({ ...outlined, project: first.project }, move("screenplay"))).toMatchObject({
      ok: false,
      reason: "Screenplay is done already.",
    });
    expect(stateOf("lock", { ...outlined, project: first.project })?.state).toBe("available");
  });

  test("a step with data to come is not complete before it is there", () => {
    expect(completeStep(withCounts({ character: 1 }), move("characters"))).toMatchObject({
      ok: false,
      reason: "Characters is not complete: it has 1 of 2 characters.",
    });
  });

  test("skipping takes a reason, and can be taken back", () => {
    expect(skipStep(empty, move("concept", " "))).toMatchObject({ ok: false });
    const skipped = skipStep(empty, move("concept", "we begin with the logline"));
    if (!skipped.ok) throw new Error(skipped.reason);
    const after = { ...empty, project: skipped.project };
    expect(stateOf("concept", after)).toMatchObject({ state: "skipped", missing: [] });
    expect(skipStep(after, move("concept", "again"))).toMatchObject({ ok: false });
    const reopened = reopenStep(after, move("concept"));
    expect(reopened).toMatchObject({ ok: true, project: empty.project });
    expect(reopenStep(empty, move("concept"))).toMatchObject({ ok: false });
  });

  test.each([completeStep, reopenStep, skipStep, openStep])(
    "an unknown step is answered with the ones there are",
    (transition) => {
      const refused = transition(empty, move("montage", "why"));
      expect(refused).toMatchObject({ ok: false });
      if (!refused.ok) expect(refused.reason).toContain("call-sheet");
    },
  );
});

test("marking done what is made elsewhere comes after what can be done here", () => {
  const written = filmOf({
    workflow: short,
    counts: { character: 1, scene: 1 },
    project: { documents: { concept: "A keeper", logline: "A keeper alone" } },
  });
  const { current, next } = evaluateWorkflow(written);
  expect(current).toBe("screenplay");
  expect(next.map(({ label }) => label)).toEqual([
    "Add a character",
    "Add a scene",
    "Invent 3 characters",
    "Mark screenplay done",
  ]);
  expect(next[0]?.category).toBe("recommended");
});

describe("next choices", () => {
  test("a computed button does what it said while the project stands where it stood", () => {
    const [first] = nextChoices(empty);
    if (!first) throw new Error("nothing is offered");
    const { id, ...offer } = first;
    expect(resolveNextChoice(id, empty)).toEqual(offer);
    expect(resolveNextChoice(id, withCounts({ character: 1 }))).toBe("expired");
    expect(resolveNextChoice(id, filmOf({ project: { version: 2 } }))).toBe("expired");
    expect(resolveNextChoice("cho_1", empty)).toBeUndefined();
  });

  test("after an undo, when all counts are as before, it is another button", () => {
    const [before] = nextChoices({ ...empty, revision: 4 });
    const [after] = nextChoices({ ...empty, revision: 6 });
    expect(after?.label).toBe(before?.label);
    expect(after?.id).not.toBe(before?.id);
    expect(resolveNextChoice(before?.id ?? "", { ...empty, revision: 6 })).toBe("expired");
  });

  test("the last of them is always the person's own", () => {
    const all = nextChoices(empty);
    expect(all.at(-1)).toMatchObject({
      label: "Something else…",
      category: "manual",
      action: { type: "prompt" },
    });
    expect(all.length).toBeLessThanOrEqual(5);
  });
});
