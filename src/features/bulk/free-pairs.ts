import type { Entry } from "../../domain/bible/entry.ts";
import { permute } from "../../lib/random.ts";

/** A pair as an item's target. Whoever comes first, it is the same pair. */
export const pairOf = (a: string, b: string): string => [a, b].sort().join(" ");

/** The pairs that relationships tie already. */
export const tiedPairs = (ties: readonly Entry[]): string[] =>
  ties.flatMap(({ links }) => {
    const [from, to] = [links.from?.[0], links.to?.[0]];
    return from !== undefined && to !== undefined ? [pairOf(from, to)] : [];
  });

/** Pairs of these that are not `taken`, in an order that the seed alone says. */
export function freePairs(ids: readonly string[], taken: ReadonlySet<string>, seed: number): string[] {
  const all = ids.flatMap((a, place) => ids.slice(place + 1).map((b) => pairOf(a, b)));
  return all
    .map((_, place) => all[permute(place, all.length, seed)] ?? "")
    .filter((pair) => !taken.has(pair));
}
