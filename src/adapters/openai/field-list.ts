import { KIND_FIELDS } from "../../domain/bible/kinds.ts";

const KINDS = ["character", "scene", "location", "prop"] as const;

/** "character: aliases, role, age, …": the field names a model may use. */
export function fieldList(): string {
  return KINDS.map((kind) => {
    const fields = Object.keys(KIND_FIELDS[kind].shape).filter((field) => field !== "name");
    return `${kind}: ${fields.join(", ")}`;
  }).join("\n");
}
