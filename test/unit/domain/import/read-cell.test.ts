import { describe, expect, test } from "vitest";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { EMPTY_SCHEMA } from "../../../../src/domain/bible/project-schema.ts";
import { readCell } from "../../../../src/domain/import/read-cell.ts";
import { OWN, VEHICLE } from "./import-maker.ts";

const cell = (kind: EntryKind, field: string, text: string) => readCell(kind, field, { text }, OWN);

describe("a cell", () => {
  test.each([
    ["age", "28", "age", 28],
    ["age", "28 years", "age", 28],
    ["age", "aged 28", "age", 28],
    ["age", "28yo", "age", 28],
    ["age", "28 y/o", "age", 28],
    ["age", "28.0", "age", 28],
    ["age", "thirty-two", "age", 32],
    ["age", "28 Jahre", "age", 28],
    ["age", "mid-30s", "age_range", "mid 30s"],
    ["age", "in her thirties", "age_range", "30s"],
    ["age", "25-30", "age_range", "25–30"],
    ["age", "60+", "age_range", "60+"],
    ["age", "~40", "age_range", "about 40"],
    ["age", "teenager", "age_range", "teens"],
    ["age_range", "28", "age", 28],
    ["gender", "she/her", "gender", "female"],
    ["gender", "M", "gender", "male"],
    ["gender", "they/them", "gender", "non-binary"],
    ["gender", "genderfluid", "gender", "genderfluid"],
    ["role", "Protagonist", "role", "lead"],
    ["role", "supporting", "role", "support"],
    ["traits", "brave; kind, loyal", "traits", ["brave", "kind", "loyal"]],
    ["aliases", "Red / The Fox and Foxy", "aliases", ["Red", "The Fox", "Foxy"]],
    ["one_line", "x".repeat(500), "background", "x".repeat(500)],
    ["notes", "**bold** words", "notes", "**bold** words"],
    ["occupation", "**chef**", "occupation", "chef"],
    ["blood_type", "ab", "blood_type", "AB"],
    ["stunts", "✓", "stunts", true],
    ["stunts", "nein", "stunts", false],
  ])("of a character’s %s that says “%s” is %s %j", (field, text, into, value) => {
    expect(cell("character", field, text)).toEqual({ type: "value", field: into, value });
  });

  test.each([
    ["scene", "time_of_day", "N", "NIGHT"],
    ["scene", "time_of_day", "dusk", "DUSK"],
    ["scene", "int_ext", "Interior", "INT"],
    ["scene", "int_ext", "Int./Ext.", "INT/EXT"],
    ["scene", "characters", "Sarah/John & Bo", ["Sarah", "John", "Bo"]],
    ["prop", "quantity", "x3", 3],
    ["prop", "quantity", "1,200 pcs", 1200],
    ["prop", "quantity", "four", 4],
    [VEHICLE, "seats", "4 seats", 4],
  ] as const)("of a %s’s %s that says “%s” is %j", (kind, field, text, value) => {
    expect(cell(kind, field, text)).toEqual({ type: "value", field, value });
  });

  test.each(["", "  ", "-", "n/a", "TBD", "?", "unknown", "null"])("that says “%s” says nothing", (text) => {
    expect(cell("character", "age", text)).toEqual({ type: "empty" });
  });

  test.each([
    ["age", "old", "a whole number from 0 to 200"],
    ["age", "1987", "a whole number from 0 to 200"],
    ["role", "cook", "lead, support, day player or extra"],
    ["stunts", "maybe", "yes or no"],
    ["era", "e".repeat(900), "text, at most 400 characters"],
  ])("of %s that says “%s” is told with what would be right", (field, text, wanted) => {
    expect(cell("character", field, text)).toMatchObject({ type: "wrong", wanted });
  });

  test("holds the items of a source that has lists", () => {
    const read = readCell(
      "character",
      "traits",
      { text: "a, b", list: ["brave, mostly", "kind"] },
      EMPTY_SCHEMA,
    );
    expect(read).toEqual({ type: "value", field: "traits", value: ["brave, mostly", "kind"] });
  });
});
