import { describe, expect, it } from "vitest";
import { asProblem, Problem, problemOf } from "../../../../../../src/adapters/web/page/api/problem.ts";

describe("problemOf", () => {
  it("carries the interface's own words", () => {
    const body = {
      error: { code: "not_found", message: "No such session.", hint: "Pick one.", reference: "r1" },
    };
    expect(problemOf(404, body)).toMatchObject({
      status: 404,
      message: "No such session.",
      hint: "Pick one.",
      reference: "r1",
    });
  });

  it.each([undefined, "<html>", { error: "x" }, { error: { message: 3 } }])(
    "says what to do when something else answered: %j",
    (body) => {
      expect(problemOf(500, body)).toMatchObject({ status: 500, hint: "Reload the page and try again." });
      expect(problemOf(502, body).message).toBe("Backlot does not answer.");
    },
  );
});

describe("asProblem", () => {
  it("keeps problems and explains a failed fetch", () => {
    const problem = new Problem(409, "Someone was first.");
    expect(asProblem(problem)).toBe(problem);
    expect(asProblem(new TypeError("Failed to fetch"))).toMatchObject({
      status: 0,
      message: "Backlot does not answer.",
    });
  });
});
