import type { AnyOf } from "./eval-cases.ts";

/** Values that are told in words: right when most words agree. */
const TEXTS = new Set(
  "motivation want need fear flaw background appearance voice wardrobe summary description atmosphere lie casting_notes signature arc stakes secrets wound heading habitat".split(
    " ",
  ),
);
const MIN_WORD_F1 = 0.6;
const LITTLE = new Set("a an the his her their its".split(" "));

/** Whether a value read is the one labelled, or one of those. */
export function same(field: string, want: unknown, got: unknown): boolean {
  return choices(want).some((one) => sameOne(field, one, got));
}

/** The values a label allows. */
export function choices<T>(want: T | AnyOf<T>): readonly T[] {
  return typeof want === "object" && want !== null && "any" in want ? want.any : [want as T];
}

/** A label without the mark of doubt, and whether it has one. */
export function arguable(label: string): { readonly name: string; readonly free: boolean } {
  return label.endsWith("?") ? { name: label.slice(0, -1), free: true } : { name: label, free: false };
}

export function key(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Names of groups, scenes and the like, however they are called: "the cops" is "cop". */
export function looseKey(text: string): string {
  return key(text)
    .split(" ")
    .filter((word) => !LITTLE.has(word) && word !== "scene")
    .map((word) => (word.length > 3 ? word.replace(/s$/, "") : word))
    .join(" ");
}

function sameOne(field: string, want: unknown, got: unknown): boolean {
  if (typeof want === "number" || typeof want === "boolean") return want === got;
  if (Array.isArray(want) && Array.isArray(got)) {
    if (TEXTS.has(field)) return sameOne(field, want.join(" "), got.join(" "));
    return listKey(want) === listKey(got);
  }
  const [a, b] = [key(String(want)), key(String(got))];
  return a === b || (TEXTS.has(field) && wordF1(a, b) >= MIN_WORD_F1);
}

const listKey = (values: readonly unknown[]): string =>
  values
    .map((value) => key(String(value)))
    .sort()
    .join("|");

function wordF1(a: string, b: string): number {
  const [left, right] = [a.split(" "), b.split(" ")];
  const shared = left.filter((word) => right.includes(word)).length;
  return (2 * shared) / (left.length + right.length);
}
