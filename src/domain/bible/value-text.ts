import type { FactValue } from "./fact.ts";

/** A field's value in words. In a file of its own: the page draws values too, and must not load the schemas for it. */
export function valueText(value: FactValue): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
