import type { ProjectSchema } from "../../domain/bible/project-schema.ts";
import { guessKind } from "../../domain/import/guess-kind.ts";
import { kindSaid } from "../../domain/import/kind-words.ts";
import { canName } from "../../domain/import/map-columns.ts";
import { type ImportTable, isBlankRow } from "../../domain/import/table.ts";
import { findDelimited } from "./find-delimited.ts";
import { findList } from "./find-list.ts";
import { brokenAt } from "./json-reader.ts";
import { announcesRows, headsRows } from "./lead.ts";
import { linesOf, type TextLine } from "./lines.ts";
import { parseJson } from "./parse-json.ts";
import { parseMarkdown } from "./parse-markdown.ts";

const FENCE = /^[ \t]*(?:```|~~~)[^\n`]*\r?\n([\s\S]*?)(?:^[ \t]*(?:```|~~~)[ \t]*$|(?![\s\S]))/gm;
const FENCE_START = /^[ \t]*(?:```|~~~)[^\n`]*\r?\n/m;
const MAX_FENCES = 20;
/** Lines that may stand before the data: a greeting, what the rows are. */
const MAX_LEAD_LINES = 4;

export interface FindOptions {
  readonly schema: ProjectSchema;
  /** Somebody asked for an import: rows without a header count too, and one is enough. */
  readonly asked: boolean;
  /** What the rows are called elsewhere: in the command, in a file's name. */
  readonly said?: string;
  /** How many rows a table with a header must have where nobody announced it. */
  readonly least?: number;
}

/**
 * The tables in a message that hands over data; nothing in one that only talks. Data in fences, JSON, tables with a
 * header that means something, lists of entries, and rows after a line that announces them. Cheap where there is
 * nothing: a message of one line is looked at once.
 */
export function findImport(text: string, options: FindOptions): readonly ImportTable[] {
  if (!options.asked && !/[\r\n]/.test(text) && !/^\s*[[{]/.test(text)) return [];
  const found = inFences(text, options);
  if (found !== undefined) return found;
  return tablesIn(text, 0, text.length, options.said ?? "", options);
}

/** JSON that cannot be read to its end: in which line it breaks, and what stands there. */
export function brokenJson(text: string): { readonly line: number; readonly near: string } | undefined {
  const body = FENCE_START.exec(text);
  const start = jsonStart(text, body === null ? 0 : body.index + body[0].length, text.length);
  const at = start === undefined ? undefined : brokenAt(text, start);
  if (at === undefined) return undefined;
  const lines = text.slice(0, at).trimEnd().split("\n");
  const after = text.slice(at).trim().split("\n", 1)[0] ?? "";
  return { line: lines.length, near: /^[\s`~]*$/.test(after) ? (lines.at(-1)?.trim() ?? "") : after };
}

/** Undefined when nothing is fenced; fences with something else than rows in them are no import. */
function inFences(text: string, options: FindOptions): readonly ImportTable[] | undefined {
  if (!/^[ \t]*(?:```|~~~)/m.test(text)) return undefined;
  const fences = text.matchAll(FENCE).take(MAX_FENCES).toArray();
  let from = 0;
  return fences.flatMap((fence) => {
    const body = fence[1] ?? "";
    const start = fence.index + fence[0].indexOf("\n") + 1;
    const before = text.slice(from, fence.index).trim().split(/\r?\n/).at(-1) ?? "";
    from = fence.index + fence[0].length;
    const said = [before, options.said ?? ""].join(" ").trim();
    return tablesIn(text, start, start + body.length, said, { ...options, asked: true }).filter(
      (table) => options.asked || announcesRows(before, options.schema) || isTold(table, options.schema),
    );
  });
}

function tablesIn(
  text: string,
  start: number,
  end: number,
  said: string,
  options: FindOptions,
): readonly ImportTable[] {
  const { schema } = options;
  const json = jsonStart(text, start, end);
  if (json !== undefined) {
    const words = text.slice(start, json).trim() || said;
    const tables = parseJson(text, json, words).filter((table) => meansSomething(table, options));
    if (tables.length > 0) return tables;
  }
  const lines = linesOf(text, start, end);
  const markdown = parseMarkdown(lines)
    .map((table) => ({ ...table, said: table.said || said }))
    .filter((table) => meansSomething(table, options));
  if (markdown.length > 0) return markdown;
  const lead = leadLines(lines, options);
  const announced = options.asked || lead.announced;
  const words = [lead.said, said].filter(Boolean).join(" ");
  const found =
    findDelimited(text, lines, {
      schema,
      announced,
      said: words,
      least: announced ? 1 : (options.least ?? 2),
    }) ??
    findList(lines.slice(lead.count), {
      announced,
      headed: lead.headed,
      said: words,
      kind: kindSaid(words, schema),
    });
  return found === undefined ? [] : [found];
}

/** JSON begins the text, or the first lines after what leads to it. */
function jsonStart(text: string, start: number, end: number): number | undefined {
  let lines = 0;
  for (let at = start; at < end && lines <= MAX_LEAD_LINES; lines += 1) {
    const line = /[^\r\n]*[\r\n]*/y;
    line.lastIndex = at;
    const found = line.exec(text)?.[0] ?? "";
    const first = found.search(/\S/);
    if (first >= 0 && /[[{]/.test(found.charAt(first))) return at + first;
    if (found === "") return undefined;
    at += found.length;
  }
  return undefined;
}

/** How many of the first lines lead to the rows, what they say, and whether they announce them or only head them. */
function leadLines(lines: readonly TextLine[], { schema }: FindOptions) {
  const first = lines.slice(0, MAX_LEAD_LINES);
  const announcing = first.findIndex(({ text }) => announcesRows(text, schema));
  const heading = first.findIndex(({ text }) => text.trim() !== "");
  const headed = headsRows(first[heading]?.text ?? "", schema);
  const last = announcing >= 0 ? announcing : headed ? heading : -1;
  return {
    announced: announcing >= 0,
    headed: announcing < 0 && headed,
    count: last + 1,
    said: first[last]?.text ?? "",
  };
}

/** JSON and Markdown tables are rows for sure; of entries, when a kind or its fields are named. */
function meansSomething(table: ImportTable, { schema, asked }: FindOptions): boolean {
  const rows = table.rows.filter((row) => !isBlankRow(row));
  if (rows.length === 0) return false;
  if (asked || announcesRows(table.said, schema)) return guessKind(table, schema) !== undefined;
  return isTold(table, schema);
}

/** Its columns name the rows and say something else of them too. */
function isTold(table: ImportTable, schema: ProjectSchema): boolean {
  const said = kindSaid(table.said, schema) !== undefined;
  const guess = table.columns === undefined && !said ? undefined : guessKind(table, schema);
  if (guess === undefined || guess.kind === "relationship" || table.columns === undefined)
    return guess !== undefined;
  const fields = guess.columns.filter(({ field }) => field !== undefined);
  return canName(guess.columns, guess.kind) && (fields.length > 1 || said);
}
