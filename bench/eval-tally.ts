/** What was read rightly, read wrongly and not read. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export function empty(): Tally {
  return { right: 0, wrong: 0, missed: 0 };
}

export function add(into: Tally, more: Tally): void {
  into.right += more.right;
  into.wrong += more.wrong;
  into.missed += more.missed;
}

export function total(tallies: Iterable<Tally>): Tally {
  const sum = empty();
  for (const tally of tallies) add(sum, tally);
  return sum;
}

export function tallyOf(map: Map<string, Tally>, name: string): Tally {
  const tally = map.get(name) ?? empty();
  map.set(name, tally);
  return tally;
}

/** NaN where there was nothing to read and nothing was read. */
export function f1({ right, wrong, missed }: Tally): number {
  return (2 * right) / (2 * right + wrong + missed);
}
