import { describe, expect, test } from "vitest";
import { findHeadings } from "../../../../../../src/adapters/offline/reader/text/headings.ts";

const inShort = (text: string): string[] =>
  findHeadings(text).map((h) =>
    [h.int_ext ?? "-", h.set.text, h.time?.text ?? "-", h.number?.text ?? "-"].join("|"),
  );

describe("findHeadings", () => {
  test.each([
    ["INT. DINER - NIGHT. Sarah waits.", ["INT|DINER|NIGHT|-"]],
    ["INT DINER NIGHT", ["INT|DINER|NIGHT|-"]],
    ["ext. beach - dawn", ["EXT|beach|dawn|-"]],
    ["INT./EXT. CAR - MOVING - DAY", ["INT/EXT|CAR - MOVING|DAY|-"]],
    ["I/E. TAXI – CONTINUOUS", ["INT/EXT|TAXI|CONTINUOUS|-"]],
    ["EXT/INT. PORCH - DUSK", ["EXT/INT|PORCH|DUSK|-"]],
    ["EST. MANHATTAN - NIGHT", ["-|MANHATTAN|NIGHT|-"]],
    ["12A EXT. ROOF - SUNSET #12A#", ["EXT|ROOF|SUNSET|12A"]],
    ["Scene 4 - INT. ATTIC - DAY", ["INT|ATTIC|DAY|4"]],
    ["INT. ST. MARY'S HOSPITAL - DAY", ["INT|ST. MARY'S HOSPITAL|DAY|-"]],
    ["INT. ATTIC. NIGHT.", ["INT|ATTIC|NIGHT|-"]],
    ["opening scene: EXT. DESERT - DAY. John walks.", ["EXT|DESERT|DAY|-"]],
    ["INT. A - DAY\nx\n\nEXT. B - NIGHT\ny", ["INT|A|DAY|-", "EXT|B|NIGHT|-"]],
  ])("%s", (text, expected) => expect(inShort(text)).toEqual(expected));

  test.each([
    "int main() { return 0; }",
    "ext 5 is busy",
    "INT. or EXT. for the opening?",
    "est 1999",
    "INT.",
    "an interior at night",
  ])("is none: %s", (text) => expect(findHeadings(text)).toEqual([]));
});
