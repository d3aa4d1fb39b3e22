const VERSION = /^v\d/i;
/** Tells when and by whom, which differs by nature. */
const ALWAYS_OTHER = "Since";

/** Which cells of versions side by side ("v1", "v2 (now)") say something else than the version before them. */
export function changedCells(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly (readonly boolean[])[] {
  return rows.map((row) =>
    columns.map((column, index) => {
      const before = columns[index - 1];
      if (before === undefined || !VERSION.test(column) || !VERSION.test(before)) return false;
      return row[0] !== ALWAYS_OTHER && row[index] !== row[index - 1];
    }),
  );
}
