import { describe, expect, it } from "vitest";
import { kindsShown, kindTab, stripOf } from "../../../../../../src/adapters/web/page/text/kinds.ts";

describe("stripOf", () => {
  it.each([
    ["INT", "DAY", "int-day"],
    ["EXT", "DAY", "ext-day"],
    ["INT", "NIGHT", "int-night"],
    ["EXT", "night", "ext-night"],
    ["EXT", "DAWN", "dawn"],
    ["INT", "DUSK", "dusk"],
    ["INT. DINER - NIGHT", "INT. DINER - NIGHT", "int-night"],
    [undefined, undefined, "int-day"],
  ])("colours %s %s as %s", (where, when, strip) => {
    expect(stripOf(where, when)).toBe(strip);
  });
});

describe("kindsShown", () => {
  it("keeps the usual kinds first and adds the others once", () => {
    expect(kindsShown(["vehicle", "scene", "animal", "vehicle"])).toEqual([
      "character",
      "scene",
      "location",
      "relationship",
      "prop",
      "animal",
      "vehicle",
    ]);
    expect(kindTab("vehicle")).toBe("Vehicles");
  });
});
