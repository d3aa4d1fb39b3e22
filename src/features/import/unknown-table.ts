import { DELIMITERS, type Delimiter } from "./parse-delimited.ts";

const LEAST_ROWS = 2;
/** A table is looked for in so many lines; all it takes is what the first ones look like. */
const LINES = 12;
const MOST_CHARS = 20_000;
const HEADER_WORDS = 3;
const MARKDOWN_RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/;
const FENCE = /^\s*(?:```|~~~)/;

/**
 * What to tell of a message that is a table whose columns mean nothing in this film: read as talk, its cells would become
 * people. Undefined for every other message.
 */
export function tellUnknown(text: string, kinds: readonly string[]): string | undefined {
  if (text.length > MOST_CHARS || !/[\r\n]/.test(text)) return undefined;
  const lines = text.split(/\r?\n/, LINES).filter((line) => line.trim() !== "" && !FENCE.test(line));
  const body = lines[0]?.trim().endsWith(":") ? lines.slice(1) : lines;
  const columns = markdown(body) ?? DELIMITERS.map((one) => delimited(body, one)).find(Boolean);
  if (columns === undefined) return undefined;
  const named = columns.slice(0, 3).join(", ");
  return `That looks like a table, but I cannot tell of what: none of ${kinds.join(", ")} has columns like ${named}. Nothing is saved. Say above it what the rows are, like “characters:”, and call the column of names “Name”; or make a kind of your own for them first: /schema kind add.`;
}

function markdown(lines: readonly string[]): string[] | undefined {
  const [header = "", rule = "", ...rows] = lines;
  if (!header.includes("|") || !MARKDOWN_RULE.test(rule) || rows.length === 0) return undefined;
  return rows.every((row) => row.includes("|")) ? cellsOf(header, "|").filter(Boolean) : undefined;
}

/** The header's cells, where every line has as many and the rows hold numbers that a header does not. */
function delimited(lines: readonly string[], delimiter: Delimiter): string[] | undefined {
  const [first = "", ...rows] = lines.map((line) => cellsOf(line, delimiter));
  if (rows.length < LEAST_ROWS || typeof first === "string" || !isHeader(first)) return undefined;
  // "Tom, 40, baker" is how people write of people: a comma that parts cells has no blank after it.
  if (delimiter === "," && (first.length < 3 || lines.some((line) => /,\s/.test(line)))) return undefined;
  if (first.length < 2 || rows.some((row) => row.length !== first.length)) return undefined;
  const counted = first.some(
    (_, at) => rows.filter((row) => /\d/.test(row[at] ?? "")).length * 2 >= rows.length,
  );
  return counted ? first : undefined;
}

const cellsOf = (line: string, delimiter: Delimiter): string[] =>
  line.split(delimiter).map((cell) => cell.trim());

/** Short labels without numbers or the marks of sentences. */
const isHeader = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell !== "" && !/[\d.!?:]/.test(cell) && cell.split(/\s+/).length <= HEADER_WORDS);
