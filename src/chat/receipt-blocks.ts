import type { Change } from "../domain/bible/change.ts";
import type { ProjectSchema } from "../domain/bible/project-schema.ts";
import { receiptOf } from "./receipt.ts";
import type { DraftBlock } from "./reply.ts";

/** Nobody reads a longer receipt, and a chat platform would need many posts for it. */
const MAX_LINES = 40;

/** The receipt of what was written, if that says anything; of a long one the first lines, with the rest counted. */
export function receiptBlocks(changes: readonly Change[], own?: ProjectSchema): DraftBlock[] {
  const { lines } = receiptOf(changes, own);
  const rest = lines.length - MAX_LINES;
  return [
    ...(lines.length > 0 ? [{ type: "receipt" as const, lines: lines.slice(0, MAX_LINES) }] : []),
    ...(rest > 0 ? [{ type: "text" as const, text: `And ${rest} more like these.` }] : []),
  ];
}
