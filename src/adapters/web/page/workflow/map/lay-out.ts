import { gridOf, isLane, type MapStep } from "./layers.ts";
import { orderLayers } from "./order.ts";
import { placeAcross } from "./place.ts";

/** Where the map reads to: along a desk, or down a phone. */
export type Direction = "right" | "down";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places in pixels. A node is told by its top left corner. */
export interface MapLayout {
  readonly direction: Direction;
  readonly node: { readonly width: number; readonly height: number };
  readonly nodes: readonly (Point & { readonly id: string; readonly layer: number })[];
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly points: readonly Point[];
  }[];
  readonly width: number;
  readonly height: number;
}

const SIZES = {
  right: { node: { width: 176, height: 62 }, between: 44, gap: 18, widest: 6 },
  down: { node: { width: 136, height: 66 }, between: 34, gap: 12, widest: 2 },
} as const;
const LANE = 2;

/** Lays a workflow out in layers by what requires what. Pure: the same steps lie the same way every time. */
export function layOut(steps: readonly MapStep[], direction: Direction): MapLayout {
  const { node, between, gap, widest } = SIZES[direction];
  const [along, across] = direction === "right" ? [node.width, node.height] : [node.height, node.width];
  const grid = gridOf(steps, widest);
  const layers = orderLayers(grid);
  const middle = placeAcross(layers, grid.links, { of: (cell) => (isLane(cell) ? LANE : across), gap });
  const start = (cell: string): number => (grid.layerOf.get(cell) ?? 0) * (along + between);
  const point = (alongAt: number, acrossAt: number): Point =>
    direction === "right" ? { x: alongAt, y: acrossAt } : { x: acrossAt, y: alongAt };
  const at = (cell: string): number => middle.get(cell) ?? 0;

  const nodes = layers.flatMap((layer, index) =>
    layer
      .filter((cell) => !isLane(cell))
      .map((id) => ({ id, layer: index, ...point(start(id), at(id) - across / 2) })),
  );
  /** A line leaves one cell at its end and enters the next at its start. */
  const edges = grid.routes.map(({ from, to, cells }) => ({
    from,
    to,
    points: cells
      .flatMap((cell) => [point(start(cell), at(cell)), point(start(cell) + along, at(cell))])
      .slice(1, -1),
  }));
  return {
    direction,
    node,
    nodes,
    edges,
    width: Math.max(0, ...nodes.map(({ x }) => x + node.width)),
    height: Math.max(0, ...nodes.map(({ y }) => y + node.height)),
  };
}
