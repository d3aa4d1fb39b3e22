import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../../../../commands/index.ts";
import type { WorkflowStep } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { stepActions } from "../../../../../../src/adapters/web/page/workflow/step-actions.ts";
import { parseCommandLine } from "../../../../../../src/chat/command-line.ts";
import { STEP_EVENTS } from "../../../../../../src/domain/workflow/step-machine.ts";
import { StepState } from "../../../../../../src/domain/workflow/step-view.ts";
import { stepView } from "./step.ts";

const mark = { state: "completed", by: "ada", at: "2026-01-01T00:00:00Z" };
const later = stepView("later", { state: "locked", requires: ["logline"] });
const keys = (step: WorkflowStep): string[] => stepActions(step, [step, later]).map(({ key }) => key);
const lineOf = (step: WorkflowStep, key: string, reason = ""): string | undefined =>
  stepActions(step, [step, later])
    .find((action) => action.key === key)
    ?.line(reason);

describe("stepActions", () => {
  it.each<[string, Partial<WorkflowStep>, string[]]>([
    ["the current step", { state: "active" }, ["complete", "skip"]],
    ["one that lacks something", { state: "active", missing: ["1 of 2 characters"] }, ["skip"]],
    ["a document", { state: "active", missing: ["no logline"], document: "logline" }, ["write", "skip"]],
    ["an open step", { state: "available" }, ["complete", "advance", "skip"]],
    ["one that may not be skipped", { state: "active", skippable: false }, ["complete"]],
    ["a waiting step", { state: "locked", missing: ["Concept"] }, ["skip", "override"]],
    ["a blocked step", { state: "blocked", missing: ["too long"], skippable: false }, ["override"]],
    ["a step done by its data", { state: "completed" }, ["rollback"]],
    ["a step marked done", { state: "completed", mark }, ["reopen", "rollback"]],
    ["a stale document", { state: "stale", document: "logline" }, ["write", "fine", "rollback"]],
    ["an opened step", { state: "available", mark, missing: ["x"] }, ["advance", "skip", "reopen"]],
  ])("offers for %s what its state allows", (_name, over, wanted) => {
    expect(keys(stepView("logline", over))).toEqual(wanted);
  });

  it("does not go back to a step that nothing is built on", () => {
    const alone = stepView("concept", { state: "completed" });
    expect(stepActions(alone, [alone, later])).toEqual([]);
  });

  it("offers something for every event of the table, from some state", () => {
    const offered = StepState.options.flatMap((state) => keys(stepView("logline", { state, mark })));
    const wanted = {
      activate: "advance",
      complete: "complete",
      skip: "skip",
      open: "override",
      reopen: "reopen",
    };
    for (const event of STEP_EVENTS) expect(offered).toContain(wanted[event]);
  });

  it("sends lines that the command line reads as they were meant", () => {
    const step = stepView("logline", { state: "available", document: "logline" });
    const line = lineOf(step, "skip", 'we say "no"\n to  it') ?? "";
    const read = parseCommandLine(line, COMMANDS as never);
    expect(read.options).toEqual({ action: "skip", step: "logline", reason: "we say ’no’ to it" });
    expect(lineOf(step, "write")).toBe("/workflow write logline");
    expect(lineOf(step, "complete")).toBe("/workflow complete logline");
    expect(lineOf(step, "advance")).toBe("/workflow advance logline");
  });
});
