import type { Span } from "../reading/reading.ts";

/** More rows than this are not read at once: the rest is told and waits for another import. */
export const MAX_IMPORT_ROWS = 1_000;

/** One cell as it was written, with its place in the source. `list` when the source itself holds several values (JSON). */
export interface ImportCell extends Span {
  readonly text: string;
  readonly list?: readonly string[];
}

/** One row. `line` is where it begins in the source, counted from 1; places are UTF-16 offsets, end exclusive. */
export interface ImportRow extends Span {
  readonly line: number;
  readonly cells: readonly ImportCell[];
}

/**
 * Rows that people pasted, whatever their format. Without `columns` each cell is told by its own words, the first being
 * the name. `said`: the words that say what the rows are (the line before them, a key of JSON). `more` counts the rows
 * past the limit, which are not here.
 */
export interface ImportTable {
  readonly columns?: readonly string[];
  readonly rows: readonly ImportRow[];
  readonly said: string;
  readonly more: number;
  /** Lines between the rows that read like no entry. */
  readonly unread?: readonly string[];
}

/** The text of a cell, and of one that a short row lacks. */
export const cellAt = (row: ImportRow, index: number): ImportCell =>
  row.cells[index] ?? { text: "", start: row.start, end: row.end };

export const isBlankRow = (row: ImportRow): boolean =>
  row.cells.every(({ text, list }) => text.trim() === "" && (list ?? []).length === 0);
