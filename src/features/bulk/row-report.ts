import type { Outcome } from "../../chat/outcome.ts";
import type { DraftBlock } from "../../chat/reply.ts";
import type { Turn } from "../../chat/turn.ts";
import type { BadRow } from "../../domain/import/item-rows.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { asked } from "./ask-first.ts";
import { type Estimate, estimateText, minutesOf } from "./estimate.ts";
import type { ToldRows } from "./told-rows.ts";
import { type Wish, wishAction } from "./wish.ts";

const SHOWN = 10;
const SAID_CHARS = 60;

interface Words {
  readonly one: string;
  readonly many: string;
}

/** Which rows cannot be made, cell by cell, and a button for the others. Nothing is begun before. */
export function rowReport(turn: Turn, wish: Wish, rows: ToldRows, words: Words, cost: Estimate): Outcome {
  const { good, bad, file } = rows;
  const failed = new Set(bad.map(({ row }) => row)).size;
  const where = file === undefined ? "" : `${file}: `;
  const [all, them] = [good.length + failed, good.length === 1 ? words.one : words.many];
  const list: DraftBlock = { type: "list", title: "Rows to look at", items: problems(bad) };
  if (good.length === 0) {
    const message = `${where}${all === 1 ? "The one row cannot be made as it is" : `None of the ${all} rows can be made as they are`}.`;
    const hint = "Mend the rows below and send them again.";
    return {
      refusal: { code: "invalid", message: `${message} ${problems(bad).join(" ")}`, hint },
      blocks: [{ type: "text", text: `${message} ${hint}` }, list],
    };
  }
  const text = `${where}${good.length} of ${all} rows can be made, ${failed} cannot. The ${good.length} ${them}: ${estimateText(cost)}. Nothing is started yet.`;
  return asked(turn, [{ type: "text", text }, list], {
    label: `Make the ${good.length} good ${good.length === 1 ? "one" : "ones"}`,
    description: "Leaves the other rows out; mend them and send them later",
    category: "recommended",
    minutes: minutesOf(cost),
    action: wishAction({ ...wish, rows: rows.message_id, confirmed: good.length }),
  });
}

function problems(bad: readonly BadRow[]): string[] {
  const rest = bad.length - SHOWN;
  return [...bad.slice(0, SHOWN).map(problemText), ...(rest > 0 ? [`… and ${rest} more`] : [])];
}

/** "Row 7, age “abc”: a whole number from 0 to 200." */
function problemText({ row, cell, said, wanted }: BadRow): string {
  const which = cell === undefined ? "" : `, ${ellipsis(cell, SAID_CHARS)}`;
  return `Row ${row}${which}${said === undefined ? "" : ` “${ellipsis(said, SAID_CHARS)}”`}: ${wanted}.`;
}
