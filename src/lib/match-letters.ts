import { nameKey } from "./name-keys.ts";

/**
 * The items whose text the letters may mean: those that begin with them first, then those with a word that does, then
 * those that hold them anywhere; each in the order given. Case, accents and signs do not count. No letters: all of them.
 */
export function matchLetters<T>(letters: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const wanted = nameKey(letters);
  if (wanted === "") return [...items];
  return items
    .map((item) => ({ item, rank: rankOf(nameKey(textOf(item)), wanted) }))
    .filter(({ rank }) => rank < NOT_IN)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

const NOT_IN = 3;

function rankOf(text: string, wanted: string): number {
  if (text.startsWith(wanted)) return 0;
  if (text.includes(` ${wanted}`)) return 1;
  return text.includes(wanted) ? 2 : NOT_IN;
}
