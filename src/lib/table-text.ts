import { ellipsis } from "./ellipsis.ts";
import { textWidth } from "./text-width.ts";

const CELL_CHARS = 32;

/** Rows as text in columns of even width, for readers with a fixed pitch. Long cells end in an ellipsis, line breaks become spaces. */
export function tableText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [columns, ...rows].map((row) =>
    columns.map((_column, index) => ellipsis((row[index] ?? "").replace(/\s+/g, " "), CELL_CHARS)),
  );
  const widths = columns.map((_column, index) =>
    Math.max(...lines.map((line) => textWidth(line[index] ?? ""))),
  );
  const drawn = lines.map((line) =>
    line
      .map((cell, index) => cell + " ".repeat((widths[index] ?? 0) - textWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
  const [head = "", ...body] = drawn;
  return [head, widths.map((width) => "─".repeat(width)).join("  "), ...body].join("\n");
}
