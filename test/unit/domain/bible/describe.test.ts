import { describe, expect, it } from "vitest";
import {
  cardFields,
  countWords,
  fieldLabel,
  fieldsOf,
  namesOf,
  pluralOf,
  possessive,
  summaryLine,
} from "../../../../src/domain/bible/describe.ts";
import { valueText } from "../../../../src/domain/bible/value-text.ts";
import { entry } from "./bible-maker.ts";

describe("an entry in words", () => {
  it.each([
    [entry("character", "Sarah", { age: 28, occupation: "journalist" }), "Sarah, 28, journalist"],
    [entry("character", "Sarah", { age_range: "thirties", role: "lead" }), "Sarah, thirties, lead"],
    [entry("character", "Sarah"), "Sarah"],
    [entry("scene", "INT. BAR", { summary: "They\n talk." }), "INT. BAR – They talk."],
    [entry("location", "Pier", { atmosphere: "cold" }), "Pier: cold"],
    [entry("prop", "Knife", { description: "rusty" }), "Knife: rusty"],
    [
      entry("relationship", "A – B: rival", { from: "Sarah", to: "James", type: "rival" }),
      "Sarah is James’ rival",
    ],
    [
      entry("relationship", "A – B: lover", { from: "A", to: "B", type: "lover", secret: true }),
      "A is secretly B’s lover",
    ],
    [entry("relationship", "A – B: lover", { from: "A" }), "A – B: lover"],
  ])("$name", (each, line) => {
    expect(summaryLine(each)).toBe(line);
  });

  it("stays on one short line", () => {
    expect(summaryLine(entry("scene", "INT. BAR", { summary: "talk ".repeat(100) }))).toHaveLength(160);
  });

  it("shows what matters first on a card, without the name", () => {
    const sarah = entry("character", "Sarah", {
      notes: "n",
      occupation: "journalist",
      age: 28,
      traits: ["brave", "kind"],
    });
    expect(cardFields(sarah)).toEqual([
      { name: "Age", value: "28" },
      { name: "Occupation", value: "journalist" },
      { name: "Traits", value: "brave, kind" },
      { name: "Notes", value: "n" },
    ]);
  });

  it("gives its plain values", () => {
    expect(fieldsOf(entry("character", "Sarah", { age: 28 }))).toEqual({ name: "Sarah", age: 28 });
  });
});

it("says fields, values, counts and names as people do", () => {
  expect([fieldLabel("time_of_day"), fieldLabel("int_ext"), fieldLabel("type")]).toEqual([
    "Time of day",
    "Int./Ext.",
    "Is the",
  ]);
  expect([valueText(true), valueText(false), valueText(3), valueText(["a", "b"])]).toEqual([
    "yes",
    "no",
    "3",
    "a, b",
  ]);
  expect([countWords(0, "prop"), countWords(1, "scene"), countWords(2, "character")]).toEqual([
    "no props",
    "1 scene",
    "2 characters",
  ]);
  expect(pluralOf("location")).toBe("locations");
  expect([possessive("Sarah"), possessive("James")]).toEqual(["Sarah’s", "James’"]);
  expect(namesOf([{ name: "A" }, { name: "B" }, { name: "C" }], 2)).toBe("A, B and 1 more");
});
