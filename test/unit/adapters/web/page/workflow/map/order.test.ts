import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gridOf, type Link } from "../../../../../../../src/adapters/web/page/workflow/map/layers.ts";
import { crossings, orderLayers } from "../../../../../../../src/adapters/web/page/workflow/map/order.ts";

const bipartite = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 14 }).map((pairs) => {
  const links = [...new Map(pairs.map((pair) => [pair.join(), pair])).values()];
  return links.map(([from, to]): Link => [`a${from}`, `b${to}`]);
});
const LAYERS = [[0, 1, 2, 3, 4, 5].map((at) => `a${at}`), [0, 1, 2, 3, 4, 5].map((at) => `b${at}`)];

/** Pair by pair, as one would count on paper. */
function countedByHand(links: readonly Link[]): number {
  const at = (cell: string): number => Number(cell.slice(1));
  return links.flatMap((one, index) =>
    links.slice(index + 1).filter((two) => (at(one[0]) - at(two[0])) * (at(one[1]) - at(two[1])) < 0),
  ).length;
}

describe("crossings", () => {
  it("counts the pairs of lines that cross", () => {
    fc.assert(
      fc.property(bipartite, (links) => {
        expect(crossings(LAYERS, links)).toBe(countedByHand(links));
      }),
    );
  });
});

describe("orderLayers", () => {
  it("takes a knot apart", () => {
    const links: Link[] = [
      ["a0", "b1"],
      ["a1", "b0"],
    ];
    const layers = [
      ["a0", "a1"],
      ["b0", "b1"],
    ];
    expect(crossings(layers, links)).toBe(1);
    expect(crossings(orderLayers({ layers, links }), links)).toBe(0);
  });

  it("never makes it worse, and loses no cell", () => {
    fc.assert(
      fc.property(bipartite, (links) => {
        const ordered = orderLayers({ layers: LAYERS, links });
        expect(crossings(ordered, links)).toBeLessThanOrEqual(crossings(LAYERS, links));
        expect(ordered.map((layer) => layer.toSorted())).toEqual(LAYERS);
      }),
    );
  });

  it("draws two lines of work beside one another without a crossing", () => {
    const steps = [
      { id: "a", requires: [] },
      { id: "b", requires: [] },
      { id: "b2", requires: ["b"] },
      { id: "a2", requires: ["a"] },
      { id: "end", requires: ["a2", "b2", "a"] },
    ];
    const grid = gridOf(steps, 6);
    expect(crossings(orderLayers(grid), grid.links)).toBe(0);
  });
});
