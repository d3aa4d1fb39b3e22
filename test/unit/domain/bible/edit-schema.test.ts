import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemaProblem } from "../../../../src/domain/bible/check-schema.ts";
import { editSchema, type SchemaEdit } from "../../../../src/domain/bible/edit-schema.ts";
import { CustomKindName, type EntryKind } from "../../../../src/domain/bible/kinds.ts";
import {
  type CustomField,
  EMPTY_SCHEMA,
  type ProjectSchema,
} from "../../../../src/domain/bible/project-schema.ts";

const vehicle = CustomKindName.parse("vehicle");
const kind = { name: vehicle, label: "vehicle", plural: "vehicles", aliases: ["car"] };
const field = (name: string, over: Partial<CustomField> = {}): CustomField => ({
  kind: "character",
  name,
  label: name.replaceAll("_", " "),
  type: "line",
  required: false,
  aliases: [],
  ...over,
});
const full: ProjectSchema = {
  kinds: [kind],
  fields: [field("blood_type", { aliases: ["blood group"] }), field("plate", { kind: vehicle })],
  required: ["character.age", "vehicle.description"],
};

function edited(own: ProjectSchema, edit: SchemaEdit) {
  const result = editSchema(own, edit);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe("a change of the schema", () => {
  it.each<SchemaEdit>([
    { do: "add_field", field: field("hobby") },
    { do: "change_field", field: field("blood_type", { type: "select", options: ["A", "B"] }) },
    { do: "drop_field", kind: "character", name: "blood_type" },
    {
      do: "add_kind",
      kind: { ...kind, name: CustomKindName.parse("song"), label: "song", plural: "songs", aliases: [] },
    },
    { do: "change_kind", kind: { ...kind, label: "car", aliases: [] } },
    { do: "drop_kind", name: vehicle },
    { do: "require", path: "scene.location" },
    { do: "optional", path: "character.age" },
    { do: "replace", schema: EMPTY_SCHEMA },
  ])("$do has a way back to what was", (edit) => {
    const there = edited(full, edit);
    expect(there.schema).not.toEqual(full);
    const sorted = ({ kinds, fields, required }: ProjectSchema) => ({
      kinds: new Set(kinds),
      fields: new Set(fields),
      required: new Set(required),
    });
    expect(sorted(edited(there.schema, there.back).schema)).toEqual(sorted(full));
  });

  it("takes a kind's fields and requirements with it", () => {
    const { schema } = edited(full, { do: "drop_kind", name: vehicle });
    expect(schema).toEqual({ kinds: [], fields: [full.fields[0]], required: ["character.age"] });
  });

  it.each<[SchemaEdit, string]>([
    [{ do: "change_field", field: field("hobby") }, "A character has no added field hobby"],
    [{ do: "drop_field", kind: vehicle, name: "hobby" }, "A vehicle has no added field hobby"],
    [{ do: "drop_kind", name: CustomKindName.parse("song") }, "This film has added no kind song"],
  ])("cannot be made to what is not there: %j", (edit, reason) => {
    expect(editSchema(full, edit)).toMatchObject({ ok: false, reason });
  });
});

it("tells of a clash from the side of what was changed", () => {
  const own = { ...full, fields: [field("blood_type"), field("hobby")] };
  expect(
    editSchema(own, { do: "change_field", field: field("blood_type", { label: "Hobby" }) }),
  ).toMatchObject({
    reason: "“Hobby” means the field hobby of a character already",
    hint: expect.stringContaining("/schema field change character hobby"),
  });
});

describe("what cannot stand", () => {
  const add = (over: Partial<CustomField> & { name: string }) =>
    schemaProblem({ ...full, fields: [...full.fields, field(over.name, over)] });
  it.each([
    [
      { name: "occupation" },
      "A character has the field occupation already, as in every film",
      "/schema require character.occupation",
    ],
    [
      { name: "job", aliases: ["Time of Day", "Age range"] },
      "A character has the field age range already",
      "“Age range”",
    ],
    [
      { name: "blood_type" },
      "“blood_type” means the field blood type of a character already",
      "/schema field change character blood_type",
    ],
    [
      { name: "gore", label: "Blood Group" },
      "“Blood Group” means the field blood type",
      "Choose another word",
    ],
    [{ name: "id" }, "I use the word id for something else", "Choose another name."],
    [{ name: "constructor" }, "I use the word constructor", "Choose another name."],
    [{ name: "hobby", kind: CustomKindName.parse("song") }, "There is no kind song in this film", "vehicle"],
    [
      { name: "mood", type: "select" as const },
      "mood is one of some choices, and there are none yet",
      "options=A|B|AB",
    ],
    [{ name: "mood", options: ["a"] }, "mood has choices, but is not one of some choices", "type=choice"],
    [
      { name: "mood", type: "select" as const, options: ["Yes", "yes"] },
      "“yes” is among the choices twice",
      "once",
    ],
    [{ name: "mood", label: "…" }, "“…” cannot be read as a word", "letters"],
    [{ name: "mood", aliases: ["a\u0000b"] }, "“ab” cannot be read as a word", "letters"],
  ])("%j", (over, reason, hint) => {
    expect(add(over)).toEqual({
      reason: expect.stringContaining(reason),
      hint: expect.stringContaining(hint),
    });
  });

  it.each([
    [{ name: "character" }, "“character” is a kind that every film has", "/schema field add character"],
    [{ name: "cast", plural: "Scenes" }, "“Scenes” is a kind that every film has", "another word"],
    [{ name: "truck", aliases: ["Car"] }, "“Car” means a vehicle already", "/schema kind change vehicle"],
    [{ name: "vehicle" }, "“vehicle” means a vehicle already", "another word"],
    [{ name: "list" }, "I use the word list for something else", "another name"],
  ])("a kind like %j", (over, reason, hint) => {
    const name = over.name as EntryKind;
    const schema = {
      ...full,
      kinds: [kind, { label: over.name, plural: `${over.name}s`, aliases: [], ...over, name }],
    };
    expect(schemaProblem(schema)).toEqual({
      reason: expect.stringContaining(reason),
      hint: expect.stringContaining(hint),
    });
  });

  it.each(["age", "character", "character.nothing", "character.name", "song.notes", "character.blood_type"])(
    "%s as a field that must be filled in",
    (path) => expect(schemaProblem({ ...full, required: [path] })?.reason).toContain(path),
  );

  it("counts", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => field(`field_${at}`));
    expect(schemaProblem({ ...EMPTY_SCHEMA, fields: many(100) })).toBeUndefined();
    expect(schemaProblem({ ...EMPTY_SCHEMA, fields: many(101) })?.reason).toContain("at most 100 fields");
    const kinds = Array.from({ length: 21 }, (_, at) => ({
      name: CustomKindName.parse(`kind_${at}`),
      label: `kind ${at}`,
      plural: `kinds ${at}`,
      aliases: [],
    }));
    expect(schemaProblem({ ...EMPTY_SCHEMA, kinds: kinds.slice(1) })).toBeUndefined();
    expect(schemaProblem({ ...EMPTY_SCHEMA, kinds })?.reason).toContain("at most 20 kinds");
  });
});

it("keeps a schema that holds together, whatever is tried", () => {
  const names = fc.constantFrom("hobby", "mood", "age", "blood_type", "plate", "car", "name");
  const kinds = fc.constantFrom<EntryKind>("character", "scene", vehicle);
  const fields = fc.record({
    kind: kinds,
    name: names,
    label: names,
    type: fc.constantFrom("line" as const, "select" as const),
    options: fc.constantFrom<string[]>([], ["a", "b"]),
    required: fc.boolean(),
    aliases: fc.array(names, { maxLength: 2 }),
  });
  const edits = fc.oneof(
    fields.map((each): SchemaEdit => ({ do: "add_field", field: each })),
    fields.map((each): SchemaEdit => ({ do: "change_field", field: each })),
    fc.record({ kind: kinds, name: names }).map((each): SchemaEdit => ({ do: "drop_field", ...each })),
    fc.constant<SchemaEdit>({ do: "add_kind", kind }),
    fc.constant<SchemaEdit>({ do: "drop_kind", name: vehicle }),
    fc.tuple(kinds, names).map(([of, name]): SchemaEdit => ({ do: "require", path: `${of}.${name}` })),
  );
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 12 }), (all) => {
      let own = EMPTY_SCHEMA;
      for (const edit of all) {
        const result = editSchema(own, edit);
        if (result.ok) own = result.schema;
        expect(schemaProblem(own)).toBeUndefined();
      }
    }),
  );
});
