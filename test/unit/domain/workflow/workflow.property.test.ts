import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, ENTRY_KINDS } from "../../../../src/domain/bible/kinds.ts";
import { Offer } from "../../../../src/domain/choice.ts";
import { DOCUMENT_KINDS, type Project, WorkflowName } from "../../../../src/domain/project.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { nextChoices, resolveNextChoice } from "../../../../src/domain/workflow/next-choices.ts";
import { completeStep, reopenStep, skipStep } from "../../../../src/domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { AT } from "../bible/bible-maker.ts";

const counts = fc.record(
  Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, fc.integer({ min: 0, max: 4 })])),
) as fc.Arbitrary<Counts>;
const documents = fc.record(Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, fc.constant("words")])), {
  requiredKeys: [],
});
const start = fc.tuple(fc.constantFrom(...WorkflowName.options), documents).map(
  ([workflow, written]): Project => ({
    id: "prj_1",
    workspace_id: "wsp_1",
    title: "Night Shift",
    workflow,
    documents: written,
    step_marks: {},
    created_by: "ana",
    created_at: AT,
    version: 1,
  }),
);
const STEP_IDS = [
  "concept",
  "logline",
  "synopsis",
  "characters",
  "outline",
  "screenplay",
  "lock",
  "breakdown",
  "storyboard",
  "schedule",
  "call-sheet",
  "nothing",
];
const moves = fc.array(
  fc.tuple(fc.constantFrom("complete", "skip", "reopen"), fc.constantFrom(...STEP_IDS)),
  { maxLength: 25 },
);

/** Where a walk of random moves ends; refused moves leave the project as it is. */
function walk(project: Project, facts: Counts, steps: readonly (readonly [string, string])[]): Project {
  return steps.reduce((state, [action, step]) => {
    const move = { project: state, counts: facts, step, by: "ana", at: AT };
    const moved =
      action === "complete"
        ? completeStep(move)
        : action === "skip"
          ? skipStep(move, "no need")
          : reopenStep(move);
    if (!moved.ok) expect(moved.reason).toMatch(/\S{3,}/);
    return moved.ok ? moved.project : state;
  }, project);
}

describe("wherever a random walk ends", () => {
  it("the view holds together: one current step, open steps whose prerequisites are passed, a percentage that counts", () => {
    fc.assert(
      fc.property(start, counts, moves, (project, facts, steps) => {
        const view = evaluateWorkflow(walk(project, facts, steps), facts);
        const active = view.steps.filter((step) => step.state === "active").map((step) => step.id);
        expect(active).toEqual(view.current === null ? [] : [view.current]);
        const passed = view.steps.filter((step) => step.state === "completed" || step.state === "skipped");
        expect(view.percent).toBe(Math.round((passed.length / view.steps.length) * 100));
        for (const step of view.steps) {
          if (step.state === "locked") expect(step.missing.length).toBeGreaterThan(0);
          if (step.state === "completed" || step.state === "skipped") expect(step.missing).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("two to four moves are offered, one recommended, and every one of them is legal", () => {
    fc.assert(
      fc.property(start, counts, moves, (begun, facts, steps) => {
        const project = walk(begun, facts, steps);
        const { next } = evaluateWorkflow(project, facts);
        expect(next.length).toBeGreaterThanOrEqual(2);
        expect(next.length).toBeLessThanOrEqual(4);
        expect(next.filter((offer) => offer.category === "recommended")).toHaveLength(1);
        for (const offer of next) {
          Offer.parse(offer);
          if (offer.label === "Add a scene") expect(checkGate(project, facts, "scene").ok).toBe(true);
          const { action } = offer;
          if (action.type !== "command" || action.options.action !== "complete") continue;
          expect(
            completeStep({ project, counts: facts, step: String(action.options.step), by: "ana", at: AT }).ok,
          ).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a refused gate says what is missing and offers a way that is open", () => {
    fc.assert(
      fc.property(start, counts, fc.constantFrom(...ENTRY_KINDS), (project, facts, kind) => {
        const gate = checkGate(project, facts, kind);
        if (gate.ok) return;
        for (const missing of gate.missing) expect(gate.reason).toContain(missing);
        expect(gate.offers.length).toBeGreaterThanOrEqual(2);
        expect(checkGate(project, facts, "character").ok).toBe(true);
      }),
    );
  });

  it("a computed button does what it said, or is out of date", () => {
    fc.assert(
      fc.property(start, counts, moves, (begun, facts, steps) => {
        const project = walk(begun, facts, steps);
        for (const choice of nextChoices(project, facts)) {
          const { id, ...offer } = choice;
          expect(resolveNextChoice(id, project, facts)).toMatchObject(offer);
          expect(resolveNextChoice(id, { ...project, version: project.version + 1 }, facts)).toBe("expired");
        }
        expect(resolveNextChoice("cho_1", project, facts)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
