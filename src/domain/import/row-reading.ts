import type { FactValue } from "../bible/fact.ts";
import type { FieldReading, Span } from "../reading/reading.ts";
import type { ImportCell, ImportRow } from "./table.ts";

/** A longer row is not quoted whole for each of its facts; the cell is. */
const QUOTED_CHARS = 240;

/** What could not be taken from a row as it is. Rows are counted from 1, the header apart. */
export type RowProblem = { readonly row: number } & (
  | { readonly type: "cell"; readonly field: string; readonly said: string; readonly wanted: string }
  | { readonly type: "nameless" }
  | { readonly type: "bad_name"; readonly said: string; readonly wanted: string }
  /** Cells past the last column. */
  | { readonly type: "extra"; readonly cells: number }
  /** Two rows of one name make one entry; where they differ the first one counts. */
  | { readonly type: "repeated"; readonly name: string; readonly first: number }
  | {
      readonly type: "differs";
      readonly name: string;
      readonly first: number;
      readonly field: string;
      readonly said: FactValue;
      readonly kept: FactValue;
    }
  /** The bible has another value, which a person confirmed. */
  | {
      readonly type: "contradicts";
      readonly name: string;
      readonly field: string;
      readonly said: FactValue;
      readonly kept: FactValue;
    }
  /** New, without a field that the project requires. */
  | { readonly type: "missing"; readonly name: string; readonly field: string }
  | { readonly type: "locked"; readonly name: string }
  /** New, though somebody of a longer name is there already. */
  | { readonly type: "near"; readonly name: string; readonly other: string }
);

/** One row as an entry. A row that cannot be one has no name, and a problem that says why. */
export interface RowReading extends Span {
  readonly row: number;
  readonly line: number;
  readonly name: string;
  readonly fields: readonly FieldReading[];
  readonly problems: readonly RowProblem[];
}

/** The words that prove a cell's fact: the whole row while it is short. */
export const proofOf = (row: ImportRow, cell: ImportCell): Span =>
  row.end - row.start <= QUOTED_CHARS || cell.start === cell.end
    ? { start: row.start, end: row.end }
    : { start: cell.start, end: cell.end };
