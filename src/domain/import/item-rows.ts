import { nameKey } from "../../lib/name-keys.ts";
import { checkField } from "../bible/field-check.ts";
import type { EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { type ItemFields, type ItemInput, MAX_BRIEF_CHARS } from "../operation.ts";
import { type Column, mapColumns } from "./map-columns.ts";
import { readCell, tidyCell } from "./read-cell.ts";
import { NAMING, nameOf } from "./read-row.ts";
import { sceneName } from "./scene-name.ts";
import { cellAt, type ImportRow, type ImportTable, isBlankRow } from "./table.ts";

/** What people call the column that tells in words what a row should become. */
const BRIEFS = new Set(["brief", "prompt", "idea", "wish", "instruction", "instructions"]);

/** Why a row cannot be made. Rows are counted from 1, the header apart. `cell` is the column's header. */
export interface BadRow {
  readonly row: number;
  readonly cell?: string;
  readonly said?: string;
  /** What is wrong, or what would be right, as the end of a sentence. */
  readonly wanted: string;
}

export interface ItemRow extends ItemInput {
  readonly row: number;
}

export interface ItemRows {
  readonly good: readonly ItemRow[];
  readonly bad: readonly BadRow[];
  /** Rows past the limit, which were not read. */
  readonly more: number;
}

/**
 * Reads each row as an item to be made: what its cells say stays, the rest is left open. A row needs no name. What stands
 * in columns that are no field tells about the item. Undefined when no column means anything for the kind.
 */
export function readItemRows(
  table: ImportTable,
  kind: EntryKind,
  schema: ProjectSchema,
): ItemRows | undefined {
  const columns = columnsOf(table, kind, schema);
  const known = columns.some(({ header, field }) => field !== undefined || isBrief(header));
  if (!known) return undefined;
  const good: ItemRow[] = [];
  const bad: BadRow[] = [];
  const firsts = new Map<string, number>();
  for (const [index, row] of table.rows.filter((each) => !isBlankRow(each)).entries()) {
    const read = readItem(row, index + 1, { kind, schema, columns });
    const key = nameKey(String(read.item.fields.name ?? ""));
    const first = key === "" ? undefined : firsts.get(key);
    if (first !== undefined) read.bad.push(repeated(read.item, first));
    else if (key !== "") firsts.set(key, index + 1);
    if (read.bad.length === 0) good.push(read.item);
    else bad.push(...read.bad);
  }
  return { good, bad, more: table.more };
}

/** A column of briefs is no name, though the first column of a sheet often is one. */
const columnsOf = (table: ImportTable, kind: EntryKind, schema: ProjectSchema): readonly Column[] =>
  mapColumns(table, kind, schema).map(({ field, ...column }) =>
    field === undefined || isBrief(column.header)
      ? { header: column.header, index: column.index, left: column.left ?? "unknown" }
      : { ...column, field },
  );

const isBrief = (header: string): boolean => BRIEFS.has(nameKey(header));

interface Context {
  readonly kind: EntryKind;
  readonly schema: ProjectSchema;
  readonly columns: readonly Column[];
}

function readItem(row: ImportRow, number: number, context: Context): { item: ItemRow; bad: BadRow[] } {
  const { kind, schema, columns } = context;
  const bad: BadRow[] = [];
  const readings = columns.flatMap(({ header, index, field }) => {
    if (field === undefined || NAMING.has(field)) return [];
    const read = readCell(kind, field, cellAt(row, index), schema);
    if (read.type === "wrong") bad.push({ row: number, cell: header, said: read.said, wanted: read.wanted });
    return read.type === "value" ? [{ ...read, start: row.start, end: row.end }] : [];
  });
  const named =
    kind === "scene" ? sceneName(row, readings) : { name: nameOf(row, columns), fields: readings };
  const fields: ItemFields = Object.fromEntries(named.fields.map(({ field, value }) => [field, value]));
  if (named.name !== "") bad.push(...setName(fields, kind, named.name, number));
  const extra = row.cells.slice(columns.length).filter(({ text }) => text.trim() !== "").length;
  if (extra > 0)
    bad.push({
      row: number,
      wanted: `${extra} more than there are columns; put words with commas in quotes`,
    });
  const brief = briefOf(row, columns);
  if (brief.length > MAX_BRIEF_CHARS)
    bad.push({ row: number, wanted: `more than ${MAX_BRIEF_CHARS} characters of brief; say it shorter` });
  return { item: { row: number, fields, ...(brief === "" ? {} : { brief }) }, bad };
}

function setName(fields: ItemFields, kind: EntryKind, name: string, row: number): BadRow[] {
  const check = checkField(kind, "name", name);
  if (check.ok) fields.name = check.value;
  return check.ok ? [] : [{ row, cell: "name", said: name.slice(0, 60), wanted: plain(check.hint) }];
}

const plain = (hint: string): string => hint.replace(/^It takes /, "").replace(/\.$/, "");

const repeated = ({ row, fields }: ItemRow, first: number): BadRow => ({
  row,
  cell: "name",
  said: String(fields.name),
  wanted: `row ${first} has that name already`,
});

/** The words of the brief's own column, then those of columns without a field, each with its header. */
function briefOf(row: ImportRow, columns: readonly Column[]): string {
  const told = columns
    .filter(({ field, left }) => field === undefined && left !== "counter" && left !== "repeated")
    .map(({ header, index }) => ({ header, text: tidyCell(cellAt(row, index).text) }))
    .filter(({ text }) => text !== "");
  const briefs = told.filter(({ header }) => isBrief(header)).map(({ text }) => text);
  const others = told
    .filter(({ header }) => !isBrief(header))
    .map(({ header, text }) => `${header}: ${text}`);
  return [...briefs, ...others].join("\n");
}
