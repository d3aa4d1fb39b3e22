import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut, type MapLayout } from "../../../../../../../src/adapters/web/page/workflow/map/lay-out.ts";
import type { MapStep } from "../../../../../../../src/adapters/web/page/workflow/map/layers.ts";

const step = (id: string, ...requires: string[]): MapStep => ({ id, requires });

const FILM = [
  step("concept"),
  step("logline"),
  step("synopsis", "logline"),
  step("characters"),
  step("beats", "characters", "synopsis"),
  step("treatment", "beats"),
  step("outline", "characters"),
  step("screenplay", "outline"),
  step("lock", "screenplay"),
  step("breakdown", "outline", "lock"),
  step("storyboard", "breakdown"),
  step("schedule", "breakdown"),
  step("call-sheet", "schedule"),
];

const DIRECTIONS = ["right", "down"] as const;

/** Any workflow as a definition lets it be: no step stands before one that it requires. */
const workflows = fc
  .array(fc.array(fc.nat(), { maxLength: 4 }), { minLength: 1, maxLength: 40 })
  .map((wishes) =>
    wishes.map((wish, index) =>
      step(`s${index}`, ...(index === 0 ? [] : wish.map((before) => `s${before % index}`))),
    ),
  );

const overlaps = ({ nodes, node }: MapLayout): string[] =>
  nodes.flatMap((a, index) =>
    nodes
      .slice(index + 1)
      .filter((b) => Math.abs(a.x - b.x) < node.width - 0.01 && Math.abs(a.y - b.y) < node.height - 0.01)
      .map((b) => `${a.id} ${b.id}`),
  );

describe("layOut", () => {
  it("puts each step one layer after the last it requires", () => {
    const layers = new Map(layOut(FILM, "right").nodes.map(({ id, layer }) => [id, layer]));
    expect(Object.fromEntries(layers)).toMatchObject({
      concept: 0,
      logline: 0,
      synopsis: 1,
      characters: 0,
      beats: 2,
      outline: 1,
      screenplay: 2,
      lock: 3,
      breakdown: 4,
      storyboard: 5,
      "call-sheet": 6,
    });
  });

  it("reads to the right on a desk and down on a phone", () => {
    for (const direction of DIRECTIONS) {
      const { nodes } = layOut(FILM, direction);
      const at = (id: string) =>
        nodes.find((node) => node.id === id)?.[direction === "right" ? "x" : "y"] ?? 0;
      expect(at("lock")).toBeGreaterThan(at("screenplay"));
      expect(at("logline")).toBe(at("concept"));
    }
  });

  it("never lays one step over another, and keeps all of them on the map", () => {
    fc.assert(
      fc.property(workflows, fc.constantFrom(...DIRECTIONS), (steps, direction) => {
        const layout = layOut(steps, direction);
        expect(layout.nodes.map(({ id }) => id).toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
        expect(overlaps(layout)).toEqual([]);
        for (const { x, y } of layout.nodes) {
          expect(x).toBeGreaterThanOrEqual(-0.01);
          expect(y).toBeGreaterThanOrEqual(-0.01);
          expect(x + layout.node.width).toBeLessThanOrEqual(layout.width + 0.01);
          expect(y + layout.node.height).toBeLessThanOrEqual(layout.height + 0.01);
        }
      }),
    );
  });

  it("draws a line for every requirement, always onwards, and under no step", () => {
    fc.assert(
      fc.property(workflows, (steps) => {
        const { edges, nodes, node } = layOut(steps, "right");
        const wanted = steps.flatMap(({ id, requires }) =>
          [...new Set(requires)].map((from) => `${from}>${id}`),
        );
        expect(edges.map(({ from, to }) => `${from}>${to}`).toSorted()).toEqual(wanted.toSorted());
        for (const { points } of edges) {
          const along = points.map(({ x }) => x);
          expect(along).toEqual(along.toSorted((a, b) => a - b));
          const inside = points.filter(({ x, y }) =>
            nodes.some((at) => x > at.x && x < at.x + node.width && y > at.y && y < at.y + node.height),
          );
          expect(inside).toEqual([]);
        }
      }),
    );
  });

  it("lays a chain out straight", () => {
    const chain = ["a", "b", "c", "d"].map((id, at, all) => step(id, ...all.slice(Math.max(0, at - 1), at)));
    expect(new Set(layOut(chain, "right").nodes.map(({ y }) => y)).size).toBe(1);
    expect(new Set(layOut(chain, "down").nodes.map(({ x }) => x)).size).toBe(1);
  });

  it("breaks a workflow without order into rows, in the order of its definition", () => {
    const { nodes } = layOut(
      FILM.map(({ id }) => step(id)),
      "down",
    );
    expect(nodes.map(({ id }) => id)).toEqual(FILM.map(({ id }) => id));
    expect(Math.max(...nodes.map(({ layer }) => layer))).toBe(6);
  });

  it("draws no line to a step that this film does not have", () => {
    expect(layOut([step("a", "gone"), step("b", "a", "b")], "right").edges).toMatchObject([
      { from: "a", to: "b" },
    ]);
  });

  it("has nothing to show of nothing", () => {
    expect(layOut([], "right")).toMatchObject({ nodes: [], edges: [], width: 0, height: 0 });
  });
});
