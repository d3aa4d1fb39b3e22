import { describe, expect, test } from "vitest";
import type { EntryKind } from "../../../../src/domain/bible/kinds.ts";
import { guessKind } from "../../../../src/domain/import/guess-kind.ts";
import { mapColumns } from "../../../../src/domain/import/map-columns.ts";
import { aTable, OWN, VEHICLE } from "./import-maker.ts";

const fields = (kind: EntryKind, columns: string[], ...rows: string[][]) =>
  mapColumns(aTable(columns, ...rows), kind, OWN).map(({ field, left }) => field ?? left);

describe("columns", () => {
  test.each([
    ["Name/Character", "name"],
    ["CHARACTER NAME", "name"],
    ["Job", "occupation"],
    ["Job title", "occupation"],
    ["Alter", "age"],
    ["Age (years)", "age"],
    ["Playing age", "age_range"],
    ["M/F", "gender"],
    ["Pronouns", "gender"],
    ["Backstory", "background"],
    ["Ocupation", "occupation"],
    ["What they do", "occupation"],
    ["Actor / Actress", "casting_notes"],
    ["Blood type", "blood_type"],
    ["Blutgruppe", "blood_type"],
    ["blood_type", "blood_type"],
    ["Casting notes", "casting_notes"],
    ["Phone", "unknown"],
    ["Mother", "relationship"],
    ["Related to", "relationship"],
  ])("of characters: “%s” is %s", (header, field) => {
    expect(fields("character", ["x", header], ["x", "y"])[1]).toBe(field);
  });

  test.each([
    ["Slug", "heading"],
    ["Scene #", "number"],
    ["Location/Set", "location"],
    ["Int./Ext.", "int_ext"],
    ["D/N", "time_of_day"],
    ["Cast", "characters"],
    ["Description", "summary"],
    ["Pgs", "pages"],
  ])("of scenes: “%s” is %s", (header, field) => {
    expect(fields("scene", [header], ["y"])).toEqual([field]);
  });

  test("head numbers or headings with “Scene”, whichever stands below", () => {
    expect(fields("scene", ["Scene", "Set"], ["1", "Bar"], ["2A", "Pier"])).toEqual(["number", "set"]);
    expect(fields("scene", ["Scene", "Cast"], ["INT. BAR - DAY", "Bo"])).toEqual(["heading", "characters"]);
  });

  test("of one name count once; counters, empty ones and ties say nothing", () => {
    expect(
      fields("character", ["No.", "Name", "Age", "age", "Extra", "Ties"], ["1", "Bo", "3", "4", "", "Ana"]),
    ).toEqual(["counter", "name", "age", "repeated", "empty", "relationship"]);
  });

  test("of a cast list name the characters under “Role”, unless it says how large a part is", () => {
    expect(fields("character", ["Role", "Actor"], ["Sarah", "Emma"])).toEqual(["name", "casting_notes"]);
    expect(fields("character", ["Who", "Role"], ["Sarah", "lead"])).toEqual(["name", "role"]);
  });

  test("name the rows with the first one when nothing else does and the others mean something", () => {
    expect(fields("character", ["Alias-Sheet 3", "Age", "Job"], ["Bo", "3", "cook"])).toEqual([
      "name",
      "age",
      "occupation",
    ]);
  });

  test("of a project’s own kind are known by its words", () => {
    expect(fields(VEHICLE, ["Car", "Licence", "Seats"], ["Van", "B-1", "4"])).toEqual([
      "name",
      "plate",
      "seats",
    ]);
  });
});

describe("the kind of rows", () => {
  const guess = (said: string, columns: string[] | undefined, ...rows: string[][]) => {
    const found = guessKind({ ...aTable(columns, ...rows), said }, OWN);
    return found && [found.kind, found.other];
  };

  test.each([
    ["", ["Name", "Age", "Job"], ["character", undefined]],
    ["", ["Character", "Description"], ["character", undefined]],
    ["", ["Location", "Description", "Address"], ["location", undefined]],
    ["", ["Scene", "Set", "Time", "Cast"], ["scene", undefined]],
    ["", ["Int/Ext", "Location", "D/N", "Description"], ["scene", undefined]],
    ["", ["Prop", "Qty", "Owner"], ["prop", undefined]],
    ["", ["Vehicle", "Licence"], [VEHICLE, undefined]],
    ["", ["Name", "Description"], ["character", "location"]],
    ["our locations:", ["Name", "Description"], ["location", undefined]],
    ["here are the cars", ["Name", "Notes"], [VEHICLE, undefined]],
    ["", ["Total", "Sum"], undefined],
  ])("after “%s” with %j is %j", (said, columns, kind) => {
    expect(guess(said, columns, ["x", "y", "z", "w"].slice(0, columns.length))).toEqual(kind);
  });

  test("without a header follows what the cells say", () => {
    expect(guess("", undefined, ["Sarah", "28"], ["Bo", "cook"])).toEqual(["character", undefined]);
    expect(guess("", undefined, ["INT. BAR - DAY"], ["EXT. PIER - NIGHT"])).toEqual(["scene", undefined]);
    expect(guess("", undefined, ["The Pier"], ["The Bar"])).toEqual(["character", "location"]);
  });
});
