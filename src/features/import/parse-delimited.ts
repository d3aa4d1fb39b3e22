import { type Info, parse } from "csv-parse/sync";
import {
  type ImportCell,
  type ImportRow,
  type ImportTable,
  MAX_IMPORT_ROWS,
} from "../../domain/import/table.ts";
import type { Span } from "../../domain/reading/reading.ts";
import { lineCounter } from "./lines.ts";

/** What parts cells, the surest first: hardly anybody types a tab. */
export const DELIMITERS = ["\t", ";", "|", ","] as const;
export type Delimiter = (typeof DELIMITERS)[number];

interface RawRecord {
  readonly raw: string;
  readonly record: readonly string[];
  readonly info: Info;
}

export interface DelimitedText extends Span {
  readonly delimiter: Delimiter;
  /** Whether the first row says what the columns are. */
  readonly header: boolean;
  readonly said: string;
  /** So many rows are read; an import's limit when left out. */
  readonly most?: number;
}

/** The rows of a part of a text that is CSV or the like. Quotes that are never closed are taken for letters. */
export function parseDelimited(
  text: string,
  { start, end, delimiter, header, said, most: rowsWanted = MAX_IMPORT_ROWS }: DelimitedText,
): ImportTable {
  const source = text.slice(start, end);
  const most = rowsWanted + (header ? 1 : 0);
  const records = recordsOf(source, delimiter, most);
  const place = { at: start, lineOf: lineCounter(text) };
  const rows = records.map((record) => rowOf(text, record, place)).filter((row) => row !== undefined);
  const columns = header ? rows.shift()?.cells.map((cell) => cell.text) : undefined;
  const more = records.length < most ? 0 : linesLeft(text.slice(place.at, end));
  return { ...(columns ? { columns: trimmed(columns, rows) } : {}), rows, said, more };
}

function recordsOf(source: string, delimiter: Delimiter, to: number): readonly RawRecord[] {
  const options = {
    delimiter,
    to,
    raw: true,
    info: true,
    bom: true,
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  } as const;
  const read = (quote: '"' | false): readonly RawRecord[] =>
    parse(source, { ...options, quote }) as unknown as readonly RawRecord[];
  try {
    return read('"');
  } catch {
    return read(false);
  }
}

/** The parser answers a record's own text but not its place: it is the next such text. */
function rowOf(
  text: string,
  { raw, record }: RawRecord,
  place: { at: number; readonly lineOf: (offset: number) => number },
): ImportRow | undefined {
  const words = raw.replace(/^\ufeff/, "").trim();
  const start = text.indexOf(words, place.at);
  if (words === "" || start < 0) return undefined;
  const end = start + words.length;
  place.at = end;
  let at = start;
  const cells = record.map((value): ImportCell => {
    const found = value === "" ? -1 : text.indexOf(value, at);
    if (found < 0 || found + value.length > end) return { text: value, start, end: start };
    at = found + value.length;
    return { text: value, start: found, end: at };
  });
  return { start, end, line: place.lineOf(start), cells };
}

/** Commas behind the last header make columns that nothing stands in. */
function trimmed(columns: readonly string[], rows: readonly ImportRow[]): string[] {
  const used = rows.reduce(
    (most, row) => Math.max(most, row.cells.findLastIndex(({ text }) => text !== "") + 1),
    0,
  );
  const named = columns.findLastIndex((header) => header.trim() !== "") + 1;
  return columns.slice(0, Math.max(named, Math.min(used, columns.length)));
}

const linesLeft = (rest: string): number =>
  rest.split(/\r\n|\r|\n/).filter((line) => /[^\s,;|]/.test(line)).length;
