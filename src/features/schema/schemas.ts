import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { SchemaEdit } from "../../domain/bible/edit-schema.ts";
import { UserError } from "../../domain/errors.ts";
import { requireRole } from "../../domain/role.ts";
import { changeField } from "./change-field.ts";
import { changeKind } from "./change-kind.ts";
import { editSchemaOf } from "./edit-project.ts";
import type { SchemaParts } from "./parts.ts";
import { requireField } from "./require-field.ts";
import { showSchema } from "./show-schema.ts";
import type { Values } from "./values.ts";

/**
 * What a film's bible holds beyond the trade's own kinds and fields. Everyone may look; changes take the role of a
 * producer, and each offers the way back. Facts of a field or a kind that is removed stay in the bible and are shown.
 */
export interface Schemas {
  /** All that was added, or one kind in full. */
  show(turn: Turn, kind: string): Promise<Outcome>;
  /** Adds, changes or removes a field: "character blood type type=choice options=A|B". Without enough to go on it asks with a form. */
  field(turn: Turn, action: string, words: string, values?: Values): Promise<Outcome>;
  kind(turn: Turn, action: string, words: string, values?: Values): Promise<Outcome>;
  /** Makes a field one that must be filled, or no longer: "character.age". */
  require(turn: Turn, path: string, required: boolean): Promise<Outcome>;
  /** A change written out as JSON, from a button or a call. */
  apply(turn: Turn, json: string): Promise<Outcome>;
}

export function createSchemas(parts: SchemaParts): Schemas {
  const producing =
    <A extends unknown[]>(work: (parts: SchemaParts, turn: Turn, ...given: A) => Promise<Outcome>) =>
    async (turn: Turn, ...given: A): Promise<Outcome> => {
      requireRole(turn.person.role, "producer", "change what the bible holds");
      return work(parts, turn, ...given);
    };
  return {
    show: async (turn, kind) => showSchema(turn, kind),
    field: producing(changeField),
    kind: producing(changeKind),
    require: producing(requireField),
    apply: producing(applyEdit),
  };
}

async function applyEdit(parts: SchemaParts, turn: Turn, json: string): Promise<Outcome> {
  const edit = SchemaEdit.safeParse(readJson(json));
  if (edit.success) return editSchemaOf(parts, turn, edit.data);
  throw new UserError("invalid", "That is no change I can read.", "Type /schema to see what there is.");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
