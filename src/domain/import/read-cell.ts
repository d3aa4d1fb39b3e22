import { closest } from "../../lib/closest.ts";
import { ellipsis } from "../../lib/ellipsis.ts";
import { wordNumber } from "../../lib/number-words.ts";
import type { FactValue } from "../bible/fact.ts";
import { checkField, fieldShape } from "../bible/field-check.ts";
import type { EntryKind } from "../bible/kinds.ts";
import { linkTarget } from "../bible/links.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { readAge } from "./age-cell.ts";
import { genderOf, interiorOf, isBlank, roleOf, timeOf, truthOf } from "./cell-words.ts";
import type { ImportCell } from "./table.ts";

const SHOWN_CHARS = 60;
/** A one-liner holds no more; longer text is a biography. */
const LINE_CHARS = 400;

export type CellReading =
  | { readonly type: "empty" }
  | { readonly type: "value"; readonly field: string; readonly value: FactValue }
  /** `said` is the cell, `wanted` what would be right, as the end of a sentence. */
  | { readonly type: "wrong"; readonly said: string; readonly wanted: string };

/** Reads a cell as the value of a field, met halfway: "28 years" is 28, "she/her" female, "a / b" two names. */
export function readCell(
  kind: EntryKind,
  field: string,
  cell: Pick<ImportCell, "text" | "list">,
  schema: ProjectSchema,
): CellReading {
  const said = tidyCell(cell.text);
  const list = cell.list?.map(tidyCell).filter((item) => !isBlank(item));
  if (list === undefined ? isBlank(said) : list.length === 0) return { type: "empty" };
  const met = metHalfway(kind, field, said, list, schema);
  const check = checkField(kind, met.field, met.value, schema);
  if (check.ok) return { type: "value", field: met.field, value: check.value };
  return {
    type: "wrong",
    said: ellipsis(list?.join(", ") ?? said, SHOWN_CHARS),
    wanted: check.hint.replace(/^It takes /, "").replace(/\.$/, ""),
  };
}

/** The words of a cell without what only decorates them in Markdown or HTML. */
export const tidyCell = (text: string): string =>
  text
    .replaceAll("\u00a0", " ")
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/\\([|*_`])/g, "$1")
    .trim()
    .replace(/^(\*\*|__|`|\*|_)(.+)\1$/s, "$2")
    .trim();

interface Met {
  readonly field: string;
  readonly value: unknown;
}

function metHalfway(
  kind: EntryKind,
  field: string,
  said: string,
  list: readonly string[] | undefined,
  schema: ProjectSchema,
): Met {
  if (kind === "character" && (field === "age" || field === "age_range"))
    return readAge(said) ?? { field, value: said };
  const shape = fieldShape(kind, field, schema);
  if (shape?.type === "list") return { field, value: list ?? splitCell(kind, field, said) };
  const words = list?.join(", ") ?? said;
  if (kind === "scene" && field === "time_of_day") return { field, value: timeOf(words) };
  if (field === "gender") return { field, value: genderOf(words) ?? words };
  if (field === "int_ext") return { field, value: interiorOf(words) ?? words };
  if (kind === "character" && field === "role") return { field, value: roleOf(words) ?? words };
  if (kind === "character" && field === "one_line" && words.length > LINE_CHARS)
    return { field: "background", value: words };
  if (shape?.type === "number") return { field, value: numberOf(words) };
  if (shape?.type === "boolean") return { field, value: truthOf(words) ?? words };
  if (shape?.type === "select") return { field, value: optionOf(words, shape.options) };
  return { field, value: words };
}

/** Names are parted by slashes and “and” too; what is told in words only by commas and the like. */
function splitCell(kind: EntryKind, field: string, said: string): string[] {
  const names = linkTarget(kind, field) !== undefined || field === "aliases";
  return said
    .split(names ? /[,;|/\n•]|\s&\s|\sand\s/i : /[,;|\n•]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** "3 pcs", "x2", "1,200", "four" as numbers; other words stay as they are and are refused. */
function numberOf(words: string): unknown {
  const [, digits] =
    /^(?:x\s*)?(-?\d{1,3}(?:,\d{3})+|-?\d+(?:\.\d+)?)\s*(?:x|\p{L}{1,12}\.?|%)?$/iu.exec(words) ?? [];
  return digits === undefined ? (wordNumber(words) ?? words) : Number(digits.replaceAll(",", ""));
}

const optionOf = (words: string, options: readonly string[]): string =>
  words.length > 3 ? (closest(words, options) ?? words) : words;
