import type { EntryKind } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import type { FieldReading } from "../reading/reading.ts";
import { readAge } from "./age-cell.ts";
import { genderOf, interiorOf, isBlank, roleOf } from "./cell-words.ts";
import { readCell, tidyCell } from "./read-cell.ts";
import { namedRow, plainName } from "./read-row.ts";
import { proofOf, type RowProblem, type RowReading } from "./row-reading.ts";
import { isSceneLine } from "./scene-line.ts";
import { sceneName } from "./scene-name.ts";
import type { ImportCell, ImportRow } from "./table.ts";

const OCCUPATION_WORDS = 4;
/** Where what is said in words goes that is no other field's. */
const TELLING: Partial<Record<EntryKind, string>> = { character: "one_line", scene: "summary" };

interface Part {
  readonly field: string;
  readonly text: string;
  readonly cell: ImportCell;
}

/** Reads a row without columns: the first cell is the name, and each other one tells by its words what it is. */
export function readParts(
  row: ImportRow,
  number: number,
  kind: EntryKind,
  schema: ProjectSchema,
): RowReading {
  const cells = row.cells.filter(({ text }) => !isBlank(text));
  const parts = kind === "scene" ? sceneParts(cells) : partsOf(kind, cells.slice(1));
  const fields: FieldReading[] = [];
  const problems: RowProblem[] = [];
  for (const { field, text, cell } of parts) {
    const read = readCell(kind, field, { text }, schema);
    if (read.type === "wrong") problems.push({ ...read, type: "cell", row: number, field });
    else if (read.type === "value" && !fields.some((each) => each.field === read.field))
      fields.push({ field: read.field, value: read.value, ...proofOf(row, cell) });
  }
  const named = kind === "scene" ? sceneName(row, fields) : { name: plainName(cells[0]?.text ?? ""), fields };
  return namedRow(row, number, kind, named, problems);
}

/** Numbers before the heading, words after it. */
function sceneParts(cells: readonly ImportCell[]): Part[] {
  const heading = Math.max(
    0,
    cells.findIndex(({ text }) => isSceneLine(text)),
  );
  return [
    ...cells.slice(0, heading).map((cell) => ({ field: "number", text: cell.text, cell })),
    ...cells.slice(heading, heading + 1).map((cell) => ({ field: "heading", text: cell.text, cell })),
    ...told(cells.slice(heading + 1), "summary"),
  ];
}

function partsOf(kind: EntryKind, cells: readonly ImportCell[]): Part[] {
  const parts: Part[] = [];
  const rest: ImportCell[] = [];
  for (const cell of cells) {
    const text = tidyCell(cell.text);
    const field = rest.length > 0 ? laterFieldOf(kind, text) : fieldOf(kind, text, parts);
    if (field === undefined) rest.push(cell);
    else
      parts.push({ field, text: field === "occupation" ? text.replace(/^(?:an?|the)\s+/i, "") : text, cell });
  }
  return [...parts, ...told(rest, TELLING[kind] ?? "description")];
}

const told = (cells: readonly ImportCell[], field: string): Part[] => {
  const [first] = cells;
  const text = cells.map((cell) => tidyCell(cell.text)).join(", ");
  const end = cells.at(-1)?.end ?? 0;
  return first === undefined ? [] : [{ field, text, cell: { text, start: first.start, end } }];
};

function fieldOf(kind: EntryKind, text: string, before: readonly Part[]): string | undefined {
  const sure = laterFieldOf(kind, text);
  if (sure !== undefined || kind !== "character") return sure;
  return !before.some(({ field }) => field === "occupation") && isTrade(text) ? "occupation" : undefined;
}

/** What a part is whatever stands before it. */
function laterFieldOf(kind: EntryKind, text: string): string | undefined {
  if (kind === "location" && interiorOf(text) !== undefined && text.length > 1) return "int_ext";
  if (kind === "prop" && /^(?:x\s*\d+|\d+\s*x?)$/i.test(text)) return "quantity";
  if (kind !== "character") return undefined;
  if (readAge(text) !== undefined) return "age";
  if (genderOf(text) !== undefined) return "gender";
  return roleOf(text) === undefined ? undefined : "role";
}

/** A few words that name what somebody does: no sentence, no place. "Loves her father" begins with a verb. */
function isTrade(text: string): boolean {
  const words = text.replace(/^(?:an?|the)\s+/i, "").split(/\s+/);
  const [first = ""] = words;
  if (words.length > OCCUPATION_WORDS || !/^[\p{L}'’-]+$/u.test(first) || /[.!?;:"“]/.test(text))
    return false;
  if (/^(?:who|is|was|has|in|from|at|on|with|her|his|their|my|not|very|and|but)$/i.test(first)) return false;
  return words.length === 1 || !/[^s]s$/i.test(first);
}
