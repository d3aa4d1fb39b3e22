import { tableText } from "../lib/table-text.ts";
import { textWidth } from "../lib/text-width.ts";
import type { TableBlock } from "./reply.ts";

/** A row wider than this breaks on most screens, and then shows nothing of its columns. */
const MAX_WIDTH = 72;
/** `tableText` cuts longer cells. */
const MAX_CELL = 32;
const MAX_LINE = 160;
const GAP = 2;

/**
 * A table in Markdown, for platforms that draw no tables. A narrow one is code blocks that each hold whole rows under the
 * column heads; a wide one is a list with one item a row, so that no cell is cut. `fits` says whether a piece is short
 * enough; a row that does not fit by itself is still given, alone.
 */
export function tablePieces(block: TableBlock, fits: (markdown: string) => boolean): string[] {
  const { title, note } = block;
  const rows = isNarrow(block) ? codeRows(block) : listRows(block);
  const above = title === undefined ? "" : `**${title}**\n`;
  const pieces: string[] = [];
  let held: string[] = [];
  for (const line of rows.lines) {
    const start = pieces.length === 0 ? above : "";
    if (held.length > 0 && !fits(start + rows.draw([...held, line]))) {
      pieces.push(start + rows.draw(held));
      held = [];
    }
    held.push(line);
  }
  const last = (pieces.length === 0 ? above : "") + rows.draw(held);
  if (note === undefined) return [...pieces, last];
  return fits(`${last}\n${note}`) ? [...pieces, `${last}\n${note}`] : [...pieces, last, note];
}

interface Rows {
  readonly lines: readonly string[];
  draw(some: readonly string[]): string;
}

function isNarrow({ columns, rows }: TableBlock): boolean {
  const widths = columns.map((column, index) =>
    Math.max(...[column, ...rows.map((row) => row[index] ?? "")].map((cell) => textWidth(oneLine(cell)))),
  );
  const width = widths.reduce((sum, each) => sum + each + GAP, -GAP);
  return width <= MAX_WIDTH && widths.every((each) => each <= MAX_CELL);
}

function codeRows({ columns, rows }: TableBlock): Rows {
  const [head = "", rule = "", ...lines] = tableText(columns, rows).replaceAll("`", "’").split("\n");
  return { lines, draw: (some) => `\`\`\`\n${[head, rule, ...some].join("\n")}\n\`\`\`` };
}

/** "- **Sarah** · Age: 28 · Trade: nurse", over several lines where that is long. Empty cells are left out. */
function listRows({ columns, rows }: TableBlock): Rows {
  const lines = rows.map((row, at) => {
    const [first = "", ...rest] = row.map(oneLine);
    const told = rest.flatMap((cell, index) =>
      cell === "" ? [] : [`${oneLine(columns[index + 1] ?? "")}: ${cell}`],
    );
    const head = `- **${first === "" ? `${at + 1}` : first}**`;
    const line = [head, ...told].join(" · ");
    return line.length <= MAX_LINE ? line : [head, ...told.map((each) => `  - ${each}`)].join("\n");
  });
  return { lines, draw: (some) => (some.length === 0 ? columns.join(" · ") : some.join("\n")) };
}

const oneLine = (cell: string) => cell.replace(/\s+/g, " ").trim();
