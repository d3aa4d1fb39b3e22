import type { StoredFile } from "../message.ts";
import type { ImportTable } from "./table.ts";

/** What handing rows over came to. */
export interface RowsFound {
  readonly table?: ImportTable;
  /** The file they stand in. */
  readonly file?: string;
  /** Why a file that should have rows could not be read, with what to do. */
  readonly problem?: { readonly message: string; readonly hint: string };
}

/**
 * Rows handed over with a command that says what they are: in a file of its message, else in the lines after the
 * command's own. The first line says what the columns are. At most `most` rows; the table says how many more there are.
 */
export type RowSource = (
  said: { readonly text: string; readonly files: readonly StoredFile[] },
  most: number,
) => Promise<RowsFound>;
