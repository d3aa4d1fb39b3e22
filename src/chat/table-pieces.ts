import { tableText } from "../lib/table-text.ts";
import type { TableBlock } from "./reply.ts";

/**
 * A table in Markdown, as code blocks that each hold whole rows under the column heads, for platforms that draw no
 * tables. `fits` says whether a piece is short enough; a row that does not fit by itself is still given, alone.
 */
export function tablePieces(block: TableBlock, fits: (markdown: string) => boolean): string[] {
  const { title, columns, rows, note } = block;
  const [head = "", rule = "", ...lines] = tableText(columns, rows).replaceAll("`", "’").split("\n");
  const above = title === undefined ? "" : `**${title}**\n`;
  const drawn = (some: readonly string[]) => `\`\`\`\n${[head, rule, ...some].join("\n")}\n\`\`\``;
  const pieces: string[] = [];
  let held: string[] = [];
  for (const line of lines) {
    const start = pieces.length === 0 ? above : "";
    if (held.length > 0 && !fits(start + drawn([...held, line]))) {
      pieces.push(start + drawn(held));
      held = [];
    }
    held.push(line);
  }
  const last = (pieces.length === 0 ? above : "") + drawn(held);
  if (note === undefined) return [...pieces, last];
  return fits(`${last}\n${note}`) ? [...pieces, `${last}\n${note}`] : [...pieces, last, note];
}
