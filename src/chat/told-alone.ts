import { blockMarkdown } from "./markdown.ts";
import type { TurnView } from "./turn-record.ts";

/** What one person alone is told, in Markdown: as it would be drawn for all, as far as words go. */
export const toldAlone = ({ reply }: Pick<TurnView, "reply">): string =>
  reply.blocks.length === 0 || reply.blocks.some(({ type }) => type === "choices" || type === "form")
    ? reply.text
    : reply.blocks.map(blockMarkdown).join("\n\n");
