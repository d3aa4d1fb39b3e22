import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../../src/domain/bible/fact.ts";
import { checkField, saysTheSame } from "../../../../src/domain/bible/field-check.ts";
import { CustomKindName } from "../../../../src/domain/bible/kinds.ts";
import type { CustomField, ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import { createForm, editForm, shownValue } from "../../../../src/features/bible/entry-form.ts";
import { entry } from "../../domain/bible/bible-maker.ts";

const vehicle = CustomKindName.parse("vehicle");
const field = (name: string, type: CustomField["type"], over: Partial<CustomField> = {}): CustomField => ({
  kind: vehicle,
  name,
  label: name,
  type,
  required: false,
  aliases: [],
  ...over,
});
const TYPES = ["line", "paragraph", "number", "boolean", "list", "select"] as const;
const OPTIONS = ["red", "10", "9", "Dark blue", "a, b"];
const own: ProjectSchema = {
  kinds: [{ name: vehicle, label: "vehicle", plural: "vehicles", aliases: [] }],
  fields: TYPES.map((type) => field(`a_${type}`, type, type === "select" ? { options: OPTIONS } : {})),
  required: [],
};

const shown = (form: ReturnType<typeof editForm>, name: string) =>
  form.fields.find((each) => each.name === name);

it("gives back what it shows: a value that a field takes is taken again, and is the same", () => {
  const raw = fc.oneof(
    fc.string({ maxLength: 500, unit: "grapheme" }),
    fc.double(),
    fc.boolean(),
    fc.array(fc.string({ maxLength: 40 }), { maxLength: 8 }),
    fc.constantFrom(...OPTIONS, "DARK BLUE", "yes", "1,200", "1e-7", "line\nbreak"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...TYPES), raw, (type, given) => {
      const name = `a_${type}`;
      const first = checkField(vehicle, name, given, own);
      if (!first.ok) return;
      const van = entry(vehicle, "Van", { [name]: first.value });
      const input = shown(editForm(van, own), name);
      const sent = input?.value ?? "";
      expect(sent).toBe(shownValue(van, name));
      // An empty input clears the field, and only a list without anything in it shows as one.
      if (sent === "") {
        expect(first.value).toEqual([]);
        return;
      }
      const again = checkField(vehicle, name, sent, own);
      expect(again.ok && saysTheSame(again.value, first.value), JSON.stringify([first, again])).toBe(true);
      if (input?.options) expect(input.options).toContain(sent);
    }),
    { numRuns: 2_000 },
  );
});

describe("a form", () => {
  it("asks for the film's own fields with inputs of their types", () => {
    const form = createForm(vehicle, own);
    expect(form).toMatchObject({
      title: "New vehicle",
      action: { command: "entry", options: { kind: "vehicle", action: "create" } },
    });
    expect(form.fields.map(({ name, input, options }) => [name, input, options])).toEqual([
      ["name", "text", undefined],
      ["description", "paragraph", undefined],
      ["a_line", "text", undefined],
      ["a_paragraph", "paragraph", undefined],
      ["a_number", "number", undefined],
      ["a_boolean", "select", ["yes", "no"]],
      ["a_list", "text", undefined],
      ["a_select", "select", OPTIONS],
    ]);
  });

  it("puts first what is required, and forces neither of two fields that say the same", () => {
    const asks = (required: string[]) =>
      createForm("character", { ...own, required })
        .fields.slice(0, 3)
        .map((each) => [each.name, each.required]);
    expect(asks(["character.gender", "character.age"])).toEqual([
      ["name", true],
      ["gender", true],
      ["age", undefined],
    ]);
  });

  it.each<[CustomField["type"], FactValue]>([
    ["number", "fast"],
    ["boolean", "perhaps"],
    ["select", "green"],
    ["select", "RED"],
  ])("shows as text what does not fit a %s any more: %j", (type, value) => {
    const input = shown(editForm(entry(vehicle, "Van", { [`a_${type}`]: value }), own), `a_${type}`);
    expect(input).toMatchObject({ input: "text", value });
    expect(input).not.toHaveProperty("options");
  });

  it("leaves out what the film has no field for any more", () => {
    const names = editForm(entry(vehicle, "Van", { lights: "broken" }), own).fields.map((each) => each.name);
    expect(names).not.toContain("lights");
    expect(names).toContain("a_line");
  });

  it("asks a relationship for its ends once, when it is made", () => {
    expect(
      createForm("relationship", own).fields.map(({ name, required }) => [name, required ?? false]),
    ).toEqual([
      ["from", true],
      ["type", true],
      ["to", true],
      ["secret", false],
      ["since", false],
      ["description", false],
    ]);
    const tie = entry("relationship", "A – B: rival", { from: "A", to: "B", type: "rival" });
    expect(editForm(tie, own).fields.map((each) => each.name)).toEqual([
      "type",
      "secret",
      "since",
      "description",
    ]);
  });
});
