import { isSceneLine } from "../../domain/import/scene-line.ts";
import {
  type ImportCell,
  type ImportRow,
  type ImportTable,
  MAX_IMPORT_ROWS,
} from "../../domain/import/table.ts";
import type { TextLine } from "./lines.ts";

const MARK = /^\s*(?:[-*•–·▪◦‣]|\[[ xX]?\]|(\d{1,4})[.)])\s+(?:\[[ xX]?\]\s+)?/;
const MAX_LINE_CHARS = 400;
const MAX_NAME_WORDS = 6;
/** What ends a name: a comma, a colon, a spaced dash, a bracket, a bar. */
const NAME_END = /\s*[,:;|(]\s*|\s+[-–—]+\s+/;
const BETWEEN_NAMES = /\s*[,;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+/g;
const PART_END = /\s*[,;|]\s*|\s+[-–—]+\s+|\s*[()]\s*[,;:]?\s*/g;

export interface ListLine {
  readonly row: ImportRow;
  /** It begins with a bullet or a number. */
  readonly marked: boolean;
  /** It is a scene heading, or a name and what is told of it. */
  readonly type: "scene" | "told" | "bare";
}

/** A line as an entry: "- Sarah, 28, journalist", "1. INT. DINER - NIGHT – Sarah meets John". Undefined when it reads like anything else. */
export function listLine(line: TextLine): ListLine | undefined {
  if (line.text.length > MAX_LINE_CHARS) return undefined;
  const mark = MARK.exec(line.text);
  const from = mark?.[0].length ?? line.text.length - line.text.trimStart().length;
  const words = line.text.slice(from).trimEnd();
  const start = line.start + from;
  const place = { start, end: start + words.length, line: line.number };
  if (isSceneLine(words)) {
    const heading = { text: words, start, end: place.end };
    const numbered = mark?.[1] === undefined ? [] : [{ text: mark[1], start, end: start }];
    return { row: { ...place, cells: [...numbered, heading] }, marked: mark !== null, type: "scene" };
  }
  const name = words.split(NAME_END, 1)[0] ?? "";
  if (!isName(name)) return undefined;
  const cells = [{ text: name, start, end: start + name.length }, ...partsOf(words, name.length, start)];
  return { row: { ...place, cells }, marked: mark !== null, type: cells.length > 1 ? "told" : "bare" };
}

/** "Ana, Bo and Cy" on one line: names and nothing else. Undefined when one of them is none. */
export function nameLine({ text, start, number }: TextLine): ListLine[] | undefined {
  let at = 0;
  const names = [...text.matchAll(BETWEEN_NAMES), undefined].map((stop) => {
    const end = stop?.index ?? text.length;
    const name = text.slice(at, end).trim();
    const from = start + text.indexOf(name, at);
    at = end + (stop?.[0].length ?? 0);
    return { text: name, start: from, end: from + name.length };
  });
  if (names.length < 2 || !names.every((name) => isName(name.text) && !/\d/.test(name.text)))
    return undefined;
  return names.map((cell) => ({
    row: { start: cell.start, end: cell.end, line: number, cells: [cell] },
    marked: false,
    type: "bare",
  }));
}

export const listTable = (lines: readonly ListLine[], said: string): ImportTable => ({
  rows: lines.slice(0, MAX_IMPORT_ROWS).map(({ row }) => row),
  said,
  more: Math.max(0, lines.length - MAX_IMPORT_ROWS),
});

/** Capitals throughout but for the small words of names, and no end of a sentence. */
function isName(text: string): boolean {
  const words = text
    .replace(/[*_`"“”]/g, "")
    .split(/\s+/)
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= MAX_NAME_WORDS &&
    /^[\p{Lu}\p{Lo}\d]/u.test(words[0] ?? "") &&
    words.every((word) =>
      /^[\p{Lu}\p{Lo}\d&'’.]|^(?:of|the|de|da|di|del|van|von|der|la|le|el|al|and|y|bin|ibn)$/u.test(word),
    ) &&
    !/[?!]$/.test(text)
  );
}

function partsOf(words: string, from: number, start: number): ImportCell[] {
  const cells: ImportCell[] = [];
  let at = from;
  const add = (to: number) => {
    const raw = words.slice(at, to).replace(/^[\s,:;|()–—-]+/, "");
    const begin = to - raw.length;
    const text = raw.trim();
    if (text !== "") cells.push({ text, start: start + begin, end: start + begin + text.length });
  };
  for (const stop of words.slice(from).matchAll(PART_END)) {
    add(from + stop.index);
    at = from + stop.index + stop[0].length;
  }
  add(words.length);
  return cells;
}
