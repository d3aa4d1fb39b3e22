import type { Grid, Link } from "./layers.ts";

const ROUNDS = 12;

type Layers = readonly (readonly string[])[];

/** The cells of each layer in an order in which few lines cross: each moves to the middle of those it is tied to, to and fro, and the best order seen is kept. */
export function orderLayers({ layers, links }: Pick<Grid, "layers" | "links">): Layers {
  const before = Map.groupBy(links, ([, to]) => to);
  const after = Map.groupBy(links, ([from]) => from);
  let best = { layers, count: crossings(layers, links) };
  let current = layers.map((layer) => [...layer]);
  for (let round = 0; round < ROUNDS && best.count > 0; round++) {
    current =
      round % 2 === 0
        ? swept(current, (cell) => before.get(cell)?.map(([from]) => from) ?? [])
        : swept(current.toReversed(), (cell) => after.get(cell)?.map(([, to]) => to) ?? []).toReversed();
    const count = crossings(current, links);
    if (count < best.count) best = { layers: current, count };
  }
  return best.layers;
}

/** How many pairs of lines cross. */
export function crossings(layers: Layers, links: readonly Link[]): number {
  const place = placesOf(layers);
  const layerOf = new Map(layers.flatMap((layer, at) => layer.map((cell): [string, number] => [cell, at])));
  const gaps = Map.groupBy(links, ([from]) => layerOf.get(from));
  return [...gaps.values()].reduce((sum, gap) => {
    const ends = gap
      .map(([from, to]) => [place.get(from) ?? 0, place.get(to) ?? 0] as const)
      .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
    return sum + inversions(ends.map(([, to]) => to));
  }, 0);
}

/** Each layer sorted by the middle of what its cells are tied to in the one before it; those tied to nothing stay where they are. */
function swept(layers: readonly string[][], tiedTo: (cell: string) => readonly string[]): string[][] {
  const place = new Map<string, number>();
  return layers.map((layer) => {
    const wish = new Map(
      layer.map((cell, at): [string, number] => {
        const ties = tiedTo(cell).flatMap((tie) => place.get(tie) ?? []);
        return [cell, ties.length === 0 ? at : ties.reduce((sum, tie) => sum + tie, 0) / ties.length];
      }),
    );
    const sorted = layer.toSorted((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
    for (const [at, cell] of sorted.entries()) place.set(cell, at);
    return sorted;
  });
}

const placesOf = (layers: Layers): ReadonlyMap<string, number> =>
  new Map(layers.flatMap((layer) => layer.map((cell, at): [string, number] => [cell, at])));

/** Pairs that stand the wrong way round, by a Fenwick tree: wide layers have many lines. */
function inversions(values: readonly number[]): number {
  const size = Math.max(0, ...values) + 2;
  const tree = new Array<number>(size + 1).fill(0);
  let found = 0;
  for (const [seen, value] of values.entries()) {
    let notAbove = 0;
    for (let at = value + 1; at > 0; at -= at & -at) notAbove += tree[at] ?? 0;
    found += seen - notAbove;
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  }
  return found;
}
