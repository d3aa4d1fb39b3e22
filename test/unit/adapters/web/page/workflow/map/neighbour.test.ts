import { describe, expect, it } from "vitest";
import { neighbour } from "../../../../../../../src/adapters/web/page/workflow/map/neighbour.ts";

const at = (id: string, x: number, y: number) => ({ id, x, y, layer: 0 });
const MAP = { nodes: [at("a", 0, 0), at("b", 0, 80), at("c", 200, 0), at("d", 200, 80), at("e", 400, 40)] };

describe("neighbour", () => {
  it.each([
    ["a", "ArrowRight", "c"],
    ["a", "ArrowDown", "b"],
    ["d", "ArrowLeft", "b"],
    ["d", "ArrowUp", "c"],
    ["c", "ArrowRight", "e"],
    ["d", "Home", "a"],
    ["a", "End", "e"],
  ])("leads from %s by %s to %s", (from, key, to) => {
    expect(neighbour(MAP, from, key)).toBe(to);
  });

  it("leads nowhere beyond the edge, by other keys, and from a step that is gone", () => {
    expect(neighbour(MAP, "a", "ArrowLeft")).toBeUndefined();
    expect(neighbour(MAP, "a", "x")).toBeUndefined();
    expect(neighbour(MAP, "gone", "ArrowRight")).toBeUndefined();
  });
});
