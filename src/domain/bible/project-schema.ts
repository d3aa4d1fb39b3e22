import { z } from "zod";
import { EntryKind, OWN_NAME } from "./kinds.ts";

export const MAX_KINDS = 20;
export const MAX_FIELDS = 100;
export const MAX_OPTIONS = 60;
const word = z.string().trim().min(1).max(60);

/** What people may call it beside its own name, for reading it out of talk and tables. */
const aliases = z.array(word).max(20);

/** A field that a project adds to a kind. `options` belongs to the type select. */
export const CustomField = z.object({
  kind: EntryKind,
  name: z.string().regex(OWN_NAME),
  label: word,
  type: z.enum(["line", "paragraph", "number", "boolean", "list", "select"]),
  options: z.array(word).max(MAX_OPTIONS).optional(),
  required: z.boolean(),
  aliases,
});
export type CustomField = z.infer<typeof CustomField>;

/** A kind of entry that a project adds, "vehicle" for example. */
export const CustomKind = z.object({ name: EntryKind, label: word, plural: word, aliases });
export type CustomKind = z.infer<typeof CustomKind>;

/** What a project's bible holds beyond the trade's own kinds and fields. `required` names built-in fields that must be filled, as "character.age". */
export const ProjectSchema = z.object({
  kinds: z.array(CustomKind).max(MAX_KINDS),
  fields: z.array(CustomField).max(MAX_FIELDS),
  required: z.array(z.string().max(90)).max(MAX_FIELDS),
});
export type ProjectSchema = z.infer<typeof ProjectSchema>;

export const EMPTY_SCHEMA: ProjectSchema = { kinds: [], fields: [], required: [] };

export const customField = (schema: ProjectSchema, kind: EntryKind, name: string): CustomField | undefined =>
  schema.fields.find((field) => field.kind === kind && field.name === name);

/** Fields that say the same thing in two ways: either one fills both. */
const EITHER: Readonly<Record<string, readonly (readonly string[])[]>> = {
  character: [["age", "age_range"]],
  scene: [["location", "set"]],
};

/** A field and whatever says the same in its stead. */
export const eitherOf = (kind: EntryKind, field: string): readonly string[] =>
  EITHER[kind]?.find((ways) => ways.includes(field)) ?? [field];

/** The fields of a kind that must be filled, in the order in which they are asked for; of two that say the same, the first that was named. */
export function requiredFields(schema: ProjectSchema, kind: EntryKind): string[] {
  const builtIn = schema.required.flatMap((path) =>
    path.startsWith(`${kind}.`) ? path.slice(kind.length + 1) : [],
  );
  const own = schema.fields.filter((field) => field.kind === kind && field.required);
  const said = new Set<string>();
  return [...builtIn, ...own.map((field) => field.name)].filter((field) => {
    if (said.has(field)) return false;
    for (const way of eitherOf(kind, field)) said.add(way);
    return true;
  });
}

/** Those of them that an entry has no value for, in the same order. */
export const fieldsMissing = (
  entry: { readonly kind: EntryKind; readonly facts: Readonly<Record<string, unknown>> },
  schema: ProjectSchema,
): string[] =>
  requiredFields(schema, entry.kind).filter((field) =>
    eitherOf(entry.kind, field).every((way) => entry.facts[way] === undefined),
  );
