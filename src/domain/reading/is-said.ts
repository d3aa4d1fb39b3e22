import type { FactValue } from "../bible/fact.ts";

/** What a reader infers rather than copies: "she" is a gender, "the hero" a role. */
const INFERRED = new Set([
  "role",
  "gender",
  "age_range",
  "int_ext",
  "time_of_day",
  "secret",
  "era",
  "class",
  "archetype",
  "number",
  "heading",
]);
const STEM_CHARS = 4;
const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred".split(
    " ",
  );
const SMALL_WORDS = new Set(
  "the and for with that this from into onto her his their its was were are has had who whom".split(" "),
);

/**
 * Whether the words of a message say a field's value: a number stands there in digits or words, and at least half of
 * a text's words do, whatever their endings. Fields that are inferred pass.
 */
export function isSaid(words: string, field: string, value: FactValue): boolean {
  if (INFERRED.has(field) || typeof value === "boolean") return true;
  if (typeof value === "number") return saysNumber(words, value);
  if (Array.isArray(value)) return value.every((item) => isSaid(words, field, item));
  const stems = new Set(stemsOf(words));
  const wanted = stemsOf(value);
  const found = wanted.filter((stem) => stems.has(stem)).length;
  return wanted.length === 0 ? words.toLowerCase().includes(value.toLowerCase()) : found * 2 >= wanted.length;
}

function saysNumber(words: string, value: number): boolean {
  const digits = words.match(/\d+(?:\.\d+)?/g) ?? [];
  if (digits.length > 0) return digits.some((digit) => Number(digit) === value);
  return (words.toLowerCase().match(/[a-z]+/g) ?? []).some((word) => NUMBER_WORDS.includes(word));
}

function stemsOf(text: string): string[] {
  const words =
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => word.length > 2 && !SMALL_WORDS.has(word))
    .map((word) => word.slice(0, STEM_CHARS));
}
