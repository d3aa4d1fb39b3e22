import type { Statement } from "../../domain/reading/reading.ts";

/**
 * The field of a proposal's part that can be changed where it stands; "name" for a name. Undefined for a part that says
 * several things at once, or takes something away.
 */
export function itemField(statement: Statement): string | undefined {
  if (statement.type === "rename") return "name";
  if (statement.type !== "entry" || (statement.drops ?? []).length > 0) return undefined;
  const [field, ...more] = statement.fields;
  if (more.length > 0) return undefined;
  return field?.field ?? "name";
}
