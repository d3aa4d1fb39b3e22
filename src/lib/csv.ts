/**
 * One row of a CSV file (RFC 4180), with its line end. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front, as OWASP advises against CSV injection; numbers stay as they are, also negative ones.
 */
export const csvRow = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(cellText).join(",")}\r\n`;

/** What Excel needs at the beginning to read UTF-8 as such. */
export const CSV_BOM = "\u{feff}";

const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

function cellText(cell: string | number | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
