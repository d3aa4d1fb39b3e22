import { UserError } from "../../domain/errors.ts";
import { MAX_BULK_ITEMS } from "../../domain/operation.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordNumber } from "../../lib/number-words.ts";

const EXAMPLE = "/bulk characters 10";
const SHOWN_CHARS = 40;
/** "1,000" and "10 000" are how people write thousands. */
const THOUSANDS = /^\d{1,3}(?:[, \u00a0\u202f]\d{3})+$/;

/**
 * A whole number from 1 to the limit: "10", "1,000", "ten". Nothing else is guessed at. Throws a UserError that says for
 * each wrong form what is wrong with it.
 */
export function readCount(said: string | number, example = EXAMPLE): number {
  const word = String(said).trim();
  const count = countOf(word);
  if (count !== undefined && count >= 1 && count <= MAX_BULK_ITEMS) return count;
  throw new UserError(
    "invalid",
    `${problemOf(word, count)} A count is a whole number ${RANGE}.`,
    `Type for example: ${example}`,
  );
}

const RANGE = `from 1 to ${MAX_BULK_ITEMS}`;

function countOf(word: string): number | undefined {
  if (THOUSANDS.test(word)) return Number(word.replace(/\D/g, ""));
  return /^[+]?\d+$/.test(word) ? Number(word) : wordNumber(word);
}

function problemOf(word: string, count: number | undefined): string {
  const shown = ellipsis(word, SHOWN_CHARS);
  if (word === "") return "How many is missing.";
  if (count === 0) return "None at all is nothing to make.";
  if (count !== undefined)
    return `${shown} is more than one operation holds; start several one after the other.`;
  if (/^[-−–]\s?\d/.test(word)) return `${shown} is less than none.`;
  if (/^\d*[.,]\d+$/.test(word)) return `${shown} is no whole number.`;
  if (/^\d+(?:\.\d+)?e\+?\d+$/i.test(word)) return `${shown} is short for a number; please write it out.`;
  return `I cannot read “${shown}” as a number.`;
}
