import {
  type ImportCell,
  type ImportRow,
  type ImportTable,
  MAX_IMPORT_ROWS,
} from "../../domain/import/table.ts";
import type { TextLine } from "./lines.ts";

/** Longer lines are no rule, and cost much to look through. */
const MAX_RULE_CHARS = 1_000;
const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;

/** Every Markdown table among the lines: a row of headers, a rule of dashes, and rows with bars between the cells. */
export function parseMarkdown(lines: readonly TextLine[]): ImportTable[] {
  const tables: ImportTable[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const [head, rule] = [lines[index - 1], lines[index]];
    if (head === undefined || rule === undefined || !head.text.includes("|") || !isRule(rule.text)) continue;
    const body = lines.slice(index + 1);
    const stop = body.findIndex((line) => !line.text.includes("|"));
    const rows = (stop < 0 ? body : body.slice(0, stop)).map(rowOf);
    tables.push({
      columns: rowOf(head).cells.map((cell) => cell.text),
      rows: rows.slice(0, MAX_IMPORT_ROWS),
      said: wordsBefore(lines, index - 1),
      more: Math.max(0, rows.length - MAX_IMPORT_ROWS),
    });
    index += rows.length;
  }
  return tables;
}

const isRule = (text: string): boolean =>
  text.length <= MAX_RULE_CHARS && text.includes("|") && RULE.test(text);

/** The nearest line above that says something. */
function wordsBefore(lines: readonly TextLine[], index: number): string {
  const before = lines.slice(Math.max(0, index - 3), index).map((line) => line.text.trim());
  return before.findLast((text) => text !== "" && !text.includes("|")) ?? "";
}

/** Bars part cells but where a backslash stands before; the ones at both ends close the row. */
function rowOf(line: TextLine): ImportRow {
  const first = line.text.search(/\S/);
  const from = first + (line.text.charAt(first) === "|" ? 1 : 0);
  const inner = line.text.slice(from).replace(/\s*(?<!\\)\|?\s*$/, "");
  const cells: ImportCell[] = [];
  let at = line.start + from;
  for (const part of inner.split(/(?<!\\)\|/)) {
    const start = at + (part.length - part.trimStart().length);
    const text = part.trim();
    cells.push({ text, start, end: start + text.length });
    at += part.length + 1;
  }
  return {
    start: line.start + first,
    end: line.start + line.text.trimEnd().length,
    line: line.number,
    cells,
  };
}
