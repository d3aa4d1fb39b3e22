import type { EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { guessKind } from "./guess-kind.ts";
import type { Column } from "./map-columns.ts";
import { readParts } from "./read-parts.ts";
import { readRow } from "./read-row.ts";
import type { RowReading } from "./row-reading.ts";
import { type ImportTable, isBlankRow } from "./table.ts";

export interface TableReading {
  readonly kind: EntryKind;
  /** What the rows may be as well. */
  readonly other?: EntryKind;
  readonly columns: readonly Column[];
  readonly rows: readonly RowReading[];
  readonly more: number;
  readonly unread: readonly string[];
}

export interface TableWishes {
  readonly schema: ProjectSchema;
  /** The kind somebody chose for the rows. */
  readonly kind?: EntryKind | undefined;
  readonly keep: boolean;
}

/** Reads every row of a table as an entry. Undefined when its columns name nothing. */
export function readTable(table: ImportTable, { schema, kind, keep }: TableWishes): TableReading | undefined {
  const guess = guessKind(table, schema, kind);
  if (guess === undefined) return undefined;
  const { columns } = guess;
  const rows = table.rows.filter((row) => !isBlankRow(row) && !repeatsHeader(row.cells, columns));
  const readings = rows.map((row, index) =>
    table.columns === undefined
      ? readParts(row, index + 1, guess.kind, schema)
      : readRow(row, index + 1, { kind: guess.kind, schema, columns, keep }),
  );
  return {
    kind: guess.kind,
    ...(guess.other === undefined ? {} : { other: guess.other }),
    columns,
    rows: readings,
    more: table.more,
    unread: table.unread ?? [],
  };
}

/** Long sheets say their header again on every page. */
const repeatsHeader = (cells: readonly { readonly text: string }[], columns: readonly Column[]): boolean =>
  columns.length > 1 && columns.every(({ header, index }) => (cells[index]?.text ?? "").trim() === header);
