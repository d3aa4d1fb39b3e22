import { z } from "zod";
import { type SchemaProblem, schemaProblem } from "./check-schema.ts";
import { aKind, fieldWords, firstUpper } from "./kind-words.ts";
import { EntryKind } from "./kinds.ts";
import { CustomField, CustomKind, customField, ProjectSchema } from "./project-schema.ts";

/** One change to what a project's bible holds. A kind comes back with the fields and requirements that went with it. */
export const SchemaEdit = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add_field"), field: CustomField }),
  z.object({ do: z.literal("change_field"), field: CustomField }),
  z.object({ do: z.literal("drop_field"), kind: EntryKind, name: z.string() }),
  z.object({
    do: z.literal("add_kind"),
    kind: CustomKind,
    fields: z.array(CustomField).optional(),
    required: z.array(z.string()).optional(),
  }),
  z.object({ do: z.literal("change_kind"), kind: CustomKind }),
  z.object({ do: z.literal("drop_kind"), name: EntryKind }),
  /** A built-in field must be filled, or need not be. */
  z.object({ do: z.literal("require"), path: z.string() }),
  z.object({ do: z.literal("optional"), path: z.string() }),
  z.object({ do: z.literal("replace"), schema: ProjectSchema }),
]);
export type SchemaEdit = z.infer<typeof SchemaEdit>;

export type SchemaEdited =
  /** `back` takes the change back. */
  | { readonly ok: true; readonly schema: ProjectSchema; readonly back: SchemaEdit }
  | ({ readonly ok: false } & SchemaProblem);

/** The schema with one change made, unless the whole would not hold together. Facts that entries hold are not touched by it. */
export function editSchema(own: ProjectSchema, edit: SchemaEdit): SchemaEdited {
  const made = make(own, edit);
  if (!("schema" in made)) return { ok: false, ...made };
  const problem = schemaProblem(editedLast(made.schema, edit));
  return problem ? { ok: false, ...problem } : { ok: true, ...made };
}

/** What was changed comes last, so that a clash is told of it and not of what was there. */
function editedLast(own: ProjectSchema, edit: SchemaEdit): ProjectSchema {
  const last = <T>(all: readonly T[], one: T): T[] => [...all.filter((each) => each !== one), one];
  if (edit.do === "change_field") return { ...own, fields: last(own.fields, edit.field) };
  return edit.do === "change_kind" ? { ...own, kinds: last(own.kinds, edit.kind) } : own;
}

type Made = { readonly schema: ProjectSchema; readonly back: SchemaEdit } | SchemaProblem;

function make(own: ProjectSchema, edit: SchemaEdit): Made {
  switch (edit.do) {
    case "add_field":
      return {
        schema: { ...own, fields: [...own.fields, edit.field] },
        back: { do: "drop_field", kind: edit.field.kind, name: edit.field.name },
      };
    case "change_field": {
      const { field } = edit;
      const before = customField(own, field.kind, field.name);
      if (!before) return noField(own, field.kind, field.name);
      const fields = own.fields.map((each) => (each === before ? field : each));
      return { schema: { ...own, fields }, back: { do: "change_field", field: before } };
    }
    case "drop_field": {
      const before = customField(own, edit.kind, edit.name);
      if (!before) return noField(own, edit.kind, edit.name);
      const fields = own.fields.filter((each) => each !== before);
      return { schema: { ...own, fields }, back: { do: "add_field", field: before } };
    }
    case "require":
    case "optional":
      return {
        schema: { ...own, required: required(own, edit) },
        back: { do: edit.do === "require" ? "optional" : "require", path: edit.path },
      };
    case "replace":
      return { schema: edit.schema, back: { do: "replace", schema: own } };
    default:
      return makeKind(own, edit);
  }
}

function makeKind(own: ProjectSchema, edit: SchemaEdit & { do: `${string}_kind` }): Made {
  if (edit.do === "add_kind") {
    const schema = {
      kinds: [...own.kinds, edit.kind],
      fields: [...own.fields, ...(edit.fields ?? [])],
      required: [...own.required, ...(edit.required ?? [])],
    };
    return { schema, back: { do: "drop_kind", name: edit.kind.name } };
  }
  const name = edit.do === "drop_kind" ? edit.name : edit.kind.name;
  const before = own.kinds.find((each) => each.name === name);
  if (!before)
    return {
      reason: `This film has added no kind ${name.replaceAll("_", " ")}`,
      hint: "Type /schema to see what it has.",
    };
  if (edit.do === "change_kind") {
    const kinds = own.kinds.map((each) => (each === before ? edit.kind : each));
    return { schema: { ...own, kinds }, back: { do: "change_kind", kind: before } };
  }
  const goes = (path: string) => path.startsWith(`${name}.`);
  return {
    schema: {
      kinds: own.kinds.filter((each) => each !== before),
      fields: own.fields.filter((each) => each.kind !== name),
      required: own.required.filter((path) => !goes(path)),
    },
    back: {
      do: "add_kind",
      kind: before,
      fields: own.fields.filter((each) => each.kind === name),
      required: own.required.filter(goes),
    },
  };
}

function required(
  own: ProjectSchema,
  { do: what, path }: SchemaEdit & { do: "require" | "optional" },
): string[] {
  const others = own.required.filter((each) => each !== path);
  return what === "require" ? [...others, path] : others;
}

const noField = (own: ProjectSchema, kind: EntryKind, name: string): SchemaProblem => ({
  reason: `${firstUpper(aKind(kind, own))} has no added field ${fieldWords(name, kind, own)}`,
  hint: "Type /schema to see what was added.",
});
