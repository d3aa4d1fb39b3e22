import { editDistance } from "../../lib/closest.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { fieldLabel } from "../bible/describe.ts";
import { checkField, fieldNames } from "../bible/field-check.ts";
import { type EntryKind, isBuiltIn } from "../bible/kinds.ts";
import type { ProjectSchema } from "../bible/project-schema.ts";
import { headerKey, headerWords, isCounterHeader, isTieHeader } from "./header-words.ts";
import { wordsOfKind } from "./kind-words.ts";
import { cellAt, type ImportTable } from "./table.ts";

/** A typing slip behind the first letter is forgiven in a header of so many letters. */
const SLIP_FROM_CHARS = 5;
/** More and longer headers are no table of entries; they are left unread, so that odd input stays cheap. */
const MAX_COLUMNS = 60;
const MAX_HEADER_CHARS = 80;
/** Rows that are looked at to tell what a column holds. */
const SAMPLE_ROWS = 50;

/** What becomes of a column: a field of the kind (`name`, `first_name` and `last_name` among them), or why it is left out. */
export interface Column {
  readonly header: string;
  readonly index: number;
  readonly field?: string;
  readonly left?: "unknown" | "relationship" | "repeated" | "counter" | "empty";
}

/** Tells for each column of a table which field of the kind it holds. The first column of a field wins. */
export function mapColumns(table: ImportTable, kind: EntryKind, schema: ProjectSchema): readonly Column[] {
  const words = fieldWords(kind, schema);
  const taken = new Set<string>();
  const columns = (table.columns ?? []).map((header, index): Column => {
    if (index >= MAX_COLUMNS) return { header, index, left: "unknown" };
    const said = header.slice(0, MAX_HEADER_CHARS);
    const values = valuesOf(table, index);
    const field = fieldOf(headerKey(said), said, words, values, kind);
    if (field === undefined) return { header, index, left: whyLeft(headerKey(said), said, values) };
    if (taken.has(field)) return { header, index, left: "repeated" };
    taken.add(field);
    return { header, index, field };
  });
  return namedBy(columns, table, kind, schema);
}

/** Whether rows read by these columns can have a name. */
export function canName(columns: readonly Column[], kind: EntryKind): boolean {
  const naming = kind === "scene" ? SCENE_NAMES : NAMES;
  return columns.some(({ field }) => field !== undefined && naming.includes(field));
}

const NAMES: readonly string[] = ["name", "first_name", "last_name"];
const SCENE_NAMES: readonly string[] = ["heading", "set", "location", "number"];

/** Made once for a project as it stands; messages ask for them often. */
const wordsOfSchema = new WeakMap<ProjectSchema, Map<EntryKind, ReadonlyMap<string, string>>>();

function fieldWords(kind: EntryKind, schema: ProjectSchema): ReadonlyMap<string, string> {
  const kinds = wordsOfSchema.get(schema) ?? new Map<EntryKind, ReadonlyMap<string, string>>();
  wordsOfSchema.set(schema, kinds);
  const words = kinds.get(kind) ?? collectWords(kind, schema);
  kinds.set(kind, words);
  return words;
}

function collectWords(kind: EntryKind, schema: ProjectSchema): ReadonlyMap<string, string> {
  const own = schema.fields.filter((field) => field.kind === kind);
  const built = isBuiltIn(kind)
    ? headerWords(kind)
    : wordsOfKind(kind, schema).map((word) => [word, "name"] as const);
  return new Map([
    ...built,
    ...fieldNames(kind, schema).flatMap((field) =>
      [field, fieldLabel(field)].map((word) => [nameKey(word), field] as const),
    ),
    ...own.flatMap((field) =>
      [field.label, ...field.aliases].map((word) => [nameKey(word), field.name] as const),
    ),
    // A scene is named by its heading.
    ...(kind === "scene" ? [["name", "heading"] as const] : []),
  ]);
}

function fieldOf(
  key: string,
  header: string,
  words: ReadonlyMap<string, string>,
  values: readonly string[],
  kind: EntryKind,
): string | undefined {
  const bare = headerKey(header.replace(/\([^)]*\)|\[[^\]]*\]/g, " "));
  const halves = header.split(/[/|,&]|\bor\b/i).map(headerKey);
  const keys = [key, bare, ...halves].filter((each) => each !== "");
  const exact = keys.map((each) => words.get(each)).find((found) => found !== undefined);
  const field = exact ?? slipOf(bare, words);
  // “Scene” heads numbers as often as headings.
  if (
    kind === "scene" &&
    field === "heading" &&
    mostly(values, (value) => /^\W*\d+\s?[a-z]{0,2}\W*$/i.test(value))
  )
    return "number";
  return field;
}

function slipOf(key: string, words: ReadonlyMap<string, string>): string | undefined {
  if (key.length < SLIP_FROM_CHARS) return undefined;
  for (const [word, field] of words)
    if (
      word.charAt(0) === key.charAt(0) &&
      word.length >= SLIP_FROM_CHARS &&
      Math.abs(word.length - key.length) <= 1 &&
      editDistance(word, key) <= 1
    )
      return field;
  return undefined;
}

function whyLeft(key: string, header: string, values: readonly string[]): NonNullable<Column["left"]> {
  const parts = [key, ...header.split(/[/|,&]/).map(headerKey)];
  if (parts.some(isTieHeader)) return "relationship";
  if (values.length === 0) return "empty";
  const counts = (key === "" || isCounterHeader(key)) && mostly(values, (value) => /^\d+\.?$/.test(value));
  return counts ? "counter" : "unknown";
}

/** In a cast list “Role” heads the names when nothing else does; else the first column does, whatever it is called. */
function namedBy(columns: readonly Column[], table: ImportTable, kind: EntryKind, schema: ProjectSchema) {
  if (canName(columns, kind) || kind === "scene") return columns;
  const mapped = columns.filter((column) => column.field !== undefined).length;
  const naming =
    columns.find(
      (column) =>
        column.field === "role" &&
        !mostly(valuesOf(table, column.index), (value) => checkField(kind, "role", value, schema).ok),
    ) ?? (mapped > 1 ? columns.find((column) => column.index === 0 && column.left === "unknown") : undefined);
  return naming === undefined
    ? columns
    : columns.map((column) =>
        column === naming ? { header: column.header, index: column.index, field: "name" } : column,
      );
}

const valuesOf = (table: ImportTable, index: number): readonly string[] =>
  table.rows
    .slice(0, SAMPLE_ROWS)
    .map((row) => cellAt(row, index))
    .flatMap(({ text, list }) => (list ?? [text]).map((value) => value.trim()))
    .filter((value) => value !== "");

const mostly = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length * 2 > values.length;
