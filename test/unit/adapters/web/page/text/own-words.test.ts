import { describe, expect, it } from "vitest";
import type { Schema } from "../../../../../../src/adapters/web/page/api/wire.ts";
import { kindTab } from "../../../../../../src/adapters/web/page/text/kinds.ts";
import { kindWord, ownLabel } from "../../../../../../src/adapters/web/page/text/own-words.ts";
import { ProjectSchema } from "../../../../../../src/domain/bible/project-schema.ts";

const schema: Schema = ProjectSchema.parse({
  kinds: [{ name: "horse", label: "stage horse", plural: "stage horses", aliases: [] }],
  fields: [
    {
      kind: "character",
      name: "blood_type",
      label: "Blood group",
      type: "line",
      required: false,
      aliases: [],
    },
  ],
  required: [],
});

describe("a project's own words", () => {
  it("name its fields, however the field is written", () => {
    expect(ownLabel(schema, "character", "blood_type")).toBe("Blood group");
    expect(ownLabel(schema, "character", "blood type")).toBe("Blood group");
    expect(ownLabel(schema, undefined, "blood_type")).toBe("Blood group");
    expect(ownLabel(schema, "prop", "blood_type")).toBeUndefined();
    expect(ownLabel(undefined, "character", "blood_type")).toBeUndefined();
  });

  it("name its kinds, one and several", () => {
    expect([kindWord(schema, "horse"), kindWord(schema, "horse", 2)]).toEqual([
      "stage horse",
      "stage horses",
    ]);
    expect(kindWord(undefined, "war_horse", 2)).toBe("war horses");
    expect([kindTab("horse", schema), kindTab("character", schema)]).toEqual(["Stage horses", "Cast"]);
  });
});
