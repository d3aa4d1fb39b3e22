import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, ENTRY_KINDS } from "../../../../src/domain/bible/kinds.ts";
import { Offer } from "../../../../src/domain/choice.ts";
import { DOCUMENT_KINDS } from "../../../../src/domain/project.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { checkGate } from "../../../../src/domain/workflow/gate.ts";
import { nextChoices, resolveNextChoice } from "../../../../src/domain/workflow/next-choices.ts";
import { completeStep, reopenStep, skipStep } from "../../../../src/domain/workflow/transitions.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { filmOf } from "../../../support/film-of.ts";
import { film, free, short } from "../../../support/workflows.ts";
import { AT } from "../bible/bible-maker.ts";

const counts = fc.record(
  Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, fc.integer({ min: 0, max: 4 })])),
) as fc.Arbitrary<Counts>;
const documents = fc.record(Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, fc.constant("words")])), {
  requiredKeys: [],
});
const start = fc
  .tuple(fc.constantFrom(film, short, free), documents, counts)
  .map(([workflow, written, some]) => filmOf({ workflow, project: { documents: written }, counts: some }));
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
function walk(begun: Film, steps: readonly (readonly [string, string])[]): Film {
  let at = begun;
  for (const [action, step] of steps) {
    const fire = action === "complete" ? completeStep : action === "skip" ? skipStep : reopenStep;
    const moved = fire(at, { step, by: "ana", at: AT, reason: "no need" });
    if (moved.ok) at = filmOf({ ...at, project: moved.project });
    else expect(moved.reason).toMatch(/\S{3,}/);
  }
  return at;
}

describe("wherever a random walk ends", () => {
  it("the view holds together: one current step, open steps whose prerequisites are passed, a percentage that counts", () => {
    fc.assert(
      fc.property(start, moves, (begun, steps) => {
        const view = evaluateWorkflow(walk(begun, steps));
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
      fc.property(start, moves, (begun, steps) => {
        const at = walk(begun, steps);
        const { next } = evaluateWorkflow(at);
        expect(next.length).toBeGreaterThanOrEqual(2);
        expect(next.length).toBeLessThanOrEqual(4);
        expect(next.filter((offer) => offer.category === "recommended")).toHaveLength(1);
        for (const offer of next) {
          Offer.parse(offer);
          if (offer.label === "Add a scene") expect(checkGate(at, "scene").ok).toBe(true);
          const { action } = offer;
          if (action.type !== "command" || action.options.action !== "complete") continue;
          const done = completeStep(at, { step: String(action.options.step), by: "ana", at: AT });
          expect(done.ok).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("a refused gate says what is missing and offers a way that is open", () => {
    fc.assert(
      fc.property(start, fc.constantFrom(...ENTRY_KINDS), (at, kind) => {
        const gate = checkGate(at, kind);
        if (gate.ok) return;
        for (const missing of gate.missing) expect(gate.reason).toContain(missing);
        expect(gate.offers.length).toBeGreaterThanOrEqual(2);
        expect(checkGate(at, "character").ok).toBe(true);
      }),
    );
  });

  it("a computed button does what it said, or is out of date", () => {
    fc.assert(
      fc.property(start, moves, (begun, steps) => {
        const at = walk(begun, steps);
        const later = { ...at, project: { ...at.project, version: at.project.version + 1 } };
        for (const choice of nextChoices(at)) {
          const { id, ...offer } = choice;
          expect(resolveNextChoice(id, at)).toMatchObject(offer);
          expect(resolveNextChoice(id, later)).toBe("expired");
        }
        expect(resolveNextChoice("cho_1", at)).toBeUndefined();
      }),
      { numRuns: 100 },
    );
  });
});
