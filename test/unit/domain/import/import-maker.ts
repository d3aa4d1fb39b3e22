import { CustomKindName, type EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA, ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import { readTable, type TableReading } from "../../../../src/domain/import/read-table.ts";
import type { RowReading } from "../../../../src/domain/import/row-reading.ts";
import type { ImportRow, ImportTable } from "../../../../src/domain/import/table.ts";

/** A row of cells one after the other, with a comma between, from an offset on. */
function rowAt(cells: readonly string[], start: number, line: number): ImportRow {
  let at = start;
  const placed = cells.map((text) => {
    const cell = { text, start: at, end: at + text.length };
    at += text.length + 1;
    return cell;
  });
  return { start, end: at - 1, line, cells: placed };
}

/** A table of plain cells; without `columns` its cells speak for themselves. */
export function aTable(columns: readonly string[] | undefined, ...rows: string[][]): ImportTable {
  let at = 0;
  const placed = rows.map((cells, index) => {
    const row = rowAt(cells, at, index + 2);
    at = row.end + 1;
    return row;
  });
  return { ...(columns ? { columns } : {}), rows: placed, said: "", more: 0 };
}

export interface Wishes {
  readonly kind?: EntryKind;
  readonly keep?: boolean;
  readonly schema?: ProjectSchema;
}

export function read(
  table: ImportTable,
  { kind, keep = false, schema = EMPTY_SCHEMA }: Wishes = {},
): TableReading {
  const reading = readTable(table, { schema, kind, keep });
  if (!reading) throw new Error("the table means nothing");
  return reading;
}

export const plain = ({ name, fields }: RowReading): Record<string, unknown> => ({
  name,
  ...Object.fromEntries(fields.map(({ field, value }) => [field, value])),
});

/** A project with a kind and fields of its own. */
export const OWN = ProjectSchema.parse({
  kinds: [{ name: "vehicle", label: "vehicle", plural: "vehicles", aliases: ["car"] }],
  fields: [
    {
      kind: "character",
      name: "blood_type",
      label: "Blood type",
      type: "select",
      options: ["A", "B", "AB", "O"],
      required: false,
      aliases: ["blutgruppe"],
    },
    {
      kind: "character",
      name: "stunts",
      label: "Does stunts",
      type: "boolean",
      required: false,
      aliases: [],
    },
    {
      kind: "vehicle",
      name: "plate",
      label: "Number plate",
      type: "line",
      required: true,
      aliases: ["licence"],
    },
    { kind: "vehicle", name: "seats", label: "Seats", type: "number", required: false, aliases: [] },
  ],
  required: [],
});
export const VEHICLE = CustomKindName.parse("vehicle");
