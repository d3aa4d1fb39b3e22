import { type EntryKind, isBuiltIn } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { readAge } from "./age-cell.ts";
import { genderOf, roleOf } from "./cell-words.ts";
import { headerKey } from "./header-words.ts";
import { kindSaid, kindsOf, wordsOfKind } from "./kind-words.ts";
import { type Column, canName, mapColumns } from "./map-columns.ts";
import { isSceneLine } from "./scene-line.ts";
import { cellAt, type ImportTable } from "./table.ts";

const SAMPLE_ROWS = 50;
const NAMED_AFTER_KIND = 3;
const SCENE_TIMES = 3;
/** A lead of fewer points over the next kind is a guess. */
const SURE_POINTS = 2;

/** What the rows of a table are. `other`: what they may be as well, when nobody said and the columns fit both. */
export interface KindGuess {
  readonly kind: EntryKind;
  readonly columns: readonly Column[];
  readonly other?: EntryKind;
}

/** The kind that somebody said, else the one whose fields fit the columns and values best. Undefined when none has a name for the rows. */
export function guessKind(
  table: ImportTable,
  schema: ProjectSchema,
  wanted: EntryKind | undefined = kindSaid(table.said, schema),
): KindGuess | undefined {
  if (wanted !== undefined) return { kind: wanted, columns: mapColumns(table, wanted, schema) };
  if (table.columns === undefined) return { ...byValues(table), columns: [] };
  const [best, second] = kindsOf(schema)
    .filter((kind) => kind !== "relationship")
    .map((kind) => ({ kind, columns: mapColumns(table, kind, schema) }))
    .filter(({ kind, columns }) => canName(columns, kind))
    .map((each) => ({ ...each, points: pointsOf(each.kind, each.columns, table, schema) }))
    .sort((a, b) => b.points - a.points || rank(a.kind) - rank(b.kind));
  if (best === undefined) return undefined;
  const unsure = second !== undefined && best.points - second.points < SURE_POINTS;
  return { kind: best.kind, columns: best.columns, ...(unsure ? { other: second.kind } : {}) };
}

/** Between kinds that fit alike the commoner one comes first. */
const rank = (kind: EntryKind): number =>
  ["character", "location", "scene", "prop"].indexOf(kind) + (isBuiltIn(kind) ? 0 : 10);

function pointsOf(
  kind: EntryKind,
  columns: readonly Column[],
  table: ImportTable,
  schema: ProjectSchema,
): number {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const words = wordsOfKind(kind, schema);
  const named = columns.some(
    ({ field, header }) =>
      (field === "name" || field === "heading") && words.includes(headerKey(header.split("/")[0] ?? "")),
  );
  const timed = kind === "scene" && fields.includes("time_of_day") && fields.includes("int_ext");
  const headed =
    kind === "scene" && sample(table).some((row) => row.cells.some(({ text }) => isSceneLine(text)));
  return (
    fields.length * 2 +
    (named ? NAMED_AFTER_KIND : 0) +
    (timed ? SCENE_TIMES : 0) +
    (headed ? SCENE_TIMES : 0)
  );
}

/** Of a table without a header: headings make scenes, ages and the like people. */
function byValues(table: ImportTable): Pick<KindGuess, "kind" | "other"> {
  const rows = sample(table);
  const share = (test: (texts: readonly string[]) => boolean) =>
    rows.filter((row) => test(row.cells.map(({ text }) => text))).length / Math.max(1, rows.length);
  if (share((texts) => texts.some(isSceneLine)) >= 0.5) return { kind: "scene" };
  const tellsPerson = (text: string) =>
    readAge(text) !== undefined || genderOf(text) !== undefined || roleOf(text) !== undefined;
  if (share((texts) => texts.slice(1).some(tellsPerson)) >= 0.3) return { kind: "character" };
  return { kind: "character", other: "location" };
}

const sample = (table: ImportTable) =>
  table.rows.slice(0, SAMPLE_ROWS).filter((row) => cellAt(row, 0).text !== "" || row.cells.length > 1);
