import { nameKey, nameKeys } from "../../lib/name-keys.ts";
import type { EntryKind } from "./kinds.ts";

/** Shorter words, and these, may stand in a text without naming anybody. */
const MIN_PART_CHARS = 3;
const COMMON = new Set(
  "the old young big little doctor captain officer detective sergeant judge father mother uncle aunt king queen lord lady miss sir man woman boy girl".split(
    " ",
  ),
);

export interface Named {
  readonly kind: EntryKind;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Tells whom a text names: by name, by alias, and characters by a part of their name. The text is prepared once, when first asked about. */
export function createNaming(text: string): (named: Named) => boolean {
  let prepared: { whole: string; words: ReadonlySet<string> } | undefined;
  return (named) => {
    prepared ??= {
      whole: ` ${nameKey(text.replace(/['’]s\b/g, ""))} `,
      words: new Set(text.split(/[^\p{L}\p{N}]+/u)),
    };
    const { whole, words } = prepared;
    return (
      keysOf(named).some((key) => whole.includes(` ${key} `)) ||
      partsOf(named).some((part) => words.has(part))
    );
  };
}

/** Whether a text that names somebody by the old name does so in words that the new one has not. */
export function tellsOldName(text: string, kind: EntryKind, from: string, to: string): boolean {
  if (!createNaming(text)({ kind, name: from, aliases: [] })) return false;
  const kept = new Set(nameKeys(to));
  if (kind !== "character") return !kept.has(nameKey(from));
  const words = new Set(nameKey(text.replace(/['’]s\b/g, "")).split(" "));
  return nameKey(from)
    .split(" ")
    .some((word) => words.has(word) && !kept.has(word));
}

/** Name and aliases without their article. */
function keysOf({ name, aliases }: Named): string[] {
  const keys = [name, ...aliases].map((each) => nameKey(each).replace(/^(the|a|an) /, ""));
  return [...new Set(keys)].filter((key) => key !== "");
}

/** "Sarah" and "Chen" of Sarah Chen, as they are written: "Brown" is a name where "brown" is not. */
function partsOf({ kind, name }: Named): string[] {
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (kind !== "character" || parts.length < 2) return [];
  return parts.filter(
    (part) => part.length >= MIN_PART_CHARS && /^\p{Lu}/u.test(part) && !COMMON.has(part.toLowerCase()),
  );
}
