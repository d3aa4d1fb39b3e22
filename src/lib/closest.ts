/** Letters to insert, remove, replace or swap with a neighbour to turn one word into another. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let twoBack: number[] = [];
  let back = [0, ...b.map((_, index) => index + 1)];
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const swap =
        at(twoBack, j - 1) + (letter === b[j - 1] && a[i - 1] === other ? 1 : Number.POSITIVE_INFINITY);
      const replace = at(back, j) + (letter === other ? 0 : 1);
      row.push(Math.min(replace, at(back, j + 1) + 1, at(row, j) + 1, swap));
    }
    twoBack = back;
    back = row;
  }
  return at(back, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? 0;

/** The candidate most like the word, case aside; undefined when more than a third of the letters differ. The first of equals wins. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(wanted.length - candidate.length) > allowed) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance > allowed || distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}
