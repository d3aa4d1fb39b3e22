import type { Schema } from "../api/wire.ts";

/**
 * What a project calls a field that it added to a kind; undefined for the trade's own fields. Receipts name a field with
 * spaces, facts by its own name.
 */
export function ownLabel(
  schema: Schema | undefined,
  kind: string | undefined,
  field: string,
): string | undefined {
  const name = field.replaceAll(" ", "_");
  return schema?.fields.find((each) => each.name === name && (kind === undefined || each.kind === kind))
    ?.label;
}

/** A kind as the project calls it: "vehicle", "vehicles". */
export function kindWord(schema: Schema | undefined, kind: string, count = 1): string {
  const own = schema?.kinds.find((each) => each.name === kind);
  const one = own?.label ?? kind.replaceAll("_", " ");
  return count === 1 ? one : (own?.plural ?? `${one}s`);
}
