import type { Entry } from "./entry.ts";
import type { Fact, FactValue } from "./fact.ts";

/** Years beyond a range that still fit it: "about 40" is said of people of 36 and of 44. */
const ABOUT = 4;
const OTHER: Readonly<Record<string, string>> = { age: "age_range", age_range: "age" };

/**
 * The fact that cannot hold beside a new age: an age outside the range that is said, or a range without the age that is.
 * Undefined when they agree, or a range says nothing in numbers ("middle-aged").
 */
export function clashingAge(
  entry: Entry,
  field: string,
  value: FactValue,
): { readonly field: string; readonly fact: Fact } | undefined {
  const other = entry.kind === "character" ? OTHER[field] : undefined;
  const fact = other === undefined ? undefined : entry.facts[other];
  if (other === undefined || fact === undefined) return undefined;
  const [age, range] = field === "age" ? [value, fact.value] : [fact.value, value];
  const span = yearsOf(String(range));
  const fits = span === undefined || typeof age !== "number" || (age >= span[0] && age <= span[1]);
  return fits ? undefined : { field: other, fact };
}

/** "40s" → 40 to 49, "early 30s" → 30 to 34, "teens" → 13 to 19, "20–25", "about 60". */
function yearsOf(range: string): readonly [from: number, to: number] | undefined {
  const between = /(\d+)\s*(?:–|-|to)\s*(\d+)/.exec(range);
  if (between) return [Number(between[1]), Number(between[2])];
  const about = /about (\d+)/.exec(range);
  if (about) return [Number(about[1]) - ABOUT, Number(about[1]) + ABOUT];
  const part = /(early|mid|late)?[\s-]*(?:(\d)0s|teens?|teenage)/.exec(range);
  if (!part) return undefined;
  const from = part[2] === undefined ? 10 : Number(part[2]) * 10;
  switch (part[1]) {
    case "early":
      return [from, from + 4];
    case "mid":
      return [from + 3, from + 7];
    case "late":
      return [from + 6, from + 9];
    default:
      return from === 10 ? [11, 19] : [from, from + 9];
  }
}
