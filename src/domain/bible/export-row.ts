import { fieldsOf } from "./describe.ts";
import type { Entry } from "./entry.ts";
import { fieldNames } from "./field-check.ts";
import type { EntryKind } from "./kinds.ts";
import type { ProjectSchema } from "./project-schema.ts";
import { valueText } from "./value-text.ts";

/** The columns of a table of one kind: the fields it has now, by the names under which they are stored and read back. */
export const exportColumns = (kind: EntryKind, own: ProjectSchema): readonly string[] =>
  fieldNames(kind, own);

/** An entry's cells for these columns; numbers stay numbers. */
export function exportRow(entry: Entry, columns: readonly string[]): (string | number | undefined)[] {
  const fields = fieldsOf(entry);
  return columns.map((column) => {
    const value = Object.hasOwn(fields, column) ? fields[column] : undefined;
    return value === undefined || typeof value === "number" ? value : valueText(value);
  });
}
