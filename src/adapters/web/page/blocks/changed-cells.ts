const VERSION = /^v(\d+)/i;
/** Tells when and by whom, which differs by nature. */
const ALWAYS_OTHER = "Since";

/**
 * Which cells of versions side by side ("v2", "v1") say something else than the version before them in time, whichever
 * side of them it stands on.
 */
export function changedCells(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly boolean[])[] {
  const before = columns.map((column, index) => {
    const own = versionOf(column);
    return [index - 1, index + 1].find((beside) => versionOf(columns[beside]) < own);
  });
  return rows.map((row) =>
    columns.map((_column, index) => {
      const earlier = before[index];
      return earlier !== undefined && row[0] !== ALWAYS_OTHER && row[index] !== row[earlier];
    }),
  );
}

/** Not a number, and so neither before nor after anything, for a column that is no version. */
const versionOf = (column = ""): number => Number(VERSION.exec(column)?.[1] ?? Number.NaN);
