import { checkField } from "../bible/field-check.ts";
import type { EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import type { FieldReading } from "../reading/reading.ts";
import type { Column } from "./map-columns.ts";
import { readCell, tidyCell } from "./read-cell.ts";
import { proofOf, type RowProblem, type RowReading } from "./row-reading.ts";
import { sceneName } from "./scene-name.ts";
import { cellAt, type ImportRow } from "./table.ts";

export interface RowContext {
  readonly kind: EntryKind;
  readonly schema: ProjectSchema;
  readonly columns: readonly Column[];
  /** Whether columns without a field are kept as notes. */
  readonly keep: boolean;
}

/** Reads a row by its columns. A cell that does not fit is left out and told; without a name the row is no entry. */
export function readRow(row: ImportRow, number: number, context: RowContext): RowReading {
  const { kind, schema, columns } = context;
  const fields: FieldReading[] = [];
  const problems: RowProblem[] = [];
  for (const { index, field } of columns) {
    if (field === undefined || NAMING.has(field)) continue;
    const cell = cellAt(row, index);
    const read = readCell(kind, field, cell, schema);
    if (read.type === "wrong") problems.push({ ...read, type: "cell", row: number, field });
    else if (read.type === "value" && !fields.some((each) => each.field === read.field))
      fields.push({ field: read.field, value: read.value, ...proofOf(row, cell) });
  }
  const noted = context.keep ? withNotes(row, columns, fields) : fields;
  const extra = row.cells.slice(columns.length).filter(({ text }) => text.trim() !== "").length;
  if (extra > 0) problems.push({ type: "extra", row: number, cells: extra });
  const named = kind === "scene" ? sceneName(row, noted) : { name: nameOf(row, columns), fields: noted };
  return namedRow(row, number, kind, named, problems);
}

/** Columns that say what a row is called. */
export const NAMING: ReadonlySet<string> = new Set(["name", "first_name", "last_name"]);

/** The reading of a row under its name, when the name is one. */
export function namedRow(
  row: ImportRow,
  number: number,
  kind: EntryKind,
  { name, fields }: { readonly name: string; readonly fields: readonly FieldReading[] },
  problems: readonly RowProblem[],
): RowReading {
  const place = { row: number, line: row.line, start: row.start, end: row.end };
  if (name === "") return { ...place, name, fields: [], problems: [{ type: "nameless", row: number }] };
  const check = checkField(kind, "name", name);
  if (check.ok) return { ...place, name: String(check.value), fields, problems };
  const wanted = check.hint.replace(/^It takes /, "").replace(/\.$/, "");
  return {
    ...place,
    name: "",
    fields: [],
    problems: [{ type: "bad_name", row: number, said: name.slice(0, 60), wanted }],
  };
}

/** The name in the columns for it, whole or in two parts; empty where there is none. */
export function nameOf(row: ImportRow, columns: readonly Column[]): string {
  const cell = (field: string) => {
    const column = columns.find((each) => each.field === field);
    return column === undefined ? "" : plainName(cellAt(row, column.index).text);
  };
  return cell("name") || [cell("first_name"), cell("last_name")].filter(Boolean).join(" ");
}

/** A name without quotes, list marks and line breaks. */
export const plainName = (text: string): string =>
  tidyCell(text)
    .replace(/\s+/g, " ")
    .replace(/^[-*•]\s+/, "")
    .replace(/^["“„«](.*)["”“»]$/, "$1")
    .replace(/\s*[:;,]$/, "")
    .trim();

/** What stands in columns without a field, one line each, joined to the row's own notes. */
function withNotes(
  row: ImportRow,
  columns: readonly Column[],
  fields: readonly FieldReading[],
): FieldReading[] {
  const lines = columns
    .filter((column) => column.left === "unknown")
    .map(({ header, index }) => [header, tidyCell(cellAt(row, index).text)] as const)
    .filter(([, text]) => text !== "")
    .map(([header, text]) => `${header}: ${text}`);
  if (lines.length === 0) return [...fields];
  const own = fields.find((each) => each.field === "notes");
  const value = [...(own ? [String(own.value)] : []), ...lines].join("\n");
  const place = { start: row.start, end: row.end };
  return [...fields.filter((each) => each !== own), { field: "notes", value, ...place }];
}
