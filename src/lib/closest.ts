/** Letters to insert, remove, replace or swap with a neighbour to turn one word into another. */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let twoBack: number[] = [];
  let back = b.map((_, index) => index + 1);
  for (const [i, letter] of a.entries()) {
    const row: number[] = [];
    for (const [j, other] of b.entries()) {
      const diagonal = (j === 0 ? i : back[j - 1]) ?? 0;
      const up = back[j] ?? 0;
      const left = (j === 0 ? i + 1 : row[j - 1]) ?? 0;
      const swapped = letter === b[j - 1] && a[i - 1] === other;
      const swap = swapped ? ((j === 1 ? i - 1 : twoBack[j - 2]) ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(diagonal + (letter === other ? 0 : 1), up + 1, left + 1, swap));
    }
    twoBack = back;
    back = row;
  }
  return back.at(-1) ?? a.length;
}

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
