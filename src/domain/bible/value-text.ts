import type { Fact, FactValue } from "./fact.ts";

/** A field's value in words. In a file of its own: the page draws values too, and must not load the schemas for it. */
export function valueText(value: FactValue): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** A fact in words, with what it becomes in the story: "28, then 31 from INT. DINER - NIGHT on". */
export const factText = (fact: Fact): string =>
  [
    valueText(fact.value),
    ...(fact.later ?? []).map(({ value, from }) => `then ${valueText(value)} from ${from} on`),
  ].join(", ");
