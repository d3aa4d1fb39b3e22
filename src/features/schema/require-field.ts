import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { customField } from "../../domain/bible/project-schema.ts";
import { schemaOf } from "../../domain/project.ts";
import { editSchemaOf } from "./edit-project.ts";
import type { SchemaParts } from "./parts.ts";
import { anyField, kindFirst } from "./read-definition.ts";

/** Makes a field one that must be filled, or no longer: a built-in one as much as one the film added. */
export async function requireField(
  parts: SchemaParts,
  turn: Turn,
  path: string,
  required: boolean,
): Promise<Outcome> {
  const own = schemaOf(turn.project);
  const { kind, rest } = kindFirst(own, path);
  const name = anyField(own, kind, rest);
  const added = customField(own, kind, name);
  return editSchemaOf(
    parts,
    turn,
    added
      ? { do: "change_field", field: { ...added, required } }
      : { do: required ? "require" : "optional", path: `${kind}.${name}` },
  );
}
