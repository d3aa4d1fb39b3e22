import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { firstUpper } from "../../domain/bible/kind-words.ts";
import type { EntryKind } from "../../domain/bible/kinds.ts";
import type { CustomField } from "../../domain/bible/project-schema.ts";
import { ownName } from "../../domain/bible/schema-words.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { editSchemaOf } from "./edit-project.ts";
import { typeNamed } from "./field-types.ts";
import { addFieldForm, changeFieldForm } from "./forms.ts";
import type { SchemaParts } from "./parts.ts";
import { addedField, kindFirst, listOf, readDefinition, yesOrNo } from "./read-definition.ts";
import { type SchemaAction, schemaAction } from "./schema-action.ts";
import type { Values } from "./values.ts";

/** Adds, changes or removes a field that the film adds to a kind, from a command's words or a form's values. */
export async function changeField(
  parts: SchemaParts,
  turn: Turn,
  action: string,
  text: string,
  values: Values = {},
): Promise<Outcome> {
  const own = schemaOf(turn.project);
  const read = readDefinition(text);
  const said = { ...read.said, ...values };
  const words = [values.kind, read.words, values.name].filter(Boolean).join(" ");
  const known: SchemaAction = schemaAction(action, "field");
  if (known === "add" && words === "" && Object.keys(said).length === 0)
    return { blocks: [addFieldForm(own, undefined)] };
  const { kind, rest } = kindFirst(own, words);
  if (known === "add") {
    if (rest === "" && Object.keys(said).length === 0) return { blocks: [addFieldForm(own, kind)] };
    return editSchemaOf(parts, turn, { do: "add_field", field: newField(kind, rest, said) });
  }
  const field = addedField(own, kind, rest);
  if (known === "remove") return editSchemaOf(parts, turn, { do: "drop_field", kind, name: field.name });
  if (Object.keys(said).length === 0) return { blocks: [changeFieldForm(field, own)] };
  return editSchemaOf(parts, turn, { do: "change_field", field: redefined(field, said) });
}

function newField(kind: EntryKind, words: string, said: Values): CustomField {
  if (words === "")
    throw new UserError(
      "bad_request",
      "What is the field called?",
      `Type for example: /schema field add ${kind} blood type`,
    );
  const name = ownName(words);
  if (name === undefined)
    throw new UserError(
      "invalid",
      `“${words.slice(0, 40)}” cannot be a field's name.`,
      "It begins with a letter from a to z and has at most 40 letters and numbers; label=… may be anything.",
    );
  const bare = { kind, name, label: firstUpper(words), type: "line" as const, required: false, aliases: [] };
  return redefined(bare, said);
}

/** The field with what was said of it. Naming choices makes it a choice; another type drops the choices it had. */
function redefined(before: CustomField, said: Values): CustomField {
  const choices = said.options === undefined ? undefined : listOf(said.options);
  const type = said.type ? typeNamed(said.type) : choices && choices.length > 0 ? "select" : before.type;
  const kept = type === "select" ? before.options : undefined;
  const options = choices === undefined || (choices.length === 0 && type !== "select") ? kept : choices;
  const { options: _old, ...rest } = before;
  return {
    ...rest,
    type,
    label: said.label || before.label,
    required: said.required === undefined ? before.required : yesOrNo(said.required),
    aliases: said.aliases === undefined ? before.aliases : listOf(said.aliases),
    ...(options === undefined ? {} : { options }),
  };
}
