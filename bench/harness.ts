/** Small tools every measurement shares: percentiles and a printed table. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export interface Timing {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/** Runs `work` `total` times, `parallel` at a time; milliseconds. */
export async function time(
  total: number,
  parallel: number,
  work: (index: number, lane: number) => Promise<unknown>,
): Promise<Timing> {
  const times: number[] = [];
  let next = 0;
  const lane = async (number: number) => {
    while (next < total) {
      const index = next;
      next += 1;
      const began = performance.now();
      await work(index, number);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: parallel }, (_, number) => lane(number)));
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond: total / seconds };
}

export function table(
  title: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const cells = [
    head,
    ...rows.map((row) =>
      row.map((cell) => (typeof cell === "number" ? cell.toFixed(cell < 10 ? 2 : cell < 100 ? 1 : 0) : cell)),
    ),
  ];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  process.stdout.write(
    `\n${title}\n\n${[line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join("\n")}\n`,
  );
}
