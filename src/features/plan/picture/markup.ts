import type { Type } from "./fit.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** People's words as text of an SVG: no markup of their own, and nothing that XML forbids. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, " ")
    .replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Spot {
  readonly width: number;
  readonly height: number;
}

interface Letters extends Type {
  readonly fill: string;
  readonly anchor?: "start" | "middle" | "end";
  /** Extra room between letters, for small capitals. */
  readonly spacing?: number;
}

/** One line of text; `y` is its baseline. */
export function line(text: string, { x, y }: Spot, letters: Letters): string {
  const { size, weight, fill, anchor = "start", spacing } = letters;
  const more = `${anchor === "start" ? "" : ` text-anchor="${anchor}"`}${spacing === undefined ? "" : ` letter-spacing="${spacing}"`}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}"${more}>${escapeText(text)}</text>`;
}

export const box = ({ x, y, width, height }: Box, fill: string, more = ""): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"${more && ` ${more}`}/>`;

export const round = (value: number): number => Math.round(value * 100) / 100;
