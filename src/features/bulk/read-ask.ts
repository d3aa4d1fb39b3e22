import { UserError } from "../../domain/errors.ts";
import { Selection } from "../../domain/operation.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import type { BulkKind } from "./kinds/kind.ts";
import { readCount } from "./read-count.ts";
import type { Wish } from "./wish.ts";

/**
 * How many, or of what: a number for what is made new; for work on what there is "all", "missing" or nothing (which means
 * what lacks it), or a number that bounds it. Throws a UserError for what is neither.
 */
export function readAsk(
  { counted, type, example }: BulkKind,
  { count, selection = "" }: Pick<Wish, "count" | "selection">,
): { readonly count?: number; readonly selection?: Selection } {
  const said = String(count).trim();
  if (counted) {
    if (selection === "") return { count: readCount(said, example) };
    const message = `${type} are made new; there is nothing to select of.`;
    throw new UserError("invalid", capital(message), `Type for example: ${example}`);
  }
  const chosen = selection === "" ? Selection.safeParse(said.toLowerCase()) : wanted(selection, example);
  if (chosen.success) return { selection: chosen.data, ...bound(selection === "" ? "" : said, example) };
  return { selection: "missing", ...bound(said, example) };
}

const bound = (said: string, example: string) => (said === "" ? {} : { count: readCount(said, example) });

function wanted(selection: string, example: string) {
  const read = Selection.safeParse(selection.trim().toLowerCase());
  if (read.success) return read;
  throw new UserError(
    "invalid",
    `“${ellipsis(selection.trim(), 40)}” selects nothing; it takes “missing” or “all”.`,
    `Type for example: ${example}`,
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
