import type { Version } from "../api/wire.ts";
import { fieldText } from "../text/format.ts";

interface Cell {
  readonly text: string;
  /** It says something else than now. */
  readonly differs: boolean;
}

export interface VersionRow {
  readonly field: string;
  readonly cells: readonly Cell[];
}

interface Compared {
  readonly changed: readonly VersionRow[];
  readonly same: readonly VersionRow[];
}

/** The fields of an entry over its versions, newest first, each against the newest. The name stands first, then the fields as the newest version has them. */
export function compareVersions(versions: readonly Version[]): Compared {
  const found = versions.flatMap(({ values }) => Object.keys(values));
  const rows = [...new Set(["name", ...found])].map((field) => rowOf(field, versions));
  return {
    changed: rows.filter(({ cells }) => cells.some(({ differs }) => differs)),
    same: rows.filter(({ cells }) => cells.every(({ differs }) => !differs)),
  };
}

/** Whether bringing a version back would write anything. */
export const differsFromNow = (rows: readonly VersionRow[], index: number): boolean =>
  rows.some(({ cells }) => cells[index]?.differs === true);

function rowOf(field: string, versions: readonly Version[]): VersionRow {
  const texts = versions.map(({ values }) => fieldText(values[field]));
  return { field, cells: texts.map((text) => ({ text, differs: text !== texts[0] })) };
}
