import { ellipsis } from "./ellipsis.ts";

const CELL_CHARS = 32;

/** Rows as text in columns of even width, for readers with a fixed pitch. Long cells end in an ellipsis, line breaks become spaces. */
export function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((row) =>
    columns.map((_column, index) => ellipsis((row[index] ?? "").replace(/\s+/g, " "), CELL_CHARS)),
  );
  const widths = columns.map((_column, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  const drawn = lines.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const [head = "", ...body] = drawn;
  return [head, widths.map((width) => "─".repeat(width)).join("  "), ...body].join("\n");
}
