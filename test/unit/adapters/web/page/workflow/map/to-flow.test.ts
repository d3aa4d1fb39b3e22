import { describe, expect, it } from "vitest";
import { layOut } from "../../../../../../../src/adapters/web/page/workflow/map/lay-out.ts";
import { toFlow } from "../../../../../../../src/adapters/web/page/workflow/map/to-flow.ts";
import { stepView } from "../step.ts";

const STEPS = [
  stepView("a", { state: "completed" }),
  stepView("b", { state: "stale", requires: ["a"] }),
  stepView("c", { state: "active", requires: ["b"] }),
  stepView("d", { state: "locked", requires: ["b", "c"] }),
];

describe("toFlow", () => {
  it("tells the way that was gone from the one that leads on and the one that is closed", () => {
    const { edges } = toFlow(layOut(STEPS, "right"), STEPS, "c");
    const looks = edges.map(({ source, target, data }) => [source + target, data?.look, data?.near]);
    expect(looks).toEqual([
      ["ab", "walked", false],
      ["bc", "next", true],
      ["bd", "met", false],
      ["cd", "far", true],
    ]);
  });

  it("has a path for every line and a place for every step", () => {
    const { nodes, edges } = toFlow(layOut(STEPS, "down"), STEPS, undefined);
    expect(nodes.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    for (const { data } of edges) expect(data?.path).toMatch(/^M[\d.-]+,[\d.-]+ C[^N]+$/);
  });
});
