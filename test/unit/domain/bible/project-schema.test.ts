import { expect, it } from "vitest";
import { CustomKindName } from "../../../../src/domain/bible/kinds.ts";
import {
  EMPTY_SCHEMA,
  fieldsMissing,
  type ProjectSchema,
  requiredFields,
} from "../../../../src/domain/bible/project-schema.ts";
import { entry } from "./bible-maker.ts";

const vehicle = CustomKindName.parse("vehicle");
const schema: ProjectSchema = {
  kinds: [{ name: vehicle, label: "Vehicle", plural: "vehicles", aliases: [] }],
  fields: [
    { kind: "character", name: "blood_type", label: "Blood type", type: "line", required: true, aliases: [] },
    { kind: "character", name: "hobby", label: "Hobby", type: "line", required: false, aliases: [] },
    { kind: vehicle, name: "plate", label: "Plate", type: "line", required: true, aliases: [] },
  ],
  required: ["character.occupation", "character.age_range", "character.age", "scene.location"],
};

it("asks for what is required, in order, and for an age once", () => {
  expect(requiredFields(schema, "character")).toEqual(["occupation", "age_range", "blood_type"]);
  expect(requiredFields(schema, vehicle)).toEqual(["plate"]);
  expect(requiredFields(EMPTY_SCHEMA, "character")).toEqual([]);
});

it("misses only what no field says", () => {
  expect(fieldsMissing(entry("character", "Sarah"), schema)).toEqual([
    "occupation",
    "age_range",
    "blood_type",
  ]);
  expect(fieldsMissing(entry("character", "Sarah", { age: 28, blood_type: "A" }), schema)).toEqual([
    "occupation",
  ]);
  expect(fieldsMissing(entry("scene", "INT. BAR", { set: "BAR" }), schema)).toEqual([]);
  expect(fieldsMissing(entry("scene", "The talk"), schema)).toEqual(["location"]);
  expect(fieldsMissing(entry("prop", "Gun"), schema)).toEqual([]);
});
