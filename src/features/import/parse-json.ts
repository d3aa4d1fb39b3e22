import { headerKey, isTieHeader } from "../../domain/import/header-words.ts";
import {
  type ImportCell,
  type ImportRow,
  type ImportTable,
  MAX_IMPORT_ROWS,
} from "../../domain/import/table.ts";
import { nameKey } from "../../lib/name-keys.ts";
import { type JsonNode, type JsonPair, readJson } from "./json-reader.ts";
import { lineCounter } from "./lines.ts";

/** How many levels of wrapping ({"data": {"characters": […]}}) are looked through. */
const MAX_WRAPPINGS = 3;
const MAX_COLUMNS = 60;
const NAMES: readonly string[] = [
  "name",
  "title",
  "heading",
  "slug",
  "full name",
  "character",
  "scene",
  "location",
];

type JsonObject = JsonNode & { readonly type: "object" };

/**
 * The tables in a text that is JSON from `from` on: an array of objects or of names, objects keyed by name, or several
 * of these under keys that say what they are. Empty when it is none of these.
 */
export function parseJson(text: string, from: number, said: string): readonly ImportTable[] {
  const root = readJson(text, from);
  return root === undefined ? [] : tablesIn(root, said, lineCounter(text), 0);
}

type LineOf = (offset: number) => number;

function tablesIn(node: JsonNode, said: string, lineOf: LineOf, depth: number): ImportTable[] {
  if (node.type === "array") return arrayTable(node.items, said, lineOf);
  if (node.type !== "object" || depth > MAX_WRAPPINGS) return [];
  const { pairs } = node;
  if (isEntry(pairs)) return objectTable([{ object: node }], said, lineOf);
  const objects = pairs.flatMap((pair) => (isRow(pair.value) ? [{ object: pair.value, pair }] : []));
  if (objects.length > 0 && objects.length === pairs.length) return objectTable(objects, said, lineOf);
  return pairs.flatMap(({ key, value }) => {
    const words = depth === 0 && pairs.length === 1 ? `${key} ${said}` : key;
    return value.type === "scalar" ? [] : tablesIn(value, words, lineOf, depth + 1);
  });
}

/** It has a name, and what else it holds is no table; a file may have a title and tables. */
const isEntry = (pairs: readonly JsonPair[]): boolean =>
  pairs.some(({ key, value }) => value.type === "scalar" && NAMES.includes(nameKey(key))) &&
  !pairs.some(({ key, value }) => holdsRows(value) && !isTieHeader(headerKey(key)));

const holdsRows = (node: JsonNode): boolean =>
  node.type === "array" && node.items.some((item) => item.type === "object");

/** An object of scalars and lists of scalars; a wrapping of tables is none. */
const isRow = (node: JsonNode): node is JsonObject =>
  node.type === "object" && node.pairs.length > 0 && node.pairs.some(({ value }) => value.type === "scalar");

function arrayTable(items: readonly JsonNode[], said: string, lineOf: LineOf): ImportTable[] {
  const objects = items.filter((item): item is JsonObject => item.type === "object");
  if (objects.length > 0)
    return objectTable(
      objects.map((object) => ({ object })),
      said,
      lineOf,
    );
  const rows = items.flatMap((item): ImportRow[] => {
    const { start, end } = item;
    return item.type === "scalar" ? [{ start, end, line: lineOf(start), cells: [cellOf(item)] }] : [];
  });
  return rows.length === 0 ? [] : [limited({ rows, said })];
}

interface Keyed {
  readonly object: JsonObject;
  /** What it stands under; the key is its name. */
  readonly pair?: JsonPair;
}

function objectTable(objects: readonly Keyed[], said: string, lineOf: LineOf): ImportTable[] {
  const keyed = objects.some(({ pair }) => pair !== undefined);
  const keys = new Set<string>();
  for (const { object } of objects) for (const { key } of object.pairs) keys.add(key);
  const named = keyed && ![...keys].some((key) => NAMES.includes(nameKey(key)));
  const fields = [...keys].slice(0, MAX_COLUMNS);
  const rows = objects.map(({ object, pair }): ImportRow => {
    const values = new Map(object.pairs.map(({ key, value }) => [key, value]));
    const [start, end] = [pair?.start ?? object.start, object.end];
    const cells = fields.map((field) => {
      const value = values.get(field);
      return value === undefined ? { text: "", start, end: start } : cellOf(value);
    });
    const name = { text: pair?.key ?? "", start, end: start };
    return { start, end, line: lineOf(start), cells: named ? [name, ...cells] : cells };
  });
  return [limited({ columns: named ? ["name", ...fields] : fields, rows, said })];
}

const limited = (table: Omit<ImportTable, "more">): ImportTable => ({
  ...table,
  rows: table.rows.slice(0, MAX_IMPORT_ROWS),
  more: Math.max(0, table.rows.length - MAX_IMPORT_ROWS),
});

/** Lists keep their items; of objects in a list the names count. */
function cellOf(node: JsonNode): ImportCell {
  const { start, end } = node;
  if (node.type === "scalar") return { text: node.text, start, end };
  if (node.type === "object") return { text: "", start, end };
  const list = node.items.flatMap((item) => {
    if (item.type === "scalar") return [item.text];
    const name =
      item.type === "object" ? item.pairs.find(({ key }) => NAMES.includes(nameKey(key)))?.value : undefined;
    return name?.type === "scalar" ? [name.text] : [];
  });
  return { text: list.join(", "), list, start, end };
}
