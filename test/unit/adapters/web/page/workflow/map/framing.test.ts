import { describe, expect, it } from "vitest";
import {
  firstView,
  revealing,
  wholeView,
} from "../../../../../../../src/adapters/web/page/workflow/map/framing.ts";
import { layOut } from "../../../../../../../src/adapters/web/page/workflow/map/lay-out.ts";

const chain = Array.from({ length: 12 }, (_, at) => ({
  id: `s${at}`,
  requires: at === 0 ? [] : [`s${at - 1}`],
}));
const LONG = layOut(chain, "right");
const SCREEN = { width: 900, height: 400 };

const seen = (id: string, view: { x: number; y: number; zoom: number }) => {
  const node = LONG.nodes.find((each) => each.id === id) ?? { x: Number.NaN, y: Number.NaN };
  return {
    left: node.x * view.zoom + view.x,
    right: (node.x + LONG.node.width) * view.zoom + view.x,
  };
};

describe("framing", () => {
  it("shows a small map whole and no larger than life", () => {
    const small = layOut(chain.slice(0, 2), "right");
    expect(firstView(small, SCREEN, "s0")).toEqual(wholeView(small, SCREEN));
    expect(wholeView(small, SCREEN).zoom).toBe(1);
  });

  it("shows a long map so that it can be read, with the step in the middle", () => {
    const view = firstView(LONG, SCREEN, "s6");
    const { left, right } = seen("s6", view);
    expect(view.zoom).toBe(1);
    expect((left + right) / 2).toBeCloseTo(450);
  });

  it("shows no emptiness before the first step", () => {
    expect(seen("s0", firstView(LONG, SCREEN, "s0")).left).toBe(24);
  });

  it("moves to a step that is not seen, and does not move for one that is", () => {
    const view = firstView(LONG, SCREEN, "s0");
    expect(revealing(LONG, SCREEN, view, "s1")).toEqual(view);
    expect(seen("s9", revealing(LONG, SCREEN, view, "s9")).right).toBe(876);
  });

  it("shows the whole of a long map when asked", () => {
    const view = wholeView(LONG, SCREEN);
    expect(seen("s0", view).left).toBeGreaterThanOrEqual(0);
    expect(seen("s11", view).right).toBeLessThanOrEqual(900);
  });
});
