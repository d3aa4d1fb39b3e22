import type { FieldReading } from "../../../../domain/reading/reading.ts";
import { spanOf } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import { trimEnd } from "./phrase.ts";

type Value = FieldReading["value"];

/** A field whose value was worked out from the words [from, to). */
export function valueField(s: Sentence, field: string, value: Value, from: number, to: number): FieldReading {
  return { field, value, ...spanOf(s, from, to) };
}

/** A field whose value is the very words [from, to), without fillers at the end. Undefined when none are left. */
export function textField(
  s: Sentence,
  talk: Discourse,
  field: string,
  from: number,
  to: number,
): FieldReading | undefined {
  const end = trimEnd(s, from, to);
  if (end <= from) return undefined;
  const span = spanOf(s, from, end);
  const value = talk.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  return value === "" ? undefined : { field, value, ...span };
}

/** The words [from, to) as one item of a list field. */
export function itemField(
  s: Sentence,
  talk: Discourse,
  field: string,
  from: number,
  to: number,
): FieldReading | undefined {
  const text = textField(s, talk, field, from, to);
  return text === undefined ? undefined : { ...text, value: [String(text.value)] };
}

export function compact<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}
