import { textWidth } from "./letters.ts";

export interface Type {
  readonly size: number;
  readonly weight: number;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** What a cut must not leave before its "…": the first letters of a word that would not be guessed, and what joins words. */
const LOOSE_END = /[\s,;:.\-–—(/&+]*(?:\s\S{1,2})?[\s,;:.\-–—(/&+]*$/u;

/** The text within `width`: whole, or its beginning and "…". */
export function cut(text: string, type: Type, width: number): string {
  if (fits(text, type, width)) return text;
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let short = letters;
  while (short.length > 1 && !fits(`${short.join("")}…`, type, width)) short = short.slice(0, -1);
  return `${short.join("").replace(LOOSE_END, "")}…`;
}

/** The text on at most `lines` lines, broken between words; a word too long for a line is broken where it must be. */
export function wrap(text: string, type: Type, width: number, lines: number): string[] {
  const done: string[] = [];
  let rest = text.trim();
  while (rest !== "" && done.length < lines - 1 && !fits(rest, type, width)) {
    const head = firstLine(rest, type, width);
    rest = rest.slice(head.length);
    done.push(/\w$/.test(head) && /^\w/.test(rest) ? `${head}-` : head.trim());
    rest = rest.trim();
  }
  return rest === "" ? done : [...done, cut(rest, type, width)];
}

const fits = (text: string, { size, weight }: Type, width: number): boolean =>
  textWidth(text, size, weight) <= width;

function firstLine(text: string, type: Type, width: number): string {
  const words = text.split(/(?<= )/);
  let line = "";
  for (const word of words) {
    if (!fits((line + word).trimEnd(), type, width)) break;
    line += word;
  }
  if (line !== "") return line;
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
  let length = 1;
  while (length < letters.length && fits(`${letters.slice(0, length + 1).join("")}-`, type, width))
    length += 1;
  return letters.slice(0, length).join("");
}
