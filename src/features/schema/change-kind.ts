import type { Outcome } from "../../chat/outcome.ts";
import type { Turn } from "../../chat/turn.ts";
import { CustomKindName } from "../../domain/bible/kinds.ts";
import type { CustomKind, ProjectSchema } from "../../domain/bible/project-schema.ts";
import { ownName, resolveKind } from "../../domain/bible/schema-words.ts";
import { UserError } from "../../domain/errors.ts";
import { schemaOf } from "../../domain/project.ts";
import { closest } from "../../lib/closest.ts";
import { wordList } from "../../lib/word-list.ts";
import { editSchemaOf } from "./edit-project.ts";
import { kindForm } from "./forms.ts";
import type { SchemaParts } from "./parts.ts";
import { listOf, readDefinition } from "./read-definition.ts";
import { schemaAction } from "./schema-action.ts";
import type { Values } from "./values.ts";

/** Adds, changes or removes a kind of entry of the film's own, from a command's words or a form's values. */
export async function changeKind(
  parts: SchemaParts,
  turn: Turn,
  action: string,
  text: string,
  values: Values = {},
): Promise<Outcome> {
  const own = schemaOf(turn.project);
  const read = readDefinition(text);
  const said = { ...read.said, ...values };
  const words = read.words || (values.name ?? "").trim();
  const known = schemaAction(action, "kind");
  if (known === "add") {
    if (words === "") return { blocks: [kindForm(undefined)] };
    return editSchemaOf(parts, turn, { do: "add_kind", kind: newKind(words, said) });
  }
  const kind = addedKind(own, words);
  if (known === "remove") return editSchemaOf(parts, turn, { do: "drop_kind", name: kind.name });
  if (Object.keys(said).length === 0) return { blocks: [kindForm(kind)] };
  return editSchemaOf(parts, turn, { do: "change_kind", kind: redefined(kind, said) });
}

function newKind(words: string, said: Values): CustomKind {
  const name = CustomKindName.safeParse(ownName(words));
  if (!name.success)
    throw new UserError(
      "invalid",
      `“${words.slice(0, 40)}” cannot be a kind's name.`,
      "It begins with a letter from a to z and has at most 40 letters and numbers; label=… may be anything.",
    );
  const label = calm(said.label || words);
  return redefined({ name: name.data, label, plural: pluralFrom(label), aliases: [] }, said);
}

const redefined = (before: CustomKind, said: Values): CustomKind => ({
  name: before.name,
  label: said.label ? calm(said.label) : before.label,
  plural: said.plural ? calm(said.plural) : before.plural,
  aliases: said.aliases === undefined ? before.aliases : listOf(said.aliases),
});

function addedKind(own: ProjectSchema, words: string): CustomKind {
  const name = resolveKind(words, own);
  const kind = own.kinds.find((each) => each.name === name);
  if (kind) return kind;
  if (name !== undefined)
    throw new UserError(
      "invalid",
      `${words} is a kind that every film has, so it stays as it is.`,
      `You can add fields to it: /schema field add ${name} …`,
    );
  const near = closest(
    words,
    own.kinds.flatMap((each) => [each.label, each.plural, ...each.aliases]),
  );
  const added = own.kinds.map((each) => each.label);
  throw new UserError(
    "not_found",
    words === "" ? "Which kind do you mean?" : `This film added no kind “${words.slice(0, 40)}”.`,
    near !== undefined
      ? `Did you mean ${near}?`
      : added.length > 0
        ? `Added were ${wordList(added)}.`
        : "Add one: /schema kind add vehicle",
  );
}

/** Kinds are spoken of within sentences, so "Vehicle" is kept as "vehicle"; "VFX shot" stays. */
const calm = (words: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A guess that `plural=` overrules. */
function pluralFrom(label: string): string {
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(label) ? `${label}es` : `${label}s`;
}
