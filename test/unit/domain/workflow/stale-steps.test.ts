import { expect, it } from "vitest";
import type { Project } from "../../../../src/domain/project.ts";
import { withStaleSteps } from "../../../../src/domain/workflow/stale-steps.ts";
import { evaluateWorkflow } from "../../../../src/domain/workflow/workflow-view.ts";
import { AT, aProject } from "../../../contract/samples.ts";
import { filmOf } from "../../../support/film-of.ts";

const project: Project = aProject({ documents: { logline: "A nurse.", synopsis: "A nurse wakes." } });
const mark = (document: string, reason = "why") => ({
  project_id: project.id,
  dependant_id: `${project.id}:${document}`,
  cause_id: "ent_1",
  change_id: "chg_1",
  reason,
  at: AT,
});
const filmWith = (project: Project) => filmOf({ project });
const stateOf = (view: ReturnType<typeof evaluateWorkflow>, id: string) =>
  view.steps.find((step) => step.id === id)?.state;

it("a completed step whose document is marked is stale, with each reason once", () => {
  const view = evaluateWorkflow(filmWith(project));
  const marks = [mark("synopsis", "b"), mark("synopsis", "a"), mark("synopsis", "b")];
  const marked = withStaleSteps(view, filmWith(project), marks);
  expect(marked.steps.find((step) => step.id === "synopsis")).toMatchObject({
    state: "stale",
    reasons: ["b", "a"],
  });
  expect({ ...marked, steps: [] }).toEqual({ ...view, steps: [] });
  expect(stateOf(marked, "logline")).toBe("completed");
});

it("what is skipped, open, or not a document stays what it is", () => {
  const skipped = { ...project, step_marks: { synopsis: { state: "skipped" as const, by: "ana", at: AT } } };
  const view = evaluateWorkflow(filmWith(skipped));
  const marks = [mark("synopsis"), mark("treatment"), { ...mark("x"), dependant_id: "ent_9" }];
  expect(withStaleSteps(view, filmWith(skipped), marks)).toEqual(view);
});
