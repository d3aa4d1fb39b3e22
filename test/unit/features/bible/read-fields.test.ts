import { describe, expect, it } from "vitest";
import type { ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import { readFields, readName, withHeading } from "../../../../src/features/bible/read-fields.ts";

const schema: ProjectSchema = {
  kinds: [],
  fields: [
    {
      kind: "character",
      name: "blood_type",
      label: "Blood type",
      type: "line",
      required: false,
      aliases: ["Blutgruppe"],
    },
  ],
  required: [],
};

describe("the words of a command", () => {
  it.each([
    ["", { words: "", values: {} }],
    ["age=54", { words: "", values: { age: "54" } }],
    [
      "Connor age=54 occupation=war reporter traits=",
      { words: "Connor", values: { age: "54", occupation: "war reporter", traits: "" } },
    ],
  ])("%s", (text, read) => {
    expect(readFields(text, "character")).toEqual(read);
  });

  it.each([
    ["Sarah blood type=A age=28", { words: "Sarah", values: { blood_type: "A", age: "28" } }],
    ["Blood Type=A", { words: "", values: { blood_type: "A" } }],
    [
      "occupation=war reporter blutgruppe=0",
      { words: "", values: { occupation: "war reporter", blood_type: "0" } },
    ],
    ["one line=E=mc2 is her tattoo", { words: "", values: { one_line: "E=mc2 is her tattoo" } }],
    ["lucky number=7", { words: "lucky", values: { number: "7" } }],
  ])("%s, with a field of the project's own", (text, read) => {
    expect(readFields(text, "character", schema)).toEqual(read);
  });

  it.each([
    ["character", "Maya", { name: "Maya", values: {} }],
    ["character", "Maya, a retired surgeon", { name: "Maya", values: { one_line: "a retired surgeon" } }],
    ["location", "Pier 9, cold and empty", { name: "Pier 9", values: { description: "cold and empty" } }],
    ["scene", "INT. DINER, BACK ROOM - NIGHT", { name: "INT. DINER, BACK ROOM - NIGHT", values: {} }],
    [
      "scene",
      "INT. ST. MARY'S - DAY. Sarah prays. Alone.",
      { name: "INT. ST. MARY'S - DAY", values: { summary: "Sarah prays. Alone." } },
    ],
  ] as const)("%s %s", (kind, words, named) => {
    expect(readName(kind, words)).toEqual(named);
  });

  it("take a scene's heading apart, and let what is given by hand stand", () => {
    expect(withHeading("scene", "INT. BAR - NIGHT", { time_of_day: "DUSK" })).toEqual({
      heading: "INT. BAR - NIGHT",
      int_ext: "INT",
      set: "BAR",
      time_of_day: "DUSK",
    });
    expect(withHeading("scene", "The talk", { heading: "EXT. PIER" })).toMatchObject({
      int_ext: "EXT",
      set: "PIER",
    });
    expect(withHeading("scene", "The talk", {})).toEqual({});
    expect(withHeading("location", "INT. BAR - NIGHT", {})).toEqual({});
  });
});
