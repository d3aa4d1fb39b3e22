import type { Link } from "./layers.ts";

const ROUNDS = 24;

export interface Widths {
  readonly of: (cell: string) => number;
  readonly gap: number;
}

/**
 * The middle of each cell across the map, from 0 up. Cells are drawn to the middle of those they are tied to; the order of
 * a layer stays, and none overlap.
 */
export function placeAcross(
  layers: readonly (readonly string[])[],
  links: readonly Link[],
  widths: Widths,
): ReadonlyMap<string, number> {
  const before = Map.groupBy(links, ([, to]) => to);
  const ties = tiesOf(links);
  const middle = new Map<string, number>();
  for (const layer of layers) settle(layer, () => 0, widths, middle);
  const among = (cell: string, others: readonly string[] = []): number =>
    others.length === 0
      ? (middle.get(cell) ?? 0)
      : others.reduce((sum, other) => sum + (middle.get(other) ?? 0), 0) / others.length;
  for (let round = 0; round < ROUNDS; round++)
    for (const layer of round % 2 === 0 ? layers : layers.toReversed())
      settle(layer, (cell) => among(cell, ties.get(cell)), widths, middle);
  // Balanced, but bent: each step goes into line with what it comes from.
  for (const layer of layers)
    settle(
      layer,
      (cell) =>
        among(
          cell,
          before.get(cell)?.map(([from]) => from),
        ),
      widths,
      middle,
    );
  const edges = [...middle].map(([cell, at]) => at - widths.of(cell) / 2);
  const start = edges.reduce((least, edge) => Math.min(least, edge), Number.MAX_VALUE);
  return new Map([...middle].map(([cell, at]) => [cell, at - start]));
}

function tiesOf(links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const both = links.flatMap(([from, to]) => [
    [from, to],
    [to, from],
  ]);
  const groups = Map.groupBy(both, ([cell]) => cell ?? "");
  return new Map([...groups].map(([cell, pairs]) => [cell, pairs.map(([, tie]) => tie ?? "")]));
}

/**
 * Puts a layer's cells as near to where each wishes as their order and widths let them: least squares with distances
 * kept, which is isotonic regression (pool adjacent violators) once each distance is taken off.
 */
function settle(
  layer: readonly string[],
  wish: (cell: string) => number,
  { of, gap }: Widths,
  middle: Map<string, number>,
): void {
  let offset = 0;
  const pools: { sum: number; cells: { cell: string; offset: number }[] }[] = [];
  for (const [at, cell] of layer.entries()) {
    const before = layer[at - 1];
    if (before !== undefined) offset += (of(before) + of(cell)) / 2 + gap;
    pools.push({ sum: wish(cell) - offset, cells: [{ cell, offset }] });
    for (;;) {
      const last = pools.at(-1);
      const previous = pools.at(-2);
      if (last === undefined || previous === undefined || mean(previous) < mean(last)) break;
      pools.splice(-2, 2, { sum: previous.sum + last.sum, cells: [...previous.cells, ...last.cells] });
    }
  }
  for (const pool of pools) for (const each of pool.cells) middle.set(each.cell, mean(pool) + each.offset);
}

const mean = ({ sum, cells }: { readonly sum: number; readonly cells: readonly unknown[] }): number =>
  sum / cells.length;
