import type { FactValue } from "../../domain/bible/fact.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import { valueText } from "../../domain/bible/value-text.ts";
import { type ItemFields, type ItemInput, MAX_BRIEF_CHARS } from "../../domain/operation.ts";

/** Shorter parts of names are words too. */
const PART_FROM_CHARS = 3;

/** What an item should be, for whoever writes it: what was said of all, of this one, and what stays as it is. */
export function briefOf(shared: string, { fields, brief = "" }: ItemInput): string {
  const fixed = Object.entries(fields).map(
    ([field, value]) => `${field.replaceAll("_", " ")}: ${valueText(value)}`,
  );
  return [brief, shared, fixed.join("; ")]
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, 2 * MAX_BRIEF_CHARS);
}

/**
 * What was written, with what was said in its place. Where the texts speak of the name that was drawn, they speak of the one
 * given; of a person also by a part of it.
 */
export function asTold(kind: EntryKind, written: ItemFields, given: ItemFields): ItemFields {
  const [drawn, name] = [String(written.name ?? ""), String(given.name ?? "")];
  if (drawn === "" || name === "" || drawn === name) return { ...written, ...given };
  const pairs: Pair[] = [[drawn, name], ...(kind === "character" ? partsOf(drawn, name) : [])];
  const renamed = (text: string) =>
    pairs.reduce((all, [from, to]) => all.replace(wordOf(from), () => to), text);
  const texts = Object.entries(written).map(([field, value]): [string, FactValue] => {
    if (typeof value === "string") return [field, renamed(value)];
    return [field, Array.isArray(value) ? value.map(renamed) : value];
  });
  return { ...Object.fromEntries(texts), ...given };
}

type Pair = readonly [from: string, to: string];

/** First names for first names, last names for last names. */
function partsOf(drawn: string, name: string): Pair[] {
  const names = name.split(" ");
  const parts = drawn.split(" ");
  return parts.flatMap((part, index): Pair[] => {
    const to = index > 0 && index === parts.length - 1 ? names.at(-1) : names[0];
    return part.length < PART_FROM_CHARS || part.endsWith(".") || to === undefined ? [] : [[part, to]];
  });
}

const wordOf = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "gu");
