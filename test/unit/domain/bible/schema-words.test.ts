import { expect, it } from "vitest";
import {
  aKind,
  fieldLabel,
  fieldWords,
  kindLabel,
  pluralOf,
} from "../../../../src/domain/bible/kind-words.ts";
import { CustomKindName } from "../../../../src/domain/bible/kinds.ts";
import type { ProjectSchema } from "../../../../src/domain/bible/project-schema.ts";
import { ownName, resolveField, resolveKind } from "../../../../src/domain/bible/schema-words.ts";

const animal = CustomKindName.parse("animal");
const own: ProjectSchema = {
  kinds: [{ name: animal, label: "animal", plural: "beasts", aliases: ["Haustier"] }],
  fields: [
    {
      kind: "character",
      name: "blood_type",
      label: "Blood type",
      type: "line",
      required: false,
      aliases: ["Blutgruppe"],
    },
    { kind: animal, name: "type", label: "DNA type", type: "line", required: false, aliases: [] },
  ],
  required: [],
};

it.each([
  ["blood_type", "blood_type"],
  ["Blood Type", "blood_type"],
  ["BLUTGRUPPE", "blood_type"],
  ["time of day", undefined],
  ["one line", "one_line"],
  ["", undefined],
  ["constructor", undefined],
])("%s means the field %s of a character", (words, field) => {
  expect(resolveField("character", words, own)).toBe(field);
});

it.each([
  ["Characters", "character"],
  ["beasts", "animal"],
  ["haustier", "animal"],
  ["Animal", "animal"],
  ["dog", undefined],
  ["…", undefined],
])("%s means the kind %s", (words, kind) => {
  expect(resolveKind(words, own)).toBe(kind);
});

it.each([
  ["Blood type", "blood_type"],
  ["Größe", "grosse"],
  ["Café-au-lait", "cafe_au_lait"],
  ["3rd wish", undefined],
  ["血液型", undefined],
  ["x".repeat(41), undefined],
])("%s is stored as %s", (words, name) => {
  expect(ownName(words)).toBe(name);
});

it("calls kinds and fields as the project does", () => {
  expect([kindLabel(animal, own), pluralOf(animal, own), aKind(animal, own), aKind("scene")]).toEqual([
    "animal",
    "beasts",
    "an animal",
    "a scene",
  ]);
  expect([fieldLabel("type"), fieldLabel("type", animal, own), fieldLabel("type", animal)]).toEqual([
    "Is the",
    "DNA type",
    "Type",
  ]);
  expect([
    fieldWords("blood_type", "character", own),
    fieldWords("type", animal, own),
    fieldWords("time_of_day", "scene", own),
  ]).toEqual(["blood type", "DNA type", "time of day"]);
});
