/** A step as the map needs it: what it is called, and what stands before it. */
export interface MapStep {
  readonly id: string;
  readonly requires: readonly string[];
}

/** A line between two cells of neighbouring layers. */
export type Link = readonly [from: string, to: string];

/** Cells in layers. Beside the steps there are lanes: where the lines of a step pass through layers on their way to later ones. */
export interface Grid {
  readonly layers: readonly (readonly string[])[];
  readonly links: readonly Link[];
  /** The cells that each step's line to another passes through, both ends among them, in order. */
  readonly routes: readonly {
    readonly from: string;
    readonly to: string;
    readonly cells: readonly string[];
  }[];
  /** The layer of every cell. */
  readonly layerOf: ReadonlyMap<string, number>;
}

/**
 * Puts each step one layer after the last of those that it requires. A layer of more than `widest` steps goes on in the
 * next, as words do at a line's end. Steps come in an order in which none stands before one that it requires; a
 * requirement that is not among them, or comes later, has no line.
 */
export function gridOf(steps: readonly MapStep[], widest: number): Grid {
  const rows = wrapped(rowsOf(steps), widest);
  const layerOf = new Map(rows.flatMap((row, layer) => row.map((id): [string, number] => [id, layer])));
  const layers = rows.map((row) => [...row]);
  const links = new Map<string, Link>();
  const routes = steps.flatMap((step) =>
    requiredOf(step, layerOf).map((from) => {
      const cells = [from, ...lanes(from, step.id, layerOf), step.id];
      for (const [index, cell] of cells.entries()) {
        const before = cells[index - 1];
        if (before !== undefined) links.set(JSON.stringify([before, cell]), [before, cell]);
      }
      return { from, to: step.id, cells };
    }),
  );
  for (const { cells } of routes)
    for (const cell of cells) {
      if (layerOf.has(cell)) continue;
      const layer = laneLayer(cell);
      layerOf.set(cell, layer);
      layers[layer]?.push(cell);
    }
  return { layers, links: [...links.values()], routes, layerOf };
}

function rowsOf(steps: readonly MapStep[]): string[][] {
  const rows: string[][] = [];
  const layerOf = new Map<string, number>();
  for (const { id, requires } of steps) {
    const layer = Math.max(-1, ...requires.map((before) => layerOf.get(before) ?? -1)) + 1;
    layerOf.set(id, layer);
    rows[layer] ??= [];
    rows[layer].push(id);
  }
  return rows;
}

const wrapped = (rows: readonly string[][], widest: number): string[][] =>
  rows.flatMap((row) =>
    Array.from({ length: Math.ceil(row.length / widest) }, (_, at) =>
      row.slice(at * widest, (at + 1) * widest),
    ),
  );

function requiredOf({ id, requires }: MapStep, layerOf: ReadonlyMap<string, number>): string[] {
  const own = layerOf.get(id) ?? 0;
  return [...new Set(requires)].filter((before) => (layerOf.get(before) ?? own) < own);
}

/** Lines from one step share their lane, so that it has one a layer, whatever it leads to. */
function lanes(from: string, to: string, layerOf: ReadonlyMap<string, number>): string[] {
  const start = layerOf.get(from) ?? 0;
  const end = layerOf.get(to) ?? 0;
  return Array.from({ length: Math.max(0, end - start - 1) }, (_, at) => `${start + 1 + at}\n${from}`);
}

const laneLayer = (cell: string): number => Number(cell.slice(0, cell.indexOf("\n")));

export const isLane = (cell: string): boolean => cell.includes("\n");
