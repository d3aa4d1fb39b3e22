import fc from "fast-check";
import { expect, it } from "vitest";
import { type Branch, DOCUMENT_KINDS, type Project } from "../../../../src/domain/project.ts";
import type { Film } from "../../../../src/domain/workflow/film.ts";
import { planText } from "../../../../src/domain/workflow/plan-state.ts";
import { restoreBranch, rollbackTo } from "../../../../src/domain/workflow/rollback.ts";
import { survey } from "../../../../src/domain/workflow/survey.ts";
import { anyWorkflow, MAX_STEPS } from "./any-workflow.ts";
import { WHO } from "./walk-model.ts";
import { builtOn } from "./walk-oracle.ts";
import { filmOf, NO_STOCK, newWorld, PROFILES } from "./walk-world.ts";

const RUNS = 2_000;
const mark = fc.constantFrom("completed", "skipped", "opened", undefined);

/** Films in any state, with marks and papers that no workflow would have led to. */
const anyFilm = fc
  .tuple(
    anyWorkflow,
    fc.array(mark, { minLength: MAX_STEPS, maxLength: MAX_STEPS }),
    fc.subarray([...DOCUMENT_KINDS]),
    fc.array(fc.nat(2), { minLength: PROFILES.length, maxLength: PROFILES.length }),
    fc.option(fc.nat(MAX_STEPS - 1), { nil: undefined }),
  )
  .map(([workflow, marks, papers, stock, active]): Film => {
    const world = newWorld(workflow, "feature");
    const marked = workflow.steps.flatMap(({ id }, at) => {
      const state = marks[at];
      return state === undefined ? [] : [[id, { state, ...WHO }] as const];
    });
    const project: Project = {
      ...world.project,
      step_marks: Object.fromEntries(marked),
      documents: Object.fromEntries(papers.map((paper) => [paper, `the ${paper}`])),
      ...(active === undefined ? {} : { active_step: `s${active}` }),
    };
    return filmOf({ ...world, project, stock: NO_STOCK.map((_, at) => stock[at] ?? 0) });
  });
const steps = fc.array(fc.nat(MAX_STEPS - 1), { minLength: 1, maxLength: 6 });

const back = (film: Film, step: string, at: number) =>
  rollbackTo(film, { ...WHO, step, branch_id: `b${at}`, turn_id: `t${at}` });
const gone = (film: Film, kinds: readonly string[]): Film["counts"] =>
  ({ ...film.counts, ...Object.fromEntries(kinds.map((kind) => [kind, 0])) }) as Film["counts"];
const textsOf = ({ documents }: Project, branch: Branch) =>
  Object.fromEntries(branch.documents.map((paper) => [paper, documents[paper]]));

it("roll-backs restored in the opposite order give back the very marks, papers and place", () => {
  let done = 0;
  fc.assert(
    fc.property(anyFilm, steps, (start, targets) => {
      let film = start;
      const undo: ((project: Project) => Project)[] = [];
      for (const [at, target] of targets.entries()) {
        const step = `s${target % film.workflow.steps.length}`;
        const rollback = back(film, step, at);
        if (!rollback.ok) continue;
        const texts = textsOf(film.project, rollback.branch);
        undo.unshift((project) => restoreBranch(project, rollback.branch, texts));
        film = { ...film, project: rollback.project, counts: gone(film, rollback.kinds) };
        done += 1;
      }
      const restored = undo.reduce((project, step) => step(project), film.project);
      expect(planText(restored)).toBe(planText(start.project));
      expect(restored.documents).toEqual(start.project.documents);
    }),
    { numRuns: RUNS },
  );
  expect(done).toBeGreaterThan(RUNS / 2);
});

it("touches nothing that is not built on the step, and leaves the step to be worked on", () => {
  fc.assert(
    fc.property(anyFilm, steps, (film, [target = 0]) => {
      const step = `s${target % film.workflow.steps.length}`;
      const rollback = back(film, step, 0);
      if (!rollback.ok) return;
      const { project, branch, kinds } = rollback;
      const later = builtOn({ ...newWorld(film.workflow, "feature"), project: film.project }, step);
      for (const [id, held] of Object.entries(film.project.step_marks))
        if (id !== step && !later.has(id)) expect(project.step_marks[id]).toEqual(held);
      for (const { id, needs, makes } of film.workflow.steps) {
        if (later.has(id) || !survey(film).has(id)) continue;
        for (const need of needs)
          if (need.type === "document")
            expect(project.documents[need.document]).toBe(film.project.documents[need.document]);
          else expect(kinds).not.toContain(need.kind);
        for (const kind of makes) expect(kinds).not.toContain(kind);
      }
      expect(Object.keys(branch.marks).every((id) => id === step || later.has(id))).toBe(true);
      const tallies = Object.entries(film.tallies).filter(
        ([key]) => !kinds.some((kind) => key.startsWith(`${kind} `)),
      );
      const after = { ...film, project, counts: gone(film, kinds), tallies: Object.fromEntries(tallies) };
      expect(["active", "available", "completed"]).toContain(survey(after).get(step)?.state);
    }),
    { numRuns: RUNS },
  );
});
