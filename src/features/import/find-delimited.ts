import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { guessKind } from "../../domain/import/guess-kind.ts";
import { kindSaid } from "../../domain/import/kind-words.ts";
import { canName } from "../../domain/import/map-columns.ts";
import type { ImportTable } from "../../domain/import/table.ts";
import type { TextLine } from "./lines.ts";
import { DELIMITERS, type Delimiter, parseDelimited } from "./parse-delimited.ts";

const MAX_LEAD_LINES = 4;
const MAX_HEADER_CHARS = 600;
/** Longer cells are sentences. */
const MAX_HEADER_CELL = 40;
/** Of the rows without a header so many must have as many cells as the first, or one fewer. */
const EVEN_SHARE = 0.7;

export interface DelimitedWishes {
  readonly schema: ProjectSchema;
  /** Somebody announced rows: a header is no must, and one row is enough. */
  readonly announced: boolean;
  readonly said: string;
  readonly least: number;
}

/** Rows of CSV, of a pasted sheet and the like. Undefined when the lines are none. */
export function findDelimited(
  text: string,
  lines: readonly TextLine[],
  wishes: DelimitedWishes,
): ImportTable | undefined {
  const filled = lines.filter((line) => line.text.trim() !== "");
  return headed(text, filled, wishes) ?? (wishes.announced ? headless(text, filled, wishes) : undefined);
}

/** The first line with a header that names the rows, by the delimiter that makes most of it. */
function headed(text: string, filled: readonly TextLine[], wishes: DelimitedWishes): ImportTable | undefined {
  for (const [index, line] of filled.slice(0, MAX_LEAD_LINES).entries()) {
    const next = filled[index + 1]?.text;
    if (next === undefined || line.text.length > MAX_HEADER_CHARS) continue;
    const best = DELIMITERS.filter((delimiter) => isHeader(line.text, delimiter) && next.includes(delimiter))
      .map((delimiter) => ({
        delimiter,
        fields: fieldsIn(line.text, delimiter, wordsBefore(filled.slice(0, index), wishes), wishes.schema),
      }))
      .filter(({ fields }) => fields > 1)
      .sort((a, b) => b.fields - a.fields)[0];
    if (best === undefined) continue;
    const table = parseDelimited(text, {
      start: line.start,
      end: endOf(filled, best.delimiter),
      delimiter: best.delimiter,
      header: true,
      said: wordsBefore(filled.slice(0, index), wishes),
    });
    if (table.rows.length >= wishes.least) return table;
  }
  return undefined;
}

/** The nearest line before the header that says what the rows are. */
const wordsBefore = (before: readonly TextLine[], { schema, said }: DelimitedWishes): string =>
  before.findLast((line) => kindSaid(line.text, schema) !== undefined)?.text.trim() ?? said;

function isHeader(text: string, delimiter: Delimiter): boolean {
  const cells = cellsOf(text, delimiter);
  return cells.length > 1 && cells.every((cell) => cell.length <= MAX_HEADER_CELL) && !/[?!]\s*$/.test(text);
}

const cellsOf = (text: string, delimiter: Delimiter): string[] =>
  text.split(delimiter).map((cell) =>
    cell
      .replace(/^\ufeff/, "")
      .trim()
      .replace(/^"(.*)"$/, "$1"),
  );

/** How many of the columns mean a field, by the kind that has a name among them. */
function fieldsIn(text: string, delimiter: Delimiter, said: string, schema: ProjectSchema): number {
  const guess = guessKind({ columns: cellsOf(text, delimiter), rows: [], said, more: 0 }, schema);
  if (guess === undefined || !canName(guess.columns, guess.kind)) return 0;
  return guess.columns.filter(({ field }) => field !== undefined).length;
}

/** Rows without a header: most have as many cells as the first one. */
function headless(
  text: string,
  filled: readonly TextLine[],
  { said }: DelimitedWishes,
): ImportTable | undefined {
  for (const delimiter of ["\t", ";", "|"] as const) {
    const from = filled.findIndex((line) => line.text.includes(delimiter));
    const rows = filled.slice(from);
    const first = rows[0];
    if (from < 0 || first === undefined || from >= MAX_LEAD_LINES) continue;
    const width = cellsOf(first.text, delimiter).length;
    const even = rows.filter((row) => Math.abs(cellsOf(row.text, delimiter).length - width) <= 1);
    if (even.length < rows.length * EVEN_SHARE) continue;
    return parseDelimited(text, {
      start: first.start,
      end: endOf(rows, delimiter),
      delimiter,
      header: false,
      said,
    });
  }
  return undefined;
}

/** Last paragraphs that have no cells are talk again: "that's all for now, thanks!" */
function endOf(filled: readonly TextLine[], delimiter: Delimiter): number {
  let end = filled.length;
  for (let at = end - 1; at > 0 && isTalk(filled[at]?.text ?? "", delimiter); at -= 1)
    if ((filled[at]?.number ?? 0) > (filled[at - 1]?.number ?? 0) + 1) end = at;
  return filled[end - 1]?.end ?? 0;
}

function isTalk(text: string, delimiter: Delimiter): boolean {
  const words =
    text
      .trim()
      .split(delimiter, 1)[0]
      ?.split(/\s+/)
      .filter((word) => /^\p{Ll}/u.test(word)) ?? [];
  return words.length > 0 && (/[.!?]$/.test(text.trim()) || !text.includes(delimiter));
}
