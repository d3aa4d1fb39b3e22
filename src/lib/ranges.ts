export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Ascending whole numbers as runs without gaps, each at most `size` long: [0, 1, 2, 5] by 2 → 0–1, 2, 5. */
export function rangesOf(numbers: readonly number[], size: number): Range[] {
  const ranges: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const open = ranges.at(-1);
    if (open && number === open.last + 1 && number - open.first < size) open.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges;
}
