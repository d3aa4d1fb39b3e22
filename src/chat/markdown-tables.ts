import type { TableBlock } from "./reply.ts";
import { tablePieces } from "./table-pieces.ts";

const FENCE = /^\s*(```|~~~)/;
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const MAX_COLUMNS = 12;

/** A text with the tables in it drawn as `tablePieces` draws them: what writes Markdown for the web writes tables with bars. */
export function withReadableTables(markdown: string, fits: (markdown: string) => boolean): string {
  if (!markdown.includes("|")) return markdown;
  const lines = markdown.split("\n");
  const drawn: string[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (FENCE.test(line)) fenced = !fenced;
    const rows = fenced ? undefined : rowsFrom(lines, at);
    if (rows === undefined) drawn.push(line);
    else {
      drawn.push("", tablePieces(tableOf(rows), fits).join("\n\n"), "");
      at += rows.length;
    }
  }
  return drawn
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The rows of a table whose heads are on this line: heads, then what is under the rule. */
function rowsFrom(lines: readonly string[], at: number): [string[], ...string[][]] | undefined {
  const head = lines[at] ?? "";
  const rule = lines[at + 1] ?? "";
  if (!head.includes("|") || !rule.includes("-") || !RULE.test(rule)) return undefined;
  const columns = cellsOf(head);
  if (columns.length !== cellsOf(rule).length || columns.length > MAX_COLUMNS) return undefined;
  const rows: [string[], ...string[][]] = [columns];
  for (let next = at + 2; next < lines.length && (lines[next] ?? "").includes("|"); next += 1)
    rows.push(cellsOf(lines[next] ?? ""));
  return rows;
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll("\\|", "|").trim());

/** Code shows marks as they are, so cells go without them. */
function tableOf([columns, ...rows]: [string[], ...string[][]]): TableBlock {
  const bare = (cell: string) =>
    cell.replace(/\*\*|__|`|<br\s*\/?>/g, (mark) => (mark.startsWith("<") ? " " : ""));
  // A row with more cells than heads keeps them, in its last one.
  const whole = (row: string[]) =>
    row.length <= columns.length
      ? row
      : [...row.slice(0, columns.length - 1), row.slice(columns.length - 1).join(" | ")];
  return { type: "table", columns: columns.map(bare), rows: rows.map((row) => whole(row).map(bare)) };
}
