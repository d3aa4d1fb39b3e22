import { describe, expect, it } from "vitest";
import {
  laterSteps,
  openBefore,
  shortLine,
  spokenStep,
  stepLine,
  whyWords,
} from "../../../../../../src/adapters/web/page/workflow/step-words.ts";
import { stepView } from "./step.ts";

const mark = { state: "skipped", by: "ada", at: "2026-01-01T00:00:00Z", reason: "not needed" };

describe("words of a step", () => {
  it.each([
    [
      stepView("beats", { state: "locked", missing: ["Characters", "Synopsis"] }),
      "after characters, synopsis",
      "",
    ],
    [
      stepView("beats", { state: "active", missing: ["no beats", "1 of 2 characters"] }),
      "so far no beats, 1 of 2 characters",
      "no beats",
    ],
    [
      stepView("beats", { state: "blocked", missing: ["The script is not locked"] }),
      "The script is not locked",
      "The script is not locked",
    ],
    [stepView("beats", { state: "stale", reasons: ["Sarah changed"] }), "Sarah changed", "Sarah changed"],
    [stepView("beats", { state: "skipped", mark }), "not needed", "not needed"],
    [stepView("beats", { state: "completed" }), "", ""],
    [stepView("beats", { state: "active" }), "", ""],
  ])("tells what stands in its way", (step, line, short) => {
    expect(stepLine(step)).toBe(line);
    expect(shortLine(step)).toBe(short);
  });

  it("is heard as its name, its state and what stands in its way", () => {
    expect(spokenStep(stepView("beats", { state: "locked", missing: ["Logline"] }))).toBe(
      "Beats, waits: after logline",
    );
    expect(spokenStep(stepView("beats", { state: "completed" }))).toBe("Beats, done");
  });

  it("says of a step without needs that a person ends it", () => {
    expect(whyWords(stepView("lock", { state: "active" }))).toContain("when somebody says so");
    expect(whyWords(stepView("lock", { state: "completed", mark }))).toBe("");
  });

  it("knows what stands before and what is built on a step", () => {
    const steps = [
      stepView("a", { state: "completed" }),
      stepView("b", { state: "active" }),
      stepView("c", { requires: ["a", "b"], state: "locked" }),
      stepView("d", { requires: ["c"], state: "locked" }),
      stepView("e"),
    ];
    const [a, , c] = steps;
    if (a === undefined || c === undefined) throw new Error("no steps");
    expect(openBefore(c, steps).map(({ id }) => id)).toEqual(["b"]);
    expect(laterSteps(a, steps).map(({ id }) => id)).toEqual(["c", "d"]);
  });
});
