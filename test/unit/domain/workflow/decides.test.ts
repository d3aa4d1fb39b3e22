import { describe, expect, test } from "vitest";
import type { ChoiceAction } from "../../../../src/domain/choice.ts";
import { type Decisions, Project } from "../../../../src/domain/project.ts";
import { decides, decisionLabel, ruleFor } from "../../../../src/domain/workflow/decides.ts";

const run = (command: string, options: Record<string, unknown> = {}): ChoiceAction => ({
  type: "command",
  command,
  options,
});
const filmWith = (decisions?: Decisions) =>
  Project.parse({
    id: "prj_1",
    workspace_id: "wsp_1",
    title: "Salt",
    workflow: "film",
    documents: {},
    step_marks: {},
    settings: { saving: "receipt", corrections: "open", ...(decisions ? { decisions } : {}) },
    created_by: "u1",
    created_at: "2026-03-01T10:00:00Z",
    version: 1,
  });

describe("what changes the course of a film", () => {
  test.each([
    [run("workflow", { action: "complete", step: "lock" }), "Mark done: lock"],
    [run("workflow", { action: "skip", step: "synopsis", reason: "no need" }), "Skip synopsis"],
    [run("workflow", { action: "write", step: "logline" }), "Write the logline"],
    [run("workflow", { action: "advance", step: "" }), "Work on"],
    [run("workflow", { action: "rollback", step: "outline", confirm: "x1" }), "Go back to outline"],
    [run("bulk", { kind: "characters", count: "10", brief: "" }), "Make 10 characters"],
  ])("is %j, called %s", (action, label) => {
    expect(decides(action)).toBe(true);
    expect(decisionLabel(action)).toBe(label);
  });

  test.each([
    { type: "prompt", text: "Who is it?" } as const,
    run("workflow"),
    run("workflow", { action: "status" }),
    run("workflow", { action: "rollback", step: "outline", confirm: "" }),
    run("bulk", { kind: "list" }),
    run("bulk", { action: "cancel", operation: "opn_1" }),
    run("undo", { turn: "trn_1" }),
    run("character", { action: "edit", id: "ent_1" }),
    run("open", { action: "accept" }),
  ])("is not %j", (action) => {
    expect(decides(action)).toBe(false);
    expect(decisionLabel(action)).toBeUndefined();
  });

  test("is anyone's unless the project says otherwise; votes make up for no role", () => {
    const skip = run("workflow", { action: "skip", step: "synopsis" });
    const override = run("workflow", { action: "override", step: "lock" });
    expect(ruleFor(skip, filmWith())).toEqual({ by: "anyone" });
    const vote = { by: "vote", votes: 3 } as const;
    expect(ruleFor(skip, filmWith(vote))).toEqual(vote);
    expect(ruleFor(override, filmWith(vote))).toEqual({ by: "producer" });
  });
});
